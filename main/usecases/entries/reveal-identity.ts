import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import { decideReason, type RevealReason, toReasonText } from '../../../domain/reveal-reason.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { LookingLogWriter } from '../../ports/archive/looking-log.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { VaultLocked } from '../../ports/vault.ts';
import type { Needs } from '../needs.ts';
import { mayOnEntry } from './open-for-change.ts';

type Touching = {
  readonly archive: ArchivePart<CaseReader & EntryReader & PartyReader, LogWriter & LookingLogWriter>;
};

export type RevealRefusal = AccessRefusal | 'not-found' | 'identity-locked' | 'reason-missing';

/** Shows a party's identity number in full, once the reason for it is in both logs; the number is in neither. */
export const revealIdentity =
  (needs: Pick<Needs, 'clock' | 'vault'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    partyId: PartyId,
    reason: RevealReason,
  ): Promise<Result<string, RevealRefusal>> => {
    const { archive, vault } = needs;
    const allowed = await mayOnEntry(archive.read, actor, 'register', entryId);
    if (!allowed.ok) return allowed;
    const sealed = (await archive.read.sealedIdentitiesOf(entryId)).get(partyId);
    const party = (await archive.read.partiesOf(entryId)).find((candidate) => candidate.id === partyId);
    if (!sealed || !party) return refuse('not-found');
    const logged = await logReveal(needs, actor, entryId, { id: partyId, name: party.name }, reason);
    if (!logged.ok) return logged;
    try {
      return ok(await vault.open(sealed));
    } catch (fault) {
      if (fault instanceof VaultLocked) return refuse('identity-locked');
      throw fault;
    }
  };

/** Who looked, at whose number, when and why: in the change log and in the log of looking, before the number is shown. */
export async function logReveal(
  { archive, clock }: Pick<Needs, 'clock'> & Touching,
  actor: Actor,
  entryId: EntryId,
  whose: { readonly id: string; readonly name: string },
  given: RevealReason,
): Promise<Result<undefined, 'not-found' | 'reason-missing'>> {
  const reason = decideReason(given);
  if (!reason.ok) return reason;
  return archive.change(async (tx): Promise<Result<undefined, 'not-found'>> => {
    const entry = await tx.findEntry(entryId);
    const file = entry && (await tx.findCase(entry.caseId));
    if (!entry || !file) return refuse('not-found');
    const at = clock.now();
    const by = signedBy(actor, 'register', guardedEntry(entry, file));
    await tx.log({
      subject: 'entry',
      subjectId: entryId,
      code: 'identity-shown',
      facts: { whose: whose.name, ground: reason.value.ground, words: reason.value.words },
      at,
      by,
    });
    await tx.addLook({
      at,
      userId: actor.id,
      userName: by,
      kind: 'identity',
      subjectId: whose.id,
      caseId: file.id,
      entryId,
      reason: toReasonText(reason.value),
    });
    return ok(undefined);
  });
}
