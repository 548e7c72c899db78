import { sql } from 'kysely';
import type { EntryId, PartyId } from '../../../domain/basics.ts';
import { partyKinds } from '../../../domain/code-lists.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import { present } from './absent-values.ts';
import { toCode } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { entryPage } from './entry-lists.ts';
import { selectEntries, toEntry } from './entry-rows.ts';
import { searchPatterns } from './search-words.ts';
import { storedId } from './stored-id.ts';

export const entryQueries = (db: Archive) =>
  ({
    findEntry: async (id) => {
      const row = await selectEntries(db).where('journal_entry.id', '=', id).executeTakeFirst();
      return row && toEntry(row);
    },
    findEntryByNumber: async (number) => {
      const [, sequence, year] = /^(\d{1,9})\/(\d{4})$/.exec(number) ?? [];
      const matching =
        sequence === undefined
          ? selectEntries(db).where('record_number', '=', number)
          : selectEntries(db)
              .where('journal_sequence', '=', Number(sequence))
              .where('journal_year', '=', Number(year));
      const row = await matching.executeTakeFirst();
      return row && toEntry(row);
    },
    entriesOf: (caseId, page) => {
      let matching = db.selectFrom('journal_entry').where('journal_entry.case_id', '=', caseId);
      for (const pattern of searchPatterns(page.text))
        matching = matching.where('journal_entry.id', 'in', (eb) =>
          eb
            .selectFrom('search_text')
            .select('unit_id')
            .where('search_text.case_id', '=', caseId)
            .where('words', 'like', pattern),
        );
      return entryPage(db, matching, sql`journal_entry.entry_number DESC`, page);
    },
    partiesOf: async (entryId) => {
      const rows = await db
        .selectFrom('correspondence_party')
        .selectAll()
        .where('entry_id', '=', entryId)
        .orderBy('position')
        .execute();
      return rows.map((row) => ({
        id: storedId<'party'>(row.id),
        kind: toCode(partyKinds, row.kind),
        name: row.name,
        isFirm: row.is_firm === 1,
        ...present('organisationNumber', row.organisation_number),
        ...present('address', row.address),
        ...present('postalCode', row.postal_code),
        ...present('postalPlace', row.postal_place),
        ...present('email', row.email),
        ...present('phone', row.phone),
        ...present('contactPerson', row.contact_person),
      }));
    },
    sealedIdentitiesOf: async (entryId) => {
      const rows = await db
        .selectFrom('sealed_identity')
        .innerJoin('correspondence_party', 'correspondence_party.id', 'sealed_identity.party_id')
        .select(['party_id', 'sealed'])
        .where('entry_id', '=', entryId)
        .execute();
      return new Map<PartyId, Uint8Array>(rows.map((row) => [storedId(row.party_id), row.sealed]));
    },
    linksOf: async (entryId) => {
      const rows = await db
        .selectFrom('entry_link')
        .selectAll()
        .where((eb) => eb.or([eb('from_entry', '=', entryId), eb('to_entry', '=', entryId)]))
        .execute();
      return rows.map((row) => ({
        from: storedId<'entry'>(row.from_entry),
        to: storedId<'entry'>(row.to_entry),
        kind: row.kind,
      }));
    },
    findDraftOrder: async (entryId) => {
      const row = await db
        .selectFrom('dispatch_draft')
        .select('sealed')
        .where('entry_id', '=', entryId)
        .executeTakeFirst();
      return row?.sealed;
    },
  }) satisfies Partial<ArchiveReader>;

/** The entry as it stands; throws when there is none. */
export async function loadEntry(db: Archive, id: EntryId): Promise<JournalEntry> {
  return toEntry(await selectEntries(db).where('journal_entry.id', '=', id).executeTakeFirstOrThrow());
}
