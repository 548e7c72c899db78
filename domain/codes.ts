/** The letter codes of a list, or the names of a record's fields, in the order in which it names them. */
export const codesOf = <List extends Readonly<Record<string, unknown>>>(list: List) =>
  // Object.keys forgets which keys it came from.
  Object.keys(list) as readonly (keyof List & string)[];

/** A record with a value for every key. */
export const recordOf = <Key extends string, Value>(
  keys: readonly Key[],
  of: (key: Key) => Value,
): Readonly<Record<Key, Value>> =>
  // Object.fromEntries forgets which keys it was given.
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;

/** Is this one of the codes? Narrows what came from a form or an address. */
export const isCode = <Code extends string>(codes: readonly Code[], value: string): value is Code =>
  codes.some((code) => code === value);
