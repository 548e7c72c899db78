import type { Actor } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { decideSendingAgain, type SendAgainRefusal } from '../../../domain/acts/decide-sending-again.ts';
import type { OpenEntry } from '../../../domain/acts/open-entry.ts';
import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import { freshOrder, type ShownOrder, type ShownRecipient } from '../../../domain/dispatch-order.ts';
import type { Party } from '../../../domain/documents.ts';
import { maskTyped } from '../../../domain/identity-digits.ts';
import { policyFor } from '../../../domain/limits.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DispatchDraftWriter } from '../../ports/archive/dispatch-drafts.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { EntryLinkReader, EntryLinkWriter } from '../../ports/archive/entry-links.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import { readEntry, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import { copyEntry } from './copy-entry.ts';
import type { KeptDraft } from './kept-draft.ts';
import { openSealed } from './open-sealed.ts';
import { laterDispatch } from './sent-again.ts';

type Reads = CaseReader &
  DocumentReader &
  EntryLinkReader &
  EntryReader &
  JobReader &
  PartyReader &
  PolicyReader;
type Writes = DispatchDraftWriter & DocumentWriter & EntryLinkWriter & EntryWriter & LogWriter & PartyWriter;
type Touching = { readonly archive: ArchivePart<Reads, Writes> };
type SendingAgain = Pick<Needs, 'clock' | 'ids' | 'vault' | 'publish'> & Touching;

/**
 * «Send på nytt»: a new entry in the same case with the same files, parties, titles and screening, and the dispatch
 * dialog as the one before was sent. The numbers go from seal to seal, and never to a window.
 */
export const sendAgain =
  (needs: SendingAgain) =>
  async (actor: Actor, entryId: EntryId): Promise<Result<EntryId, SendAgainRefusal | 'not-found'>> => {
    const masks = await maskedNumbers(needs, entryId);
    const id: EntryId = needs.ids.newId();
    const partyIds = new Map<PartyId, PartyId>();
    const newPartyId = (of: PartyId): PartyId => {
      const known = partyIds.get(of) ?? needs.ids.newId<'party'>();
      partyIds.set(of, known);
      return known;
    };
    const [job] = await needs.archive.read.jobsOf(entryId);
    const sealed = job && (await sealDraft(needs, actor, job, { masks, newPartyId }));
    const outcome = await needs.archive.change(
      async (tx): Promise<Result<OpenEntry, SendAgainRefusal | 'not-found'>> => {
        const open = await readEntry(tx, entryId);
        if (!open) return refuse('not-found');
        const [newest] = await tx.jobsOf(entryId);
        const again = await laterDispatch(tx, entryId);
        const decision = decideSendingAgain(open, newest, again?.entry, actor);
        if (!decision.ok) return decision;
        if (!newest || !sealed || newest.id !== job?.id) return refuse('nothing-to-send-again');
        const who = whoOn(open, actor, needs.clock.now());
        // Its documents are finished, and so is it.
        const added = await copyEntry(needs, tx, open, { id, status: 'F', who });
        const told = { subject: 'entry', ...who } as const;
        const { recordNumber: before } = open.entry;
        await tx.log({ ...told, subjectId: id, code: 'sends-again', facts: { entry: before } });
        await tx.log({
          ...told,
          subjectId: entryId,
          code: 'sent-again',
          facts: { entry: added.recordNumber },
        });
        await copyParties(tx, { from: entryId, to: id, job: newest, newPartyId });
        await tx.addLink({ from: id, to: entryId, kind: 'sends-again' });
        for (const link of await tx.linksOf(entryId))
          if (link.kind === 'answers' && link.from === entryId)
            await tx.addLink({ from: id, to: link.to, kind: 'answers' });
        await tx.setDraftOrder(id, sealed, who.at);
        return ok(open);
      },
    );
    if (!outcome.ok) return outcome;
    needs.publish(changed(outcome.value.caseFile.id, entryId, id));
    return ok(id);
  };

type Copying = {
  readonly from: EntryId;
  readonly to: EntryId;
  readonly job: SigningJob;
  readonly newPartyId: (of: PartyId) => PartyId;
};
async function copyParties(tx: Reads & Writes, { from, to, job, newPartyId }: Copying): Promise<void> {
  const parties: readonly Party[] = await tx.partiesOf(from);
  await tx.setParties(
    to,
    parties.map((party) => ({ ...party, id: newPartyId(party.id) })),
  );
  const kept = await tx.sealedSigners(job.id);
  for (const { id, partyId } of job.signers) {
    const sealed = kept.get(id);
    if (sealed && partyId && parties.some((party) => party.id === partyId))
      await tx.setSealedIdentity(newPartyId(partyId), sealed);
  }
}

type Shape = {
  readonly masks: ReadonlyMap<string, string>;
  readonly newPartyId: (of: PartyId) => PartyId;
};
async function sealDraft(
  { archive: { read }, vault }: Pick<SendingAgain, 'archive' | 'vault'>,
  actor: Actor,
  job: SigningJob,
  shape: Shape,
): Promise<Uint8Array> {
  const deadlineDays = await deadlineFor(read, actor, job);
  const draft = draftOf(job, { ...shape, deadlineDays, parties: await read.partiesOf(job.entryId) });
  return vault.seal(JSON.stringify(draft));
}

/** The dialog as it was when the job was ordered. Whoever may not choose the days gets the usual ones. */
function draftOf(
  job: SigningJob,
  {
    deadlineDays,
    masks,
    parties,
    newPartyId,
  }: Shape & { readonly deadlineDays: number; readonly parties: readonly Party[] },
): KeptDraft {
  const recipients = job.signers.map(({ id, partyId, name, group, onBehalfOf }): ShownRecipient => {
    const known = parties.find((one) => one.id === partyId);
    const party = known && newPartyId(known.id);
    const masked = masks.get(id);
    return {
      name,
      group,
      identityNumber: '',
      ...(party && { partyId: party }),
      ...(party && masked !== undefined && { keptIdentity: { from: 'party', id: party, masked } }),
      ...(onBehalfOf !== undefined && {
        onBehalfOf: { name: onBehalfOf, organisationNumber: known?.organisationNumber },
      }),
    };
  });
  const order: ShownOrder = freshOrder<ShownRecipient>({ recipients, message: job.message, deadlineDays });
  return { order, typed: {} };
}

async function deadlineFor(archive: Reads, actor: Actor, job: SigningJob): Promise<number> {
  const entry = await archive.findEntry(job.entryId);
  const caseFile = entry && (await archive.findCase(entry.caseId));
  const limits = policyFor(await archive.policy(), (await archive.documentsOf(job.entryId))[0]?.type);
  const mayChoose = caseFile && may(actor, 'change-deadline', guardedEntry(entry, caseFile)).ok;
  const fits = job.deadlineDays >= limits.minDeadlineDays && job.deadlineDays <= limits.maxDeadlineDays;
  return mayChoose && fits ? job.deadlineDays : limits.defaultDeadlineDays;
}

/** How the numbers of the newest job's signers are shown, by signer. One that is purged or under a lost key is missing. */
async function maskedNumbers(
  needs: Pick<SendingAgain, 'archive' | 'vault'>,
  entryId: EntryId,
): Promise<ReadonlyMap<string, string>> {
  const [job] = await needs.archive.read.jobsOf(entryId);
  const masks = new Map<string, string>();
  for (const [signerId, sealed] of job ? await needs.archive.read.sealedSigners(job.id) : []) {
    const number = await openSealed(needs, sealed);
    if (number !== undefined) masks.set(signerId, maskTyped(number));
  }
  return masks;
}
