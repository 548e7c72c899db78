import { type RawBuilder, sql } from 'kysely';
import type { BasketId } from '../../../domain/baskets.ts';
import { may, type User } from '../../../domain/roles.ts';
import { type JobState, runningStates, sendingStates } from '../../../domain/signing-job.ts';
import type { BasketReader } from '../../ports/archive/baskets.ts';
import type { Archive } from './connection.ts';
import { entryPage } from './entry-lists.ts';
import { readPolicy } from './policy.ts';

type Basket = { readonly holds: RawBuilder<boolean>; readonly order: RawBuilder<unknown> };

const newestFirst = sql`journal_entry.journal_year DESC, journal_entry.journal_sequence DESC`;
const ownUnfinished = sql`journal_entry.status IN (
  'Reservert dokument', 'Ferdigstilt fra saksbehandler', 'Godkjent av leder')`;

/** Entries whose newest job is in one of these states. */
const newestJob = (states: readonly JobState[]) => sql<boolean>`journal_entry.id IN (
  SELECT entry_id FROM signing_job WHERE is_newest = 1 AND state IN (${sql.join(states)}))`;
const jobEndedLast = sql`(
  SELECT coalesce(ended_at, ordered_at) FROM signing_job
  WHERE signing_job.entry_id = journal_entry.id AND is_newest = 1) DESC, journal_entry.id`;

/** Drafts and arrears are one's own, unless one keeps the journal; jobs are everybody's, so that none is left behind. */
const baskets = (user: User, approvalRequired: boolean): Readonly<Record<BasketId, Basket>> => {
  const own = may(user, 'journal') ? sql`1` : sql`journal_entry.caseworker = ${user.id}`;
  return {
    'my-drafts': {
      holds: sql`${own} AND ${ownUnfinished} AND journal_entry.type <> 'Inngående dokument' AND NOT ${newestJob(
        [...runningStates, 'sendFailed'],
      )}`,
      order: newestFirst,
    },
    arrears: {
      holds: sql`${own}
        AND journal_entry.type IN ('Inngående dokument', 'Organinternt dokument for oppfølging')
        AND journal_entry.status NOT IN ('Utgår', 'Reservert dokument')
        AND NOT EXISTS (SELECT 1 FROM clearance WHERE clearance.entry_id = journal_entry.id)`,
      // What is due first stands first; then the oldest.
      order: sql`journal_entry.due_on IS NULL, journal_entry.due_on, journal_entry.journal_year,
        journal_entry.journal_sequence`,
    },
    unregistered: {
      holds: sql`journal_entry.type = 'Inngående dokument' AND journal_entry.status IN (
        'Midlertidig registrering av innkommet dokument', 'Saksbehandler har registrert innkommet dokument')`,
      order: newestFirst,
    },
    'to-approve': {
      holds: approvalRequired
        ? sql`journal_entry.type = 'Utgående dokument'
            AND journal_entry.status = 'Ferdigstilt fra saksbehandler'`
        : sql`0`,
      order: newestFirst,
    },
    sending: { holds: newestJob(sendingStates), order: newestFirst },
    'out-for-signing': { holds: newestJob(['inProgress']), order: newestFirst },
    'failed-dispatch': {
      holds: sql`${ownUnfinished} AND ${newestJob(['sendFailed'])}`,
      order: newestFirst,
    },
    signed: { holds: newestJob(['completed']), order: jobEndedLast },
    refused: { holds: newestJob(['failed']), order: jobEndedLast },
    undeliverable: {
      holds: sql`journal_entry.id IN (
        SELECT entry_id FROM signing_job JOIN answer ON answer.job_id = signing_job.id
        WHERE answer.filed_as IS NULL)`,
      order: newestFirst,
    },
  };
};

export const basketQueries = (db: Archive) => {
  const basketsOf = async (user: User) => baskets(user, (await readPolicy(db)).approvalRequired);
  return {
    basketCounts: async (user) => {
      const counts = new Map<BasketId, number>();
      for (const [id, basket] of Object.entries(await basketsOf(user))) {
        const { total } = await db
          .selectFrom('journal_entry')
          .where(basket.holds)
          .select((eb) => eb.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow();
        // The keys are those of the record just built.
        counts.set(id as BasketId, total);
      }
      return counts;
    },
    basket: async (id, user, page) => {
      const { holds, order } = (await basketsOf(user))[id];
      return entryPage(db, db.selectFrom('journal_entry').where(holds), order, page);
    },
  } satisfies BasketReader;
};
