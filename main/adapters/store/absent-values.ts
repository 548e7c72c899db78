/** SQL's null is an absent field here: `?? undefined` on the way in, this on the way out. */
export const orNull = <Value>(value: Value | undefined): Value | null => (value === undefined ? null : value);
export const toFlag = (value: boolean): number => (value ? 1 : 0);

/** The columns of the fields that a change names; a field given as `undefined` empties its column. */
export const changedColumns = <Change extends object>(
  change: Change,
  columns: { readonly [Field in keyof Change]?: string },
): Record<string, Change[keyof Change] | null> =>
  Object.fromEntries(
    // Object.entries forgets which keys it came from.
    (Object.entries(columns) as [keyof Change, string][])
      .filter(([field]) => field in change)
      .map(([field, column]) => [column, orNull(change[field])]),
  );
