import type { EntryId, Instant } from '../../../domain/basics.ts';
import type { BinnedEntry, BinReader, BinWriter } from '../../ports/archive/bin.ts';
import type { Archive } from './connection.ts';
import { type EntryColumns, selectEntries, toEntry } from './entry-rows.ts';

export const binQueries = (db: Archive) =>
  ({
    binned: async () => {
      const rows = await selectEntries(db)
        .where('journal_entry.binned_at', 'is not', null)
        .orderBy('journal_entry.binned_at', 'desc')
        .execute();
      return rows.flatMap((row) => toBinned(row) ?? []);
    },
    findBinned: async (id) => {
      const row = await selectEntries(db).where('journal_entry.id', '=', id).executeTakeFirst();
      return row && toBinned(row);
    },
  }) satisfies BinReader;

const toBinned = (row: EntryColumns): BinnedEntry | undefined =>
  row.binned_at === null || row.binned_by === null
    ? undefined
    : { entry: toEntry(row), binnedAt: row.binned_at, binnedBy: row.binned_by };

export const binChanges = (db: Archive) =>
  ({
    binEntry: (id, at, by) => setBinned(db, id, { binned_at: at, binned_by: by }),
    restoreEntry: (id) => setBinned(db, id, { binned_at: null, binned_by: null }),
  }) satisfies BinWriter;

async function setBinned(
  db: Archive,
  id: EntryId,
  binned: { readonly binned_at: Instant | null; readonly binned_by: string | null },
): Promise<void> {
  const changed = await db.updateTable('journal_entry').set(binned).where('id', '=', id).executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Error(`no such entry: ${id}`);
}
