import type { Instant } from '../../../domain/basics.ts';
import { dateOf, isDue, plusSeconds } from '../../../domain/calendar.ts';
import { isOpen } from '../../../domain/case-file.ts';
import type { Party } from '../../../domain/documents.ts';
import { isIdentityNumber } from '../../../domain/identity-number.ts';
import type { JobEvent } from '../../../domain/job-transitions.ts';
import { isArrear } from '../../../domain/journal-entry.ts';
import type { Signer, SigningJob } from '../../../domain/signing-job.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { EntryLinkReader } from '../../ports/archive/entry-links.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PartyMismatchWriter } from '../../ports/archive/party-mismatches.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import {
  type Accepted,
  AnswerLost,
  ServiceRefusal,
  ServiceUnreachable,
  type SignerOrder,
  type SigningOrder,
} from '../../ports/signing-service.ts';
import { logDifferences, systemName } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';
import { noteMismatch } from './note-mismatch.ts';
import { answeredEarlier } from './sent-again.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & EntryLinkReader & EntryReader & FileReader & JobReader & PartyReader & RestorationReader,
    EntryWriter & JobWriter & LogWriter & PartyMismatchWriter
  >;
};

type Sending = Pick<Needs, 'vault' | 'clock' | 'signing' | 'publish' | 'log'> & Touching;

/**
 * Sends every job that is due, one after another. The intent is recorded before the service is called and its answer
 * after, so a crash in between leaves `sending`, which {@link settleInterrupted} turns into `uncertain`, never into a
 * second sending.
 */
export const sendQueued = (needs: Sending) => async (): Promise<void> => {
  // One sender at a time, so what is `sending` now was left so when its outcome could not be recorded.
  await settleInterrupted(needs)();
  if (await needs.archive.read.restoredSince()) return;
  const now = needs.clock.now();
  for (const job of await needs.archive.read.jobsIn(['queued'])) {
    if (isDue(job.nextAttemptAt, now, longestWaitSeconds)) await sendOne(needs, job);
  }
};

async function sendOne(needs: Sending, job: SigningJob): Promise<void> {
  const earlier = await answeredEarlier(needs.archive.read, job.entryId);
  if (earlier)
    return recordRefusal(needs, job, { code: `earlier-${earlier.how}`, detail: earlier.recordNumber });
  const order = await orderOf(needs, job).catch((fault: unknown) => String(fault));
  if (typeof order === 'string')
    return recordRefusal(needs, job, { code: 'order-incomplete', detail: order });
  const begun = await step(needs, job, { kind: 'sending-began' });
  if (!begun) return;
  try {
    const accepted = await needs.signing.create(order);
    await needs.archive.change((tx) => recordAccepted(tx, job, 'accepted', accepted, needs.clock.now()));
    const entry = await needs.archive.read.findEntry(job.entryId);
    needs.publish({ kind: 'dispatch.sent', entryId: job.entryId, recordNumber: entry?.recordNumber ?? '' });
    needs.publish(changed(job.caseId, job.entryId));
  } catch (fault) {
    const at = needs.clock.now();
    if (fault instanceof ServiceUnreachable) {
      const until = fault.retryAt ?? plusSeconds(at, waitSeconds(job.attempts + 1));
      await step(needs, job, {
        kind: 'postponed',
        until,
        fault: { code: fault.code, detail: fault.message, at },
      });
    } else if (fault instanceof ServiceRefusal) {
      await recordRefusal(needs, job, { code: fault.code, detail: fault.message });
    } else {
      const why = fault instanceof AnswerLost ? 'answer-lost' : 'fault';
      await step(needs, job, {
        kind: 'left-uncertain',
        why,
        fault: { code: why, detail: String(fault), at },
      });
      needs.log(`job ${job.id}: ${why}`);
    }
  }
}

/** One step in a transaction of its own; whether it could happen. */
async function step(
  needs: Pick<Sending, 'clock' | 'publish'> & Touching,
  job: SigningJob,
  event: JobEvent,
): Promise<boolean> {
  const who = { at: needs.clock.now(), by: systemName };
  const stepped = await needs.archive.change((tx) => stepJob(tx, job.id, event, who));
  if (stepped.ok) needs.publish(changed(job.caseId, job.entryId));
  return stepped.ok;
}

/** No service sends anyone away for longer. */
const longestWaitSeconds = 86_400;

/** 10 s, 20 s, 40 s … at most 15 minutes between attempts while the service cannot be reached. */
const waitSeconds = (attempts: number): number => Math.min(900, 10 * 2 ** Math.min(attempts - 1, 7));

/** The job with its document, and with each signer's number and contact data. */
async function orderOf({ archive, vault }: Sending, job: SigningJob): Promise<SigningOrder> {
  const pdf = await archive.read.readFile(job.merged.sha256);
  if (!pdf) throw new Error('the merged file is missing');
  const sealed = await archive.read.sealedSigners(job.id);
  const parties = await archive.read.partiesOf(job.entryId);
  const signers = await Promise.all(
    job.signers.map(async (signer) => {
      const kept = sealed.get(signer.id);
      const identityNumber = kept && (await vault.open(kept));
      if (!identityNumber || !isIdentityNumber(identityNumber))
        throw new Error('a signer has no identity number');
      return { ...signer, identityNumber, contact: contactOf(signer, parties) };
    }),
  );
  return { ...job, pdf, signers };
}

/**
 * Contact data as it stands on the entry's party: the firm's for one who signs for it, since the register knows the
 * person only as himself. The parties are frozen while a dispatch runs.
 */
function contactOf(signer: Signer, parties: readonly Party[]): SignerOrder['contact'] {
  const party = signer.partyId && parties.find(({ id }) => id === signer.partyId);
  return party && (party.email || party.phone) ? { email: party.email, phone: party.phone } : undefined;
}

/** The service has the job: the entry is dispatched, and what it answers is cleared. */
export async function recordAccepted(
  tx: CaseReader &
    EntryReader &
    EntryLinkReader &
    EntryWriter &
    JobReader &
    JobWriter &
    LogWriter &
    PartyReader &
    PartyMismatchWriter,
  job: SigningJob,
  how: 'accepted' | 'found',
  accepted: Accepted,
  at: Instant,
): Promise<void> {
  const who = { at, by: job.orderedBy };
  const stepped = await stepJob(tx, job.id, { kind: how, ...accepted, at }, { at, by: systemName });
  if (!stepped.ok) return;
  const before = await tx.findEntry(job.entryId);
  if (!before) return;
  if (how === 'found') await noteMismatch(tx, job, at);
  // One that follows another is the same dispatch: the journal has it already, perhaps journalled since.
  if (job.succeeds && before.sentAt !== undefined) return;
  const after = await tx.changeEntry(job.entryId, {
    // A job that was given up and turns up again must not wake an entry that has been expunged since.
    ...(before.status !== 'U' && { status: 'E' }),
    sentAt: at,
    documentDate: before.documentDate ?? dateOf(at),
  });
  await logDifferences(
    tx,
    'entry',
    job.entryId,
    { journalstatus: [before.status, after.status], sendtDato: [before.sentAt, after.sentAt] },
    who,
  );
  for (const link of await tx.linksOf(job.entryId)) {
    const answered =
      link.kind === 'answers' && link.from === job.entryId ? await tx.findEntry(link.to) : undefined;
    const caseFile = answered && (await tx.findCase(answered.caseId));
    if (!answered || !caseFile || !isOpen(caseFile) || !isArrear(answered)) continue;
    await tx.changeEntry(answered.id, {
      clearance: { way: 'BU', on: dateOf(at), by: job.orderedBy, byEntry: job.entryId },
    });
    await logDifferences(
      tx,
      'entry',
      answered.id,
      {
        avskrivningsmaate: [undefined, 'BU'],
        referanseAvskrivesAvJournalpost: [undefined, after.recordNumber],
      },
      who,
    );
  }
}

/** The service, or our own check of the order, said no: nothing was sent, and the entry may be changed again. */
async function recordRefusal(
  needs: Sending,
  job: SigningJob,
  fault: { readonly code: string; readonly detail: string },
): Promise<void> {
  // Withdrawn meanwhile, it has its end already.
  const refused = await step(needs, job, { kind: 'refused', fault: { ...fault, at: needs.clock.now() } });
  if (!refused) return;
  const entry = await needs.archive.read.findEntry(job.entryId);
  needs.publish({
    kind: 'dispatch.failed',
    entryId: job.entryId,
    recordNumber: entry?.recordNumber ?? '',
    code: fault.code,
  });
}

/** A job that was being sent when the program ended, or the disk was full, may or may not have arrived. */
export const settleInterrupted =
  (needs: Pick<Sending, 'clock' | 'publish' | 'log'> & Touching) => async (): Promise<void> => {
    for (const job of await needs.archive.read.jobsIn(['sending'])) {
      const fault = { code: 'interrupted', detail: 'ended while sending', at: needs.clock.now() };
      await step(needs, job, { kind: 'left-uncertain', why: 'interrupted', fault });
      needs.log(`job ${job.id}: uncertain, its sending was interrupted`);
    }
  };
