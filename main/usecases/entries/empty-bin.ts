import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { type AccessRefusal, maySomewhere } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { decideEmptying } from '../../../domain/acts/decide-bin.ts';
import { type EntryId, type Instant, ok, type Result, refuse } from '../../../domain/basics.ts';
import { goneAt } from '../../../domain/bin.ts';
import { fieldChanged } from '../../../domain/change-log.ts';
import type { BinnedEntry, BinReader } from '../../ports/archive/bin.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryWriter } from '../../ports/archive/entries.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { systemName } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<BinReader & CaseReader, EntryWriter & LogWriter> };

/**
 * Deletes drafts in the bin for good: the one that is named, or all. Of all, those that this person may not see to stay,
 * and go when their time is up. Gives how many are gone.
 */
export const emptyBin =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (actor: Actor, entryId?: EntryId): Promise<Result<number, AccessRefusal | 'not-found'>> => {
    const overall = maySomewhere(actor, 'journal');
    if (!overall.ok) return overall;
    return archive.change(async (tx): Promise<Result<number, AccessRefusal | 'not-found'>> => {
      const found = entryId === undefined ? await tx.binned() : [await tx.findBinned(entryId)];
      let gone = 0;
      for (const binned of found) {
        const file = binned && (await tx.findCase(binned.entry.caseId));
        if (!binned || !file) return refuse('not-found');
        const allowed = decideEmptying(binned.entry, file, actor);
        if (!allowed.ok && entryId !== undefined) return allowed;
        if (!allowed.ok) continue;
        const by = signedBy(actor, 'journal', guardedEntry(binned.entry, file));
        await deleteForGood(tx, binned, { at: clock.now(), by });
        gone += 1;
      }
      return ok(gone);
    });
  };

/** Deletes for good what has lain in the bin for its whole time. */
export const emptyOldFromBin =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (): Promise<void> => {
    const at = clock.now();
    const isOver = ({ binnedAt }: BinnedEntry) => goneAt(binnedAt) <= at;
    if (!(await archive.read.binned()).some(isOver)) return;
    await archive.change(async (tx) => {
      for (const binned of (await tx.binned()).filter(isOver))
        await deleteForGood(tx, binned, { at, by: systemName });
    });
  };

async function deleteForGood(
  tx: EntryWriter & LogWriter,
  { entry }: BinnedEntry,
  who: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await tx.deleteEntry(entry.id);
  await tx.log({
    subject: 'case',
    subjectId: entry.caseId,
    ...fieldChanged('slettetForGodt', entry.recordNumber, '(tom)'),
    ...who,
  });
}
