import type { Actor } from '../../../domain/access/actor.ts';
import { type EntryId, toId } from '../../../domain/basics.ts';
import type { DispatchOrder, KeptIdentity, ShownOrder } from '../../../domain/dispatch-order.ts';
import { maskTyped } from '../../../domain/identity-digits.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DispatchDraftReader } from '../../ports/archive/dispatch-drafts.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import { readDraft } from './kept-draft.ts';
import { openSealed } from './open-sealed.ts';

type Touching = {
  readonly archive: ArchivePart<CaseReader & DispatchDraftReader & EntryReader & PartyReader & PolicyReader>;
};

/**
 * The order with its numbers: those typed, else those the archive holds under the names given. One that is gone, or is
 * another than was shown, is left empty, and the rules stop the order for it. For one who may not dispatch no number is
 * opened.
 */
export const resolveOrder =
  (needs: Pick<Needs, 'vault'> & Touching) =>
  async (actor: Actor, entryId: EntryId, shown: ShownOrder): Promise<DispatchOrder> => {
    const allowed = await mayOnEntry(needs.archive.read, actor, 'dispatch', entryId);
    const kept = allowed.ok ? await keptNumbers(needs, entryId) : () => undefined;
    return {
      ...shown,
      recipients: await Promise.all(
        shown.recipients.map(async ({ keptIdentity, ...recipient }) => {
          if (recipient.identityNumber.trim() !== '' || !keptIdentity) return recipient;
          const number = await kept(keptIdentity);
          const same = number !== undefined && maskTyped(number) === keptIdentity.masked;
          return { ...recipient, identityNumber: same ? number : '' };
        }),
      ),
    };
  };

/** Finds one number that the entry's parties or its draft hold. */
export async function keptNumbers(
  needs: Pick<Needs, 'vault'> & Touching,
  entryId: EntryId,
): Promise<(name: Pick<KeptIdentity, 'from' | 'id'>) => Promise<string | undefined>> {
  const identities = await needs.archive.read.sealedIdentitiesOf(entryId);
  const draft = await readDraft(needs, entryId);
  return async ({ from, id }) => {
    if (from === 'draft') return draft && Object.hasOwn(draft.typed, id) ? draft.typed[id] : undefined;
    const sealed = identities.get(toId(id));
    return sealed && openSealed(needs, sealed);
  };
}
