import type { Actor } from '../../../domain/access/actor.ts';
import { type EntryId, ok, type Result, refuse, toId } from '../../../domain/basics.ts';
import type { KeptIdentity } from '../../../domain/dispatch-order.ts';
import type { RevealReason } from '../../../domain/reveal-reason.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DispatchDraftReader } from '../../ports/archive/dispatch-drafts.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { LookingLogWriter } from '../../ports/archive/looking-log.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import { logReveal, type RevealRefusal, revealIdentity } from '../entries/reveal-identity.ts';
import type { Needs } from '../needs.ts';
import { readDraft } from './kept-draft.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DispatchDraftReader & EntryReader & PartyReader & PolicyReader,
    LogWriter & LookingLogWriter
  >;
};

/** Shows one recipient's number in full, as {@link revealIdentity} does for a party: logged before it is shown. */
export const revealRecipient =
  (needs: Pick<Needs, 'clock' | 'vault'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    { from, id }: Pick<KeptIdentity, 'from' | 'id'>,
    reason: RevealReason,
  ): Promise<Result<string, RevealRefusal>> => {
    const allowed = await mayOnEntry(needs.archive.read, actor, 'dispatch', entryId);
    if (!allowed.ok) return allowed;
    if (from === 'party') return revealIdentity(needs)(actor, entryId, toId(id), reason);
    const draft = await readDraft(needs, entryId);
    const number = draft && Object.hasOwn(draft.typed, id) ? draft.typed[id] : undefined;
    const recipient = draft?.order.recipients.find(({ keptIdentity }) => keptIdentity?.id === id);
    if (number === undefined || !recipient) return refuse('not-found');
    const logged = await logReveal(needs, actor, entryId, { id, name: recipient.name }, reason);
    return logged.ok ? ok(number) : logged;
  };
