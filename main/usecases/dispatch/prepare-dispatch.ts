import type { EntryId, PartyId } from '../../../domain/basics.ts';
import type { DispatchOrder, Recipient } from '../../../domain/dispatch-order.ts';
import type { Party } from '../../../domain/documents.ts';
import { isRunning } from '../../../domain/signing-job.ts';
import { VaultLocked } from '../../ports/vault.ts';
import type { Needs } from '../needs.ts';

type Preparing = Pick<Needs, 'archive' | 'vault' | 'clock'>;

/** The order the dialog opens with: the draft left earlier, else one made of the entry's recipients. */
export const prepareDispatch =
  (needs: Preparing) =>
  async (entryId: EntryId): Promise<DispatchOrder> => {
    const draft = await needs.archive.read.findDraftOrder(entryId);
    const kept = draft && (await openSealed(needs, draft));
    // Written by `keepDraft` below and sealed since, so it still has that shape.
    if (kept !== undefined) return JSON.parse(kept) as DispatchOrder;
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
  ({ archive, vault, clock }: Preparing) =>
  async (entryId: EntryId, order: DispatchOrder): Promise<void> => {
    const sealed = await vault.seal(JSON.stringify(order));
    await archive.change(async (tx) => {
      const entry = await tx.findEntry(entryId);
      const wanted =
        entry && ['R', 'F', 'G'].includes(entry.status) && !(await tx.jobsOf(entryId)).some(isRunning);
      if (wanted) await tx.setDraftOrder(entryId, sealed, clock.now());
    });
  };

async function recipientsOf(needs: Preparing, entryId: EntryId): Promise<readonly Recipient[]> {
  const identities = await needs.archive.read.sealedIdentitiesOf(entryId);
  const parties = (await needs.archive.read.partiesOf(entryId)).filter(
    (party) => party.kind === 'EM' || party.kind === 'GM',
  );
  return Promise.all(parties.map((party) => toRecipient(needs, party, identities.get(party.id))));
}

async function toRecipient(
  needs: Preparing,
  party: Party & { readonly id: PartyId },
  sealed: Uint8Array | undefined,
): Promise<Recipient> {
  return {
    partyId: party.id,
    name: party.isFirm ? (party.contactPerson ?? '') : party.name,
    identityNumber: (sealed && (await openSealed(needs, sealed))) ?? '',
    group: 0,
    onBehalfOf: party.isFirm ? { name: party.name, organisationNumber: party.organisationNumber } : undefined,
  };
}

const openSealed = async (
  { vault }: Pick<Needs, 'vault'>,
  sealed: Uint8Array,
): Promise<string | undefined> => {
  try {
    return await vault.open(sealed);
  } catch (fault) {
    // A lost key costs the typed numbers, not the dialog: the fields are empty and say so.
    if (fault instanceof VaultLocked) return undefined;
    throw fault;
  }
};
