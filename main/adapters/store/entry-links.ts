import type { EntryLinkReader, EntryLinkWriter } from '../../ports/archive/entry-links.ts';
import type { Archive } from './connection.ts';

export const entryLinkQueries = (db: Archive) =>
  ({
    linksOf: async (entryId) => {
      const rows = await db
        .selectFrom('entry_link')
        .selectAll()
        .where((eb) => eb.or([eb('from_entry', '=', entryId), eb('to_entry', '=', entryId)]))
        .execute();
      return rows.map((row) => ({
        from: row.from_entry,
        to: row.to_entry,
        kind: row.kind,
      }));
    },
  }) satisfies EntryLinkReader;

export const entryLinkChanges = (db: Archive) =>
  ({
    addLink: async (link) => {
      await db
        .insertInto('entry_link')
        .values({ from_entry: link.from, to_entry: link.to, kind: link.kind })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  }) satisfies EntryLinkWriter;
