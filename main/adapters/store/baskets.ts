import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../domain/access/actor.ts';
import { unitsWith } from '../../../domain/access/may.ts';
import { type BasketId, basketIds } from '../../../domain/baskets.ts';
import { caseStatuses, entryStatuses, entryTypes } from '../../../domain/code-lists.ts';
import type { Ability } from '../../../domain/roles.ts';
import { type JobState, runningStates, sendingStates } from '../../../domain/signing-job.ts';
import type { BasketFilter, BasketReader } from '../../ports/archive/baskets.ts';
import { textsOf } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { entryPage } from './entry-lists.ts';
import { oneOf } from './one-of.ts';
import { readPolicy } from './policy.ts';
import { isWaiting } from './waiting-answers.ts';

type Basket = { readonly holds: RawBuilder<boolean>; readonly order: RawBuilder<unknown> };

const newestFirst = sql`journal_entry.journal_year DESC, journal_entry.journal_sequence DESC`;
const notBinned = sql<boolean>`journal_entry.binned_at IS NULL`;
const ownUnfinished = sql`journal_entry.status IN (${textsOf(entryStatuses, 'R', 'F', 'G')})`;

/** Entries whose newest job is in one of these states. */
const newestJob = (states: readonly JobState[]) => sql<boolean>`journal_entry.id IN (
  SELECT entry_id FROM signing_job WHERE is_newest = 1 AND state IN (${sql.join(states)}))`;
const jobEndedLast = sql`(
  SELECT coalesce(ended_at, ordered_at) FROM signing_job
  WHERE signing_job.entry_id = journal_entry.id AND is_newest = 1) DESC, journal_entry.id`;

/**
 * When the group whose turn it is can no longer sign: the deadline after the group before it was done, or after it was
 * sent. `currentTurn` in the domain counts the same by whole days.
 */
const turnEnds = sql<string>`(
  SELECT strftime('%Y-%m-%dT%H:%M:%fZ', coalesce(
    (SELECT max(done.since) FROM signer AS done WHERE done.job_id = signing_job.id AND done.signing_group < (
      SELECT min(waiting.signing_group) FROM signer AS waiting
      WHERE waiting.job_id = signing_job.id AND waiting.state IN ('waiting', 'unknown'))),
    sent_at, ordered_at), '+' || deadline_days || ' days')
  FROM signing_job WHERE signing_job.entry_id = journal_entry.id AND is_newest = 1)`;
const mostUrgentFirst = sql`${turnEnds}, journal_entry.id`;

/** Nobody has marked it as done, it has not been sent again, and its case is open. */
const notDealtWith = sql<boolean>`NOT EXISTS (
    SELECT 1 FROM signing_job WHERE signing_job.entry_id = journal_entry.id AND is_newest = 1
    AND followed_up_at IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM entry_link JOIN journal_entry AS again ON again.id = entry_link.from_entry
    WHERE entry_link.to_entry = journal_entry.id AND entry_link.kind = 'sends-again'
    AND again.binned_at IS NULL AND again.status <> ${textsOf(entryStatuses, 'U')})
  AND EXISTS (
    SELECT 1 FROM case_file WHERE case_file.id = journal_entry.case_id
    AND case_file.status NOT IN (${textsOf(caseStatuses, 'A', 'U')}))`;

/** Whose entries stand in the baskets: drafts, those to approve, and all others. */
type Scope = {
  readonly drafts: RawBuilder<unknown>;
  readonly approved: RawBuilder<unknown>;
  readonly own: RawBuilder<unknown>;
  /** What one keeps the journal of. */
  readonly journal: RawBuilder<unknown>;
};

/**
 * Everybody has what is one's own, or that of somebody one is deputy for. Who keeps the journal or leads has besides what
 * belongs to the units looked after, so that nothing is left behind; drafts only who keeps the journal.
 */
async function scopeOf(db: Archive, actor: Actor): Promise<Scope> {
  const known = (await db.selectFrom('admin_unit').select('id').execute()).map(({ id }) => id);
  const isOwn = sql`journal_entry.caseworker IN ${oneOf([actor.id, ...actor.access.deputyOf])}`;
  const unitsFor = (...abilities: readonly Ability[]) => {
    const units = unitsWith(actor, ...abilities);
    // Whoever looks after all of them need not be asked about each entry.
    return known.every((id) => units.has(id))
      ? sql`1`
      : sql`journal_entry.admin_unit IN ${oneOf([...units])}`;
  };
  return {
    drafts: sql`(${unitsFor('journal')} OR ${isOwn})`,
    approved: unitsFor('approve'),
    own: sql`(${unitsFor('journal', 'approve')} OR ${isOwn})`,
    journal: unitsFor('journal'),
  };
}

/** What each basket holds of what stands in the scope. */
export const basketsIn = (
  { drafts, approved, own, journal }: Scope,
  approvalRequired: boolean,
): Readonly<Record<BasketId, Basket>> => {
  return {
    'my-drafts': {
      holds: sql`${ownUnfinished} AND journal_entry.type <> ${textsOf(entryTypes, 'I')} AND ${drafts} AND NOT ${newestJob(
        [...runningStates, 'sendFailed'],
      )}`,
      order: newestFirst,
    },
    arrears: {
      holds: sql`journal_entry.type IN (${textsOf(entryTypes, 'I', 'N')})
        AND journal_entry.status NOT IN (${textsOf(entryStatuses, 'U', 'R')})
        AND ${own}
        AND NOT EXISTS (SELECT 1 FROM clearance WHERE clearance.entry_id = journal_entry.id)`,
      // What is due first stands first; then the oldest.
      order: sql`journal_entry.due_on IS NULL, journal_entry.due_on, journal_entry.journal_year,
        journal_entry.journal_sequence`,
    },
    unregistered: {
      holds: sql`journal_entry.type = ${textsOf(entryTypes, 'I')}
        AND journal_entry.status IN (${textsOf(entryStatuses, 'M', 'S')}) AND ${own}`,
      order: newestFirst,
    },
    'to-approve': {
      holds: approvalRequired
        ? sql`${approved}
            AND journal_entry.type = ${textsOf(entryTypes, 'U')}
            AND journal_entry.status = ${textsOf(entryStatuses, 'F')}`
        : sql`0`,
      order: newestFirst,
    },
    sending: { holds: sql`${newestJob(sendingStates)} AND ${own}`, order: newestFirst },
    'out-for-signing': { holds: sql`${newestJob(['inProgress'])} AND ${own}`, order: mostUrgentFirst },
    'failed-dispatch': {
      holds: sql`${ownUnfinished} AND ${newestJob(['sendFailed'])} AND ${own}`,
      order: newestFirst,
    },
    doubtful: { holds: sql`${newestJob(['doubtful'])} AND ${own}`, order: newestFirst },
    signed: { holds: sql`${newestJob(['completed'])} AND ${own}`, order: jobEndedLast },
    refused: {
      // One that was sent stays here, too, when the job that followed the first never got there.
      holds: sql`(${newestJob(['failed'])} OR (${newestJob(['sendFailed'])} AND journal_entry.sent_at IS NOT NULL))
        AND ${own} AND ${notDealtWith}`,
      order: jobEndedLast,
    },
    undeliverable: {
      holds: sql`journal_entry.id IN (
        SELECT entry_id FROM signing_job JOIN answer ON answer.job_id = signing_job.id
        WHERE ${isWaiting}) AND ${own}`,
      order: newestFirst,
    },
    'party-mismatch': {
      holds: sql`journal_entry.id IN (SELECT entry_id FROM party_mismatch WHERE outcome IS NULL) AND ${journal}`,
      order: newestFirst,
    },
  };
};

const matching = ({ adminUnit, caseworker, turnEndsBefore }: BasketFilter) => {
  const wanted = [
    sql`1`,
    ...(adminUnit === undefined ? [] : [sql`journal_entry.admin_unit = ${adminUnit}`]),
    ...(caseworker === undefined ? [] : [sql`journal_entry.caseworker = ${caseworker}`]),
    ...(turnEndsBefore === undefined ? [] : [sql`${turnEnds} < ${turnEndsBefore}`]),
  ];
  return sql<boolean>`${sql.join(wanted, sql` AND `)}`;
};

export const basketQueries = (db: Archive) => {
  const basketsOf = async (actor: Actor) =>
    basketsIn(await scopeOf(db, actor), (await readPolicy(db)).approvalRequired);
  return {
    basketCounts: async (actor) => {
      const counts = new Map<BasketId, number>();
      const all = await basketsOf(actor);
      for (const id of basketIds) {
        const { total } = await db
          .selectFrom('journal_entry')
          .where(all[id].holds)
          // Last: the column stands far out in the row, and few rows come as far.
          .where(notBinned)
          .select((eb) => eb.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow();
        counts.set(id, total);
      }
      return counts;
    },
    basket: async (id, actor, page, filter = {}) => {
      const { holds, order } = (await basketsOf(actor))[id];
      const held = db.selectFrom('journal_entry').where(holds).where(notBinned);
      return entryPage(db, held.where(matching(filter)), order, page);
    },
  } satisfies BasketReader;
};
