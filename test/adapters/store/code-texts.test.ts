import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as lists from '../../../domain/code-lists.ts';
import { toCode, toText } from '../../../main/adapters/store/code-texts.ts';

const codeLists = Object.entries(lists).filter(([name]) => name !== 'pronom');

test('every code is stored as its Norwegian text and read back as the same code', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codeLists), fc.nat(), ([, list], pick) => {
      const codes = Object.keys(list);
      const code = codes[pick % codes.length] ?? '';
      const texts: Readonly<Record<string, string>> = list;
      expect(toText(texts, code)).toBe(texts[code]);
      expect(toCode(texts, toText(texts, code))).toBe(code);
    }),
  );
});

test('a text that is no code is damage, and a code that is none is a fault', () => {
  expect(() => toCode(lists.entryTypes, 'Brev')).toThrow(expect.objectContaining({ kind: 'damaged' }));
  const types: Readonly<Record<string, string>> = lists.entryTypes;
  expect(() => toText(types, 'Q')).toThrow(/no such code/);
});
