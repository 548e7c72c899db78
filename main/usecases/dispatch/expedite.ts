import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { type EntryId, type Instant, type JobId, ok, type PartyId, refuse } from '../../../domain/basics.ts';
import { barringStop, checkDispatch, restrictedTitles } from '../../../domain/dispatch-check.ts';
import { type DispatchOrder, numberGroups, type Recipient } from '../../../domain/dispatch-order.ts';
import { dispatchedParties, type KnownParty, partyDifferences } from '../../../domain/dispatched-parties.ts';
import { currentObject } from '../../../domain/documents.ts';
import { type Finding, mayDispatch, stop } from '../../../domain/findings.ts';
import { readIdentityNumber } from '../../../domain/identity-number.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { ordered } from '../../../domain/signing-job.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DispatchDraftWriter } from '../../ports/archive/dispatch-drafts.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { EntryLinkReader } from '../../ports/archive/entry-links.ts';
import type { FileReader, FileWriter } from '../../ports/archive/files.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import { JobAlreadyRunning, type NewJob } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ScreeningReader } from '../../ports/archive/screenings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import {
  type DispatchMemory,
  dispatchFacts,
  documentsMark,
  gatherDocuments,
  knownReachOf,
} from './gather-dispatch.ts';

type Touching = {
  readonly archive: ArchivePart<
    AccessReader &
      CaseReader &
      DocumentReader &
      EntryLinkReader &
      EntryReader &
      FileReader &
      JobReader &
      PartyReader &
      PolicyReader &
      RestorationReader &
      ScreeningReader,
    DispatchDraftWriter & EntryWriter & FileWriter & JobWriter & LogWriter & PartyWriter
  >;
};

type Expediting = Pick<
  Needs,
  'pdf' | 'clock' | 'digest' | 'ids' | 'vault' | 'training' | 'onTrial' | 'publish' | 'wakeOutbox'
> &
  Touching & { readonly memory: DispatchMemory };
export type ExpediteOutcome =
  | { readonly ok: true; readonly value: JobId }
  | {
      readonly ok: false;
      readonly refusal: Refusal<'not-found' | 'documents-changed' | 'findings'>;
      readonly findings?: readonly Finding[];
    };

const refused = (findings: readonly Finding[]): ExpediteOutcome => ({ ...refuse('findings'), findings });

/**
 * «Ekspeder»: checks every rule again inside the transaction that freezes the entry and records the job, and leaves
 * the sending to the outbox. `seenMerged` is the digest of the PDF the clerk was shown: nothing else is ever sent.
 */
export const expedite =
  (needs: Expediting) =>
  async (
    actor: Actor,
    entryId: EntryId,
    order: DispatchOrder,
    seenMerged: string | undefined,
  ): Promise<ExpediteOutcome> => {
    const entry = await needs.archive.read.findEntry(entryId);
    if (!entry) return refuse('not-found');
    const allowed = await mayOnEntry(needs.archive.read, actor, 'dispatch', entryId);
    if (!allowed.ok) {
      const { refusal } = allowed;
      return refusal.code === 'not-found' ? refuse('not-found') : refused([barringStop(refusal)]);
    }
    const gathered = await gatherDocuments(needs)(entry.title, await needs.archive.read.documentsOf(entryId));
    const reach = await knownReachOf(needs, order);
    const sealed = await sealRecipients(needs, order);
    const at = needs.clock.now();
    const jobId: JobId = needs.ids.newId();
    try {
      const outcome = await needs.archive.change(async (tx): Promise<ExpediteOutcome> => {
        const facts = await dispatchFacts(needs, tx, entryId, actor, gathered, reach);
        const current = await tx.findEntry(entryId);
        if (!facts || !current) return refuse('not-found');
        const findings = checkDispatch(order, facts);
        if (!mayDispatch(findings)) return refused(findings);
        const by = signedBy(actor, 'dispatch', facts.guarded);
        const merged = gathered.merged;
        const unchanged = documentsMark(current.title, await tx.documentsOf(entryId)) === gathered.mark;
        if (!merged || !unchanged || (seenMerged !== undefined && merged.sha256 !== seenMerged))
          return refuse('documents-changed');
        await tx.putFile(merged.sha256, merged.bytes, at, await keptAs(tx, entryId));
        const who = { at, by } as const;
        const partyIds = await writeParties(needs, tx, entryId, facts.parties, sealed, who);
        await tx.addJob({
          id: jobId,
          entryId,
          caseId: current.caseId,
          ...ordered,
          reference: needs.ids.newId(),
          title: tidyTitle(current.title),
          nonSensitiveTitle: tidyTitle(current.nonSensitiveTitle ?? '') || undefined,
          message: order.message.normalize('NFC').trim(),
          deadlineDays: order.deadlineDays,
          merged: { sha256: merged.sha256, bytes: merged.bytes.byteLength, pages: merged.pages },
          signers: sealed.map(({ signer }, position) => ({ ...signer, partyId: partyIds[position] })),
          orderedBy: by,
          orderedAt: at,
        });
        await tx.setDraftOrder(entryId, undefined, at);
        await tx.changeEntry(entryId, {});
        const row = { subject: 'job', subjectId: jobId, ...who } as const;
        const names = sealed.map(({ signer }) => signer.name);
        await tx.log({ ...row, code: 'job-ordered', facts: { signers: names } });
        const restricted = restrictedTitles(facts.documents);
        if (restricted.length > 0)
          await tx.log({ ...row, code: 'rights-confirmed', facts: { documents: restricted } });
        return ok(jobId);
      });
      if (outcome.ok) {
        needs.publish(changed(entry.caseId, entryId));
        needs.wakeOutbox();
      }
      return outcome;
    } catch (fault) {
      if (fault instanceof JobAlreadyRunning) return refused([stop('dispatch-running', 'entry')]);
      throw fault;
    }
  };

/** What a part shows, the whole shows. */
async function keptAs(archive: DocumentReader & FileReader, entryId: EntryId): Promise<'sealed' | undefined> {
  for (const document of await archive.documentsOf(entryId)) {
    const object = currentObject(document);
    if (object && (await archive.isFileSealed(object.sha256))) return 'sealed';
  }
  return undefined;
}

type SealedRecipient = {
  readonly recipient: Recipient;
  readonly signer: Omit<NewJob['signers'][number], 'partyId'>;
};

/** Recipients with sealed numbers. One whose number cannot be read is left out: the rules stop that order anyway. */
async function sealRecipients(
  { vault, ids }: Pick<Needs, 'vault' | 'ids'>,
  order: DispatchOrder,
): Promise<readonly SealedRecipient[]> {
  const sealed: SealedRecipient[] = [];
  for (const recipient of numberGroups(order.recipients, 'groups')) {
    const identity = readIdentityNumber(recipient.identityNumber);
    if (typeof identity === 'string') continue;
    const signer = {
      id: ids.newId<'signer'>(),
      name: tidyTitle(recipient.name),
      group: recipient.group,
      onBehalfOf: tidyTitle(recipient.onBehalfOf?.name ?? '') || undefined,
      state: 'waiting' as const,
      sealedIdentity: await vault.seal(identity.digits),
      fingerprint: await vault.fingerprint(identity.digits),
    };
    sealed.push({ recipient, signer });
  }
  return sealed;
}

/** From now on the journal names those it is sent to, each with the number that was used; see {@link dispatchedParties}. */
async function writeParties(
  { ids }: Pick<Needs, 'ids'>,
  tx: PartyWriter & LogWriter,
  entryId: EntryId,
  before: readonly KnownParty[],
  sealed: readonly SealedRecipient[],
  who: { readonly at: Instant; readonly by: string },
): Promise<readonly PartyId[]> {
  const recipients = sealed.map(({ recipient }) => recipient);
  const { parties, partyIds } = dispatchedParties(before, recipients, () => ids.newId());
  await tx.setParties(entryId, parties);
  for (const [position, id] of partyIds.entries())
    await tx.setSealedIdentity(id, sealed[position]?.signer.sealedIdentity);
  for (const change of partyDifferences(before, parties))
    await logDifferences(tx, 'entry', entryId, { korrespondansepartNavn: change }, who);
  return partyIds;
}
