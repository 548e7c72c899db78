import { type RawBuilder, sql } from 'kysely';

/** The right side of `in` for any number of values, as one parameter. */
export const oneOf = <Value extends string>(values: readonly Value[]): RawBuilder<Value> =>
  sql<Value>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
