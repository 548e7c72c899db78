import type { EntryId, PartyId } from '../../../domain/basics.ts';
import type { ShownOrder, ShownRecipient } from '../../../domain/dispatch-order.ts';
import type { Party } from '../../../domain/documents.ts';
import { maskTyped } from '../../../domain/identity-number.ts';
import { isRunning } from '../../../domain/signing-job.ts';
import type { Needs } from '../needs.ts';
import { draftOf, readDraft } from './kept-draft.ts';
import { openSealed } from './open-sealed.ts';

type Preparing = Pick<Needs, 'archive' | 'vault' | 'clock' | 'ids'>;

/** The order the dialog opens with: the draft left earlier, else one made of the entry's recipients. No number in full. */
export const prepareDispatch =
  (needs: Pick<Preparing, 'archive' | 'vault'>) =>
  async (entryId: EntryId): Promise<ShownOrder> => {
    const draft = await readDraft(needs, entryId);
    if (draft) return draft.order;
    const policy = await needs.archive.read.policy();
    return {
      recipients: await recipientsOf(needs, entryId),
      message: '',
      deadlineDays: policy.defaultDeadlineDays,
      agreedWithLeader: false,
    };
  };

/**
 * Keeps the dialog as the clerk left it. Sealed, because it holds identity numbers; and not once the entry is on its
 * way, since a draft that comes late would outlive the numbers' purging.
 */
export const keepDraft =
  (needs: Preparing) =>
  async (entryId: EntryId, order: ShownOrder): Promise<void> => {
    const { archive, vault, clock, ids } = needs;
    const draft = draftOf(order, await readDraft(needs, entryId), () => ids.newId());
    const sealed = await vault.seal(JSON.stringify(draft));
    await archive.change(async (tx) => {
      const entry = await tx.findEntry(entryId);
      const wanted =
        entry && ['R', 'F', 'G'].includes(entry.status) && !(await tx.jobsOf(entryId)).some(isRunning);
      if (wanted) await tx.setDraftOrder(entryId, sealed, clock.now());
    });
  };

async function recipientsOf(
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
