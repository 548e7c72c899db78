import type { PollTimeReader, PollTimeWriter } from '../../ports/archive/poll-times.ts';
import type { Archive } from './connection.ts';

export const pollTimeQueries = (db: Archive) =>
  ({
    nextPollAt: async (queue) => {
      const row = await db
        .selectFrom('poll_time')
        .select('next_poll_at')
        .where('queue', '=', queue)
        .executeTakeFirst();
      return row?.next_poll_at;
    },
  }) satisfies PollTimeReader;

export const pollTimeChanges = (db: Archive) =>
  ({
    setNextPollAt: async (queue, at) => {
      await db
        .insertInto('poll_time')
        .values({ queue, next_poll_at: at })
        .onConflict((conflict) => conflict.column('queue').doUpdateSet({ next_poll_at: at }))
        .execute();
    },
  }) satisfies PollTimeWriter;
