import type { Actor } from '../../../domain/access/actor.ts';
import { type AccessRefusal, may } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import { isOpen } from '../../../domain/case-file.ts';
import { freshOrder, type ShownRecipient } from '../../../domain/dispatch-order.ts';
import type { Party } from '../../../domain/documents.ts';
import { type MailedPerson, type Mailing, type MailingId, statusOfCopy } from '../../../domain/mailing.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DispatchDraftReader, DispatchDraftWriter } from '../../ports/archive/dispatch-drafts.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { EntryLinkReader, EntryLinkWriter } from '../../ports/archive/entry-links.ts';
import type { FileReader, FileWriter } from '../../ports/archive/files.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { MailingReader, MailingWriter } from '../../ports/archive/mailings.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ScreeningReader } from '../../ports/archive/screenings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import { mayOnEntry, readEntry, whoOn } from '../entries/open-for-change.ts';
import { copyEntry } from './copy-entry.ts';
import { type ExpediteOutcome, expedite } from './expedite.ts';
import { recipientsOf } from './prepare-dispatch.ts';
import { resolveOrder } from './resolve-order.ts';

type Reads = AccessReader &
  CaseReader &
  DispatchDraftReader &
  DocumentReader &
  EntryLinkReader &
  EntryReader &
  FileReader &
  JobReader &
  MailingReader &
  PartyReader &
  PolicyReader &
  RestorationReader &
  ScreeningReader;
type Writes = DispatchDraftWriter &
  DocumentWriter &
  EntryLinkWriter &
  EntryWriter &
  FileWriter &
  JobWriter &
  LogWriter &
  MailingWriter &
  PartyWriter;
type Touching = { readonly archive: ArchivePart<Reads, Writes> };
type Sending = Omit<Parameters<typeof expedite>[0], 'archive'> & Touching;
type MakingRefused = AccessRefusal | 'not-found' | 'case-closed' | 'mailing-ended';
type MailOutcome =
  | { readonly ok: true; readonly value: { readonly more: boolean } }
  | Extract<ExpediteOutcome, { readonly ok: false }>
  | Extract<Result<never, MakingRefused>, { readonly ok: false }>;

/**
 * Sends to the next person of a list: first an entry of their own is made, in one transaction that also says for whom it
 * is; then it is expedited by the rules of every dispatch, in another. Broken off anywhere it goes on where it stopped: a
 * person whose entry is made never gets a second one, and an entry that has a job is not expedited again.
 */
export const mailNext =
  (needs: Sending) =>
  async (actor: Actor, sourceId: EntryId, id: MailingId): Promise<MailOutcome> => {
    const allowed = await mayOnEntry(needs.archive.read, actor, 'dispatch', sourceId);
    if (!allowed.ok) return allowed;
    const mailing = await needs.archive.read.findMailing(id);
    if (mailing?.entryId !== sourceId) return refuse('not-found');
    const person = await nextPerson(needs.archive.read, mailing);
    if (!person) {
      await needs.archive.change((tx) => tx.endMailing(id, needs.clock.now()));
      return ok({ more: false });
    }
    const made = person.entryId ? ok(person.entryId) : await makeEntry(needs, actor, mailing, person);
    if (!made.ok) return made;
    const recipients = await recipientsOf(needs, made.value);
    const shown = freshOrder<ShownRecipient>({ ...mailing.terms, recipients });
    const order = await resolveOrder(needs)(actor, made.value, shown);
    const sent = await expedite(needs)(actor, made.value, order, mailing.seenMerged);
    // Another window may have been a moment earlier.
    const isSent = sent.ok || (await needs.archive.read.jobsOf(made.value)).length > 0;
    return isSent ? ok({ more: true }) : sent;
  };

/** The first whose entry is to be made, or is made and was never expedited; not one that was taken away since. */
async function nextPerson(archive: Reads, { people }: Mailing): Promise<MailedPerson | undefined> {
  for (const person of people) {
    if (person.waits) return person;
    const entry = person.entryId && (await archive.findEntry(person.entryId));
    if (!entry || !['F', 'G'].includes(entry.status)) continue;
    if ((await archive.jobsOf(entry.id)).length === 0) return person;
  }
  return undefined;
}

async function makeEntry(
  needs: Sending,
  actor: Actor,
  mailing: Mailing,
  { position, name, firm, organisationNumber }: MailedPerson,
): Promise<Result<EntryId, MakingRefused>> {
  const id: EntryId = needs.ids.newId();
  const partyId: PartyId = needs.ids.newId();
  const outcome = await needs.archive.change(async (tx): Promise<Result<EntryId, MakingRefused>> => {
    const now = await tx.findMailing(mailing.id);
    const open = await readEntry(tx, mailing.entryId);
    if (!now || !open) return refuse('not-found');
    // Another window may have made it meanwhile.
    const known = now.people.find((one) => one.position === position)?.entryId;
    if (known) return ok(known);
    const { caseFile, entry: source } = open;
    const sealed = await tx.sealedNumberOf(mailing.id, position);
    if (!sealed) return refuse('mailing-ended');
    for (const act of ['register', 'dispatch'] as const) {
      const allowed = may(actor, act, guardedEntry(source, caseFile));
      if (!allowed.ok) return allowed;
    }
    if (!isOpen(caseFile)) return refuse('case-closed', { case: caseFile.caseNumber });
    const who = whoOn(open, actor, needs.clock.now());
    await copyEntry(needs, tx, open, { id, status: statusOfCopy(source.status), who });
    const hidden = (await tx.partiesOf(source.id)).some(({ isScreened }) => isScreened);
    const party: Party = {
      id: partyId,
      kind: 'EM',
      name: firm ?? name,
      isFirm: firm !== undefined,
      ...(firm !== undefined && { contactPerson: name, organisationNumber }),
      ...(hidden && { isScreened: true }),
    };
    await tx.setParties(id, [party]);
    await tx.setSealedIdentity(partyId, sealed);
    await tx.setMailedEntry(mailing.id, position, id);
    await tx.addLink({ from: id, to: source.id, kind: 'one-of-many' });
    const facts = { entry: source.recordNumber };
    await tx.log({ subject: 'entry', subjectId: id, code: 'one-of-many', facts, ...who });
    return ok(id);
  });
  if (outcome.ok) {
    const made = await needs.archive.read.findEntry(outcome.value);
    if (made) needs.publish(changed(made.caseId, made.id));
  }
  return outcome;
}
