/** The letter codes of a list, in the order in which it names them. */
export const codesOf = <List extends Readonly<Record<string, unknown>>>(list: List) =>
  // Object.keys forgets which keys it came from.
  Object.keys(list) as readonly (keyof List & string)[];

/** Is this one of the codes? Narrows what came from a form or an address. */
export const isCode = <Code extends string>(codes: readonly Code[], value: string): value is Code =>
  codes.some((code) => code === value);
