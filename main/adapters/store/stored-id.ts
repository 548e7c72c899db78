import type { Id } from '../../../domain/basics.ts';

/** An id read back from its own column: the brand is lost in SQL and given again here only. */
export const storedId = <Kind extends string>(value: string): Id<Kind> => value as Id<Kind>;
