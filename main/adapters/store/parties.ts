import type { PartyId } from '../../../domain/basics.ts';
import { partyKinds } from '../../../domain/code-lists.ts';
import type { Party } from '../../../domain/documents.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import { orNull, toFlag } from './absent-values.ts';
import { toCode, toText } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { indexEntry } from './search-text.ts';

export const partyQueries = (db: Archive) =>
  ({
    partiesOf: async (entryId) => {
      const rows = await db
        .selectFrom('correspondence_party')
        .selectAll()
        .where('entry_id', '=', entryId)
        .orderBy('position')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        kind: toCode(partyKinds, row.kind),
        name: row.name,
        isFirm: row.is_firm === 1,
        organisationNumber: row.organisation_number ?? undefined,
        address: row.address ?? undefined,
        postalCode: row.postal_code ?? undefined,
        postalPlace: row.postal_place ?? undefined,
        email: row.email ?? undefined,
        phone: row.phone ?? undefined,
        contactPerson: row.contact_person ?? undefined,
        ...(row.is_screened === 1 && { isScreened: true }),
      }));
    },
    sealedIdentitiesOf: async (entryId) => {
      const rows = await db
        .selectFrom('sealed_identity')
        .innerJoin('correspondence_party', 'correspondence_party.id', 'sealed_identity.party_id')
        .select(['party_id', 'sealed'])
        .where('entry_id', '=', entryId)
        .execute();
      return new Map<PartyId, Uint8Array>(rows.map((row) => [row.party_id, row.sealed]));
    },
  }) satisfies PartyReader;

export const partyChanges = (db: Archive) =>
  ({
    setParties: async (entryId, parties) => {
      const ids = parties.map((party) => party.id);
      await db
        .deleteFrom('correspondence_party')
        .where('entry_id', '=', entryId)
        .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
        .execute();
      for (const [position, party] of parties.entries()) {
        const columns = partyColumns(party, position);
        // A party that stays keeps its row, and with it its sealed identity number.
        const written = await db
          .insertInto('correspondence_party')
          .values({ id: party.id, entry_id: entryId, ...columns })
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet(columns).where('correspondence_party.entry_id', '=', entryId),
          )
          .executeTakeFirst();
        if (written.numInsertedOrUpdatedRows !== 1n)
          throw new Error(`the party belongs to another entry: ${party.id}`);
      }
      await indexEntry(db, entryId);
    },
    setSealedIdentity: async (partyId, sealed) => {
      if (!sealed) {
        await db.deleteFrom('sealed_identity').where('party_id', '=', partyId).execute();
        return;
      }
      await db
        .insertInto('sealed_identity')
        .values({ party_id: partyId, sealed })
        .onConflict((conflict) => conflict.column('party_id').doUpdateSet({ sealed }))
        .execute();
    },
  }) satisfies PartyWriter;

const partyColumns = (party: Party, position: number) => ({
  position,
  kind: toText(partyKinds, party.kind),
  name: party.name,
  is_firm: toFlag(party.isFirm),
  organisation_number: orNull(party.organisationNumber),
  address: orNull(party.address),
  postal_code: orNull(party.postalCode),
  postal_place: orNull(party.postalPlace),
  email: orNull(party.email),
  phone: orNull(party.phone),
  contact_person: orNull(party.contactPerson),
  is_screened: toFlag(party.isScreened ?? false),
});
