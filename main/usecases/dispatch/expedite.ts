import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { type EntryId, type JobId, ok, refuse } from '../../../domain/basics.ts';
import { barringStop, checkDispatch, restrictedTitles } from '../../../domain/dispatch-check.ts';
import { type DispatchOrder, numberGroups } from '../../../domain/dispatch-order.ts';
import { currentObject } from '../../../domain/documents.ts';
import { type Finding, mayDispatch, stop } from '../../../domain/findings.ts';
import { readIdentityNumber } from '../../../domain/identity-number.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { ordered } from '../../../domain/signing-job.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DispatchDraftWriter } from '../../ports/archive/dispatch-drafts.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { FileReader, FileWriter } from '../../ports/archive/files.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import { JobAlreadyRunning, type NewJob } from '../../ports/archive/jobs.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
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
    CaseReader & DocumentReader & EntryReader & FileReader & JobReader & PolicyReader & RestorationReader,
    DispatchDraftWriter & EntryWriter & FileWriter & JobWriter & LogWriter
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
    const signers = await sealSigners(needs, order);
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
          signers,
          orderedBy: by,
          orderedAt: at,
        });
        await tx.setDraftOrder(entryId, undefined, at);
        await tx.changeEntry(entryId, {});
        const row = { subject: 'job', subjectId: jobId, at, by } as const;
        await tx.log({ ...row, code: 'job-ordered', facts: { signers: signers.map(({ name }) => name) } });
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

/** Signers with sealed numbers. One whose number cannot be read is left out: the rules stop that order anyway. */
async function sealSigners(
  { vault, ids }: Pick<Needs, 'vault' | 'ids'>,
  order: DispatchOrder,
): Promise<NewJob['signers']> {
  const signers: NewJob['signers'][number][] = [];
  for (const recipient of numberGroups(order.recipients, 'groups')) {
    const identity = readIdentityNumber(recipient.identityNumber);
    if (typeof identity === 'string') continue;
    signers.push({
      id: ids.newId(),
      partyId: recipient.partyId,
      name: tidyTitle(recipient.name),
      group: recipient.group,
      onBehalfOf: tidyTitle(recipient.onBehalfOf?.name ?? '') || undefined,
      state: 'waiting',
      sealedIdentity: await vault.seal(identity.digits),
      fingerprint: await vault.fingerprint(identity.digits),
    });
  }
  return signers;
}
