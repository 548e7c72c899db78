import { type RawBuilder, sql } from 'kysely';

/*
 * SQLite looks at what is bound as LIMIT, OFFSET or the right side of LIKE when it plans, and so compiles the whole
 * statement anew each time it is bound. An expression it leaves alone.
 */

/** How many rows a page holds or passes over. */
export const boundRowCount = (value: number): RawBuilder<number> => sql<number>`${value} + 0`;

/** The right side of LIKE. */
export const boundPattern = (pattern: string): RawBuilder<string> => sql<string>`${pattern} || ''`;
