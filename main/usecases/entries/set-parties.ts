import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import { type EntryId, ok, type Result } from '../../../domain/basics.ts';
import { type PartyInput, tidyParty } from '../../../domain/party-input.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { openForChange, whoOn } from './open-for-change.ts';
import { type PartyRefusal, sealIdentities } from './seal-identities.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & EntryReader & JobReader & PartyReader,
    EntryWriter & LogWriter & PartyWriter
  >;
};

/** Replaces the entry's parties; identity numbers follow the rule of {@link PartyInput}. */
export const setParties =
  ({ archive, clock, ids, vault, publish }: Pick<Needs, 'clock' | 'ids' | 'vault' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    revision: number,
    inputs: readonly PartyInput[],
  ): Promise<Result<number, ChangeRefusal | PartyRefusal>> => {
    const sealed = await sealIdentities({ vault })(inputs);
    if (!sealed.ok) return sealed;
    const outcome = await archive.change(async (tx): Promise<Result<number, ChangeRefusal>> => {
      const open = await openForChange(tx, entryId, ['parties'], actor, revision);
      if (!open.ok) return open;
      const before = await tx.partiesOf(entryId);
      const known = new Set(before.map((party) => party.id));
      const parties = inputs.map((input) => {
        // Named twice, the party stays once; the other is a new one.
        const stays = input.id !== undefined && known.delete(input.id);
        const stood = stays ? before.find((party) => party.id === input.id) : undefined;
        return {
          ...tidyParty(input),
          id: stood?.id ?? ids.newId<'party'>(),
          ...(stood && { isScreened: stood.isScreened }),
        };
      });
      await tx.setParties(entryId, parties);
      for (const [position, party] of parties.entries()) {
        if (inputs[position]?.identityNumber !== undefined)
          await tx.setSealedIdentity(party.id, sealed.value[position]);
      }
      const after = await tx.changeEntry(entryId, {});
      const names = (list: readonly { readonly kind: string; readonly name: string }[]) =>
        list.map((party) => `${party.kind} ${party.name}`).join(', ');
      await logDifferences(
        tx,
        'entry',
        entryId,
        { korrespondansepartNavn: [names(before), names(parties)] },
        whoOn(open.value, actor, clock.now()),
      );
      return ok(after.revision);
    });
    const entry = outcome.ok && (await archive.read.findEntry(entryId));
    if (entry) publish(changed(entry.caseId, entryId));
    return outcome;
  };
