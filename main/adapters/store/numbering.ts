import type { Archive } from './connection.ts';
import type { ArchiveTables } from './tables.ts';

/** The next number of a series, taken inside the running transaction. */
export async function nextNumber(
  db: Archive,
  series: ArchiveTables['counter']['series'],
  scope: string,
): Promise<number> {
  const { last } = await db
    .insertInto('counter')
    .values({ series, scope, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['series', 'scope']).doUpdateSet((eb) => ({ last: eb('counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** Year of a calendar date or instant. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));
