import { type EntryId, ok, type Result, refuse, toId } from '../../../domain/basics.ts';
import type { KeptIdentity } from '../../../domain/dispatch-order.ts';
import { hasAbility, type User } from '../../../domain/roles.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DispatchDraftReader } from '../../ports/archive/dispatch-drafts.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logReveal, type RevealRefusal, revealIdentity } from '../entries/reveal-identity.ts';
import type { Needs } from '../needs.ts';
import { readDraft } from './kept-draft.ts';

type Touching = {
  readonly archive: ArchivePart<DispatchDraftReader & PartyReader & PolicyReader, LogWriter>;
};

/** Shows one recipient's number in full, as {@link revealIdentity} does for a party: logged before it is shown. */
export const revealRecipient =
  (needs: Pick<Needs, 'clock' | 'vault'> & Touching) =>
  async (
    user: User,
    entryId: EntryId,
    { from, id }: Pick<KeptIdentity, 'from' | 'id'>,
  ): Promise<Result<string, RevealRefusal>> => {
    if (!hasAbility(user, 'dispatch')) return refuse('not-allowed');
    if (from === 'party') return revealIdentity(needs)(user, entryId, toId(id));
    const draft = await readDraft(needs, entryId);
    const number = draft && Object.hasOwn(draft.typed, id) ? draft.typed[id] : undefined;
    const recipient = draft?.order.recipients.find(({ keptIdentity }) => keptIdentity?.id === id);
    if (number === undefined || !recipient) return refuse('not-found');
    await logReveal(needs, user, entryId, recipient.name);
    return ok(number);
  };
