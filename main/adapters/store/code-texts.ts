import { type RawBuilder, sql } from 'kysely';
import { StoreFault } from '../../ports/archive/store-fault.ts';

type CodeList = Readonly<Record<string, string>>;

/** The obligatory Norwegian text that a code is stored as. */
export const toText = <List extends CodeList>(list: List, code: keyof List & string): string => {
  const text = list[code];
  if (text === undefined) throw new Error(`no such code: ${code}`);
  return text;
};

const reversed = new WeakMap<CodeList, ReadonlyMap<string, string>>();

/** The code that a stored text stands for. The archive's CHECKs let no other text in. */
export const toCode = <List extends CodeList>(list: List, text: string): keyof List & string => {
  let codes = reversed.get(list);
  if (!codes) {
    codes = new Map(Object.entries(list).map(([code, entry]) => [entry, code]));
    reversed.set(list, codes);
  }
  const code = codes.get(text);
  if (code === undefined) throw new StoreFault('damaged', new Error(`no code for the text: ${text}`));
  return code;
};

/** `'Ekspedert', 'Journalført'`: the texts of codes inside a query, written out so that partial indexes serve it. */
export const textsOf = <List extends CodeList>(
  list: List,
  ...codes: readonly (keyof List & string)[]
): RawBuilder<unknown> => sql.join(codes.map((code) => sql.lit(toText(list, code))));
