import type { PlainLexer } from './plain-lexer.ts';
import { NotPlain, type PlainDict, PlainStream, type PlainValue } from './plain-values.ts';

/** The stream that begins where the lexer stands, after its dictionary; the dictionary itself where none does. */
export function readStreamAt(
  lexer: PlainLexer,
  dict: PlainDict,
  follow: (value: PlainValue | undefined) => PlainValue,
): PlainDict | PlainStream {
  if (!lexer.take('stream')) return dict;
  const { bytes } = lexer;
  if (bytes[lexer.at] === 13) lexer.at += 1;
  if (bytes[lexer.at] !== 10) throw new NotPlain('a stream begins without a new line');
  const start = lexer.at + 1;
  const length = follow(dict.get('Length'));
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || start + length > bytes.length)
    throw new NotPlain('a stream has no length');
  lexer.at = start + length;
  if (!lexer.take('endstream')) throw new NotPlain('a stream is not as long as it says');
  return new PlainStream(dict, bytes.subarray(start, start + length));
}
