import type { Selectable } from 'kysely';
import type { Mailing } from '../../../domain/mailing.ts';
import type { MailingReader, MailingWriter } from '../../ports/archive/mailings.ts';
import { orNull, toFlag } from './absent-values.ts';
import type { Archive } from './connection.ts';
import type { MailingTables } from './mailing-tables.ts';

export const mailingQueries = (db: Archive) =>
  ({
    findMailing: async (id) => {
      const row = await db.selectFrom('mailing').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toMailing(db, row);
    },
    mailingsOf: async (entryId) => {
      const rows = await db
        .selectFrom('mailing')
        .selectAll()
        .where('entry_id', '=', entryId)
        .orderBy('started_at', 'desc')
        .orderBy('id')
        .execute();
      return Promise.all(rows.map((row) => toMailing(db, row)));
    },
    sealedNumberOf: async (id, position) => {
      const row = await db
        .selectFrom('mailed_person')
        .select('sealed')
        .where('mailing_id', '=', id)
        .where('position', '=', position)
        .executeTakeFirst();
      return row?.sealed ?? undefined;
    },
  }) satisfies MailingReader;

export const mailingChanges = (db: Archive) =>
  ({
    addMailing: async ({ terms, people, ...mailing }) => {
      await db
        .insertInto('mailing')
        .values({
          id: mailing.id,
          entry_id: mailing.entryId,
          message: terms.message,
          deadline_days: terms.deadlineDays,
          is_agreed_with_leader: toFlag(terms.agreedWithLeader),
          is_rights_confirmed: toFlag(terms.rightsConfirmed),
          seen_merged: mailing.seenMerged,
          started_by: mailing.startedBy,
          started_at: mailing.startedAt,
        })
        .execute();
      for (const { position, name, firm, organisationNumber, sealed } of people)
        await db
          .insertInto('mailed_person')
          .values({
            mailing_id: mailing.id,
            position,
            name,
            firm: orNull(firm),
            organisation_number: orNull(organisationNumber),
            sealed,
          })
          .execute();
    },
    setMailedEntry: async (id, position, entryId) => {
      const made = await db
        .updateTable('mailed_person')
        .set({ entry_id: entryId, sealed: null })
        .where('mailing_id', '=', id)
        .where('position', '=', position)
        .where('entry_id', 'is', null)
        .where('sealed', 'is not', null)
        .executeTakeFirst();
      if (made.numUpdatedRows !== 1n) throw new Error(`the entry of person ${position} of ${id} is made`);
    },
    endMailing: async (id, at) => {
      await db
        .updateTable('mailing')
        .set({ ended_at: at })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
      await db.updateTable('mailed_person').set({ sealed: null }).where('mailing_id', '=', id).execute();
    },
  }) satisfies MailingWriter;

async function toMailing(db: Archive, row: Selectable<MailingTables['mailing']>): Promise<Mailing> {
  const people = await db
    .selectFrom('mailed_person')
    .select(['position', 'name', 'firm', 'organisation_number', 'entry_id'])
    .select((eb) => eb('sealed', 'is not', null).$castTo<number>().as('waits'))
    .where('mailing_id', '=', row.id)
    .orderBy('position')
    .execute();
  return {
    id: row.id,
    entryId: row.entry_id,
    terms: {
      message: row.message,
      deadlineDays: row.deadline_days,
      agreedWithLeader: row.is_agreed_with_leader === 1,
      rightsConfirmed: row.is_rights_confirmed === 1,
    },
    seenMerged: row.seen_merged,
    startedBy: row.started_by,
    startedAt: row.started_at,
    ...(row.ended_at && { endedAt: row.ended_at }),
    people: people.map((person) => ({
      position: person.position,
      name: person.name,
      firm: person.firm ?? undefined,
      organisationNumber: person.organisation_number ?? undefined,
      entryId: person.entry_id ?? undefined,
      waits: person.waits === 1,
    })),
  };
}
