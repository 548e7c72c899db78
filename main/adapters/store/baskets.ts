import { type RawBuilder, sql } from 'kysely';
import { type BasketId, basketIds } from '../../../domain/baskets.ts';
import { entryStatuses, entryTypes } from '../../../domain/code-lists.ts';
import { hasAbility, type User } from '../../../domain/roles.ts';
import { type JobState, runningStates, sendingStates } from '../../../domain/signing-job.ts';
import type { BasketReader } from '../../ports/archive/baskets.ts';
import { textsOf } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { entryPage } from './entry-lists.ts';
import { readPolicy } from './policy.ts';

type Basket = { readonly holds: RawBuilder<boolean>; readonly order: RawBuilder<unknown> };

const newestFirst = sql`journal_entry.journal_year DESC, journal_entry.journal_sequence DESC`;
const ownUnfinished = sql`journal_entry.status IN (${textsOf(entryStatuses, 'R', 'F', 'G')})`;

/** Entries whose newest job is in one of these states. */
const newestJob = (states: readonly JobState[]) => sql<boolean>`journal_entry.id IN (
  SELECT entry_id FROM signing_job WHERE is_newest = 1 AND state IN (${sql.join(states)}))`;
const jobEndedLast = sql`(
  SELECT coalesce(ended_at, ordered_at) FROM signing_job
  WHERE signing_job.entry_id = journal_entry.id AND is_newest = 1) DESC, journal_entry.id`;

/** Drafts and arrears are one's own, unless one keeps the journal; jobs are everybody's, so that none is left behind. */
const baskets = (user: User, approvalRequired: boolean): Readonly<Record<BasketId, Basket>> => {
  const own = hasAbility(user, 'journal') ? sql`1` : sql`journal_entry.caseworker = ${user.id}`;
  return {
    'my-drafts': {
      holds: sql`${own} AND ${ownUnfinished} AND journal_entry.type <> ${textsOf(entryTypes, 'I')} AND NOT ${newestJob(
        [...runningStates, 'sendFailed'],
      )}`,
      order: newestFirst,
    },
    arrears: {
      holds: sql`${own}
        AND journal_entry.type IN (${textsOf(entryTypes, 'I', 'N')})
        AND journal_entry.status NOT IN (${textsOf(entryStatuses, 'U', 'R')})
        AND NOT EXISTS (SELECT 1 FROM clearance WHERE clearance.entry_id = journal_entry.id)`,
      // What is due first stands first; then the oldest.
      order: sql`journal_entry.due_on IS NULL, journal_entry.due_on, journal_entry.journal_year,
        journal_entry.journal_sequence`,
    },
    unregistered: {
      holds: sql`journal_entry.type = ${textsOf(entryTypes, 'I')}
        AND journal_entry.status IN (${textsOf(entryStatuses, 'M', 'S')})`,
      order: newestFirst,
    },
    'to-approve': {
      holds: approvalRequired
        ? sql`journal_entry.type = ${textsOf(entryTypes, 'U')}
            AND journal_entry.status = ${textsOf(entryStatuses, 'F')}`
        : sql`0`,
      order: newestFirst,
    },
    sending: { holds: newestJob(sendingStates), order: newestFirst },
    'out-for-signing': { holds: newestJob(['inProgress']), order: newestFirst },
    'failed-dispatch': {
      holds: sql`${ownUnfinished} AND ${newestJob(['sendFailed'])}`,
      order: newestFirst,
    },
    doubtful: { holds: newestJob(['doubtful']), order: newestFirst },
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
      const all = await basketsOf(user);
      for (const id of basketIds) {
        const { total } = await db
          .selectFrom('journal_entry')
          .where(all[id].holds)
          .select((eb) => eb.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow();
        counts.set(id, total);
      }
      return counts;
    },
    basket: async (id, user, page) => {
      const { holds, order } = (await basketsOf(user))[id];
      return entryPage(db, db.selectFrom('journal_entry').where(holds), order, page);
    },
  } satisfies BasketReader;
};
