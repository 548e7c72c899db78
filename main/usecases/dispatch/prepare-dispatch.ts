import type { Actor } from '../../../domain/access/actor.ts';
import { type AccessRefusal, may } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import { freshOrder, type ShownOrder, type ShownRecipient } from '../../../domain/dispatch-order.ts';
import type { Party } from '../../../domain/documents.ts';
import { maskTyped } from '../../../domain/identity-digits.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import { policyFor, type SigningPolicy } from '../../../domain/limits.ts';
import { isRunning } from '../../../domain/signing-job.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DispatchDraftReader, DispatchDraftWriter } from '../../ports/archive/dispatch-drafts.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import { draftOf, readDraft } from './kept-draft.ts';
import { openSealed } from './open-sealed.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DispatchDraftReader & DocumentReader & EntryReader & JobReader & PartyReader & PolicyReader,
    DispatchDraftWriter
  >;
};

type Preparing = Pick<Needs, 'vault' | 'clock' | 'ids'> & Touching;

export type PreparedDispatch = {
  readonly entry: JournalEntry;
  readonly caseFile: CaseFile;
  readonly policy: SigningPolicy;
  /** The draft left earlier, else one made of the entry's recipients. No number in full. */
  readonly order: ShownOrder;
};
type Refused = 'not-found' | AccessRefusal;

/** What the dispatch dialog opens with. */
export const prepareDispatch =
  (needs: Pick<Preparing, 'archive' | 'vault'>) =>
  async (actor: Actor, entryId: EntryId): Promise<Result<PreparedDispatch, Refused>> => {
    const { read } = needs.archive;
    const entry = await read.findEntry(entryId);
    const caseFile = entry && (await read.findCase(entry.caseId));
    if (!entry || !caseFile) return refuse('not-found');
    const allowed = may(actor, 'dispatch', guardedEntry(entry, caseFile));
    if (!allowed.ok) return allowed;
    const policy = policyFor(await read.policy(), (await read.documentsOf(entryId))[0]?.type);
    const draft = await readDraft(needs, entryId);
    const order =
      draft?.order ??
      freshOrder({
        recipients: await recipientsOf(needs, entryId),
        deadlineDays: policy.defaultDeadlineDays,
      });
    return ok({ entry, caseFile, policy, order });
  };

/**
 * Keeps the dialog as the clerk left it. Sealed, because it holds identity numbers; and not once the entry is on its
 * way, since a draft that comes late would outlive the numbers' purging.
 */
export const keepDraft =
  (needs: Preparing) =>
  async (actor: Actor, entryId: EntryId, order: ShownOrder): Promise<Result<undefined, Refused>> => {
    const { archive, vault, clock, ids } = needs;
    const allowed = await mayOnEntry(archive.read, actor, 'dispatch', entryId);
    if (!allowed.ok) return allowed;
    const draft = draftOf(order, await readDraft(needs, entryId), () => ids.newId());
    const sealed = await vault.seal(JSON.stringify(draft));
    return archive.change(async (tx): Promise<Result<undefined, Refused>> => {
      const entry = await tx.findEntry(entryId);
      const still = await mayOnEntry(tx, actor, 'dispatch', entryId);
      if (!entry || !still.ok) return still.ok ? refuse('not-found') : still;
      const wanted = ['R', 'F', 'G'].includes(entry.status) && !(await tx.jobsOf(entryId)).some(isRunning);
      if (wanted) await tx.setDraftOrder(entryId, sealed, clock.now());
      return ok(undefined);
    });
  };

/** The entry's parties that a dispatch goes to. */
export async function recipientsOf(
  needs: Pick<Preparing, 'archive' | 'vault'>,
  entryId: EntryId,
): Promise<readonly ShownRecipient[]> {
  const identities = await needs.archive.read.sealedIdentitiesOf(entryId);
  const parties = (await needs.archive.read.partiesOf(entryId)).filter(
    (party) => party.kind === 'EM' || party.kind === 'GM',
  );
  return Promise.all(parties.map((party) => toRecipient(needs, party, identities.get(party.id))));
}

async function toRecipient(
  needs: Pick<Preparing, 'vault'>,
  party: Party & { readonly id: PartyId },
  sealed: Uint8Array | undefined,
): Promise<ShownRecipient> {
  const number = sealed && (await openSealed(needs, sealed));
  return {
    partyId: party.id,
    name: party.isFirm ? (party.contactPerson ?? '') : party.name,
    identityNumber: '',
    keptIdentity:
      number === undefined ? undefined : { from: 'party', id: party.id, masked: maskTyped(number) },
    group: 0,
    onBehalfOf: party.isFirm ? { name: party.name, organisationNumber: party.organisationNumber } : undefined,
  };
}
