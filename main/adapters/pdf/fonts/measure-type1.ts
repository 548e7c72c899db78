import { spanOfAll } from './outline.ts';
import { fail, type Reach, reachOf } from './span.ts';
import { type1Span } from './type1-span.ts';

const mostGlyphs = 65_536;
const mostOperations = 8_000_000;
const [keyOfProgram, keyOfCharstring] = [55_665, 4330];
/** Random bytes before what is encrypted. */
const usualLead = 4;

/**
 * How far the outlines of a Type 1 font («Adobe Type 1 Font Format») reach up and down, by all of its glyphs. A Type 1
 * font is a program in PostScript, which readers only look through for its usual words: throws where one of these
 * stands twice, or is missing.
 */
export function measureType1(program: Uint8Array): Reach {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
  const file = bytes.toString('latin1');
  if (!file.startsWith('%!')) fail('not Type 1');
  const [clear, ...after] = file.split(/\beexec[ \t\r\n]/);
  if (clear === undefined || after.length === 0) return fail('not Type 1');
  const hidden = bytes.subarray(clear.length + 'eexec '.length);
  const secret = decrypt(skipNewline(hidden), keyOfProgram, usualLead);
  const words = secret.toString('latin1');
  const lead = numberAfter(words, '/lenIV', usualLead);
  const { subroutines, charstrings, rest } = readPrograms(secret, words, lead);
  for (const word of ['/Subrs', '/CharStrings', '/FontMatrix', '/lenIV', '/WeightVector', '/Blend'])
    if (count(`${clear}${rest}`, word) > (word === '/FontMatrix' || word === '/lenIV' ? 1 : 0)) fail(word);
  let left = mostOperations;
  const spend = () => {
    left -= 1;
    if (left < 0) fail('too much to follow');
  };
  const span = spanOfAll(charstrings.map((code) => type1Span(code, subroutines, spend)));
  return reachOf(span, 1 / scaleOf(clear));
}

/** A line may end in CR LF, and the encrypted part may be written in hexadecimal digits. */
function skipNewline(bytes: Buffer): Buffer {
  const own = bytes[0] === 0x0a ? bytes.subarray(1) : bytes;
  if (!/^[0-9A-Fa-f\s]{8}/.test(own.toString('latin1', 0, 8))) return own;
  return Buffer.from(own.toString('latin1').replace(/\s+/g, ''), 'hex');
}

function decrypt(bytes: Buffer, key: number, lead: number): Buffer {
  const plain = Buffer.alloc(bytes.length);
  let state = key;
  for (const [at, byte] of bytes.entries()) {
    plain[at] = byte ^ (state >> 8);
    state = ((byte + state) * 52_845 + 22_719) & 0xffff;
  }
  return plain.subarray(lead);
}

type Programs = {
  readonly subroutines: readonly Buffer[];
  readonly charstrings: readonly Buffer[];
  /** The text of the program outside the two lists. */
  readonly rest: string;
};

/** Both lists as every writer sets them: a name or number, a length, one word, and so many bytes. */
function readPrograms(secret: Buffer, words: string, lead: number): Programs {
  const charstrings: Buffer[] = [];
  const subroutines: Buffer[] = [];
  const names = new Set<string>();
  const programAt = (start: number, length: number): Buffer => {
    if (start + length > secret.length) fail('a program');
    return lead < 0
      ? secret.subarray(start, start + length)
      : decrypt(secret.subarray(start, start + length), keyOfCharstring, lead);
  };
  let rest = '';
  let at = 0;
  const listOf = (begins: RegExp, item: RegExp, keep: (name: string, code: Buffer) => void): void => {
    const found = begins.exec(words.slice(at));
    if (!found) return;
    rest += words.slice(at, at + found.index);
    at += found.index + found[0].length;
    for (;;) {
      item.lastIndex = at;
      const [whole, name = '', length = ''] = item.exec(words) ?? [];
      if (whole === undefined) return;
      const start = at + whole.length;
      keep(name, programAt(start, Number(length)));
      at = start + Number(length);
      if (names.size > mostGlyphs || subroutines.length > mostGlyphs) fail('glyphs');
    }
  };
  const closing =
    /(?:[ \t\r\n]*(?:NP|\||noaccess[ \t]+put|readonly[ \t]+put|put|ND|\|-|noaccess[ \t]+def|def))?/;
  listOf(
    /\/Subrs[ \t\r\n]+\d+[ \t\r\n]+array/,
    new RegExp(`${closing.source}[ \\t\\r\\n]*dup[ \\t]+(\\d+)[ \\t]+(\\d+)[ \\t]+(?:RD|-\\|)[ ]`, 'y'),
    (name, code) => {
      const place = Number(name);
      if (place > mostGlyphs || subroutines[place]) fail('a subroutine given twice');
      subroutines[place] = code;
    },
  );
  listOf(
    /\/CharStrings[ \t\r\n]+\d+[ \t\r\n]+dict[ \t\r\n]+dup[ \t\r\n]+begin/,
    new RegExp(`${closing.source}[ \\t\\r\\n]*/([^ \\t\\r\\n/]+)[ \\t]+(\\d+)[ \\t]+(?:RD|-\\|)[ ]`, 'y'),
    (name, code) => {
      if (names.has(name)) fail('a glyph given twice');
      names.add(name);
      charstrings.push(code);
    },
  );
  if (charstrings.length === 0) fail('no glyphs');
  return { subroutines, charstrings, rest: rest + words.slice(at) };
}

function scaleOf(clear: string): number {
  const [, list = ''] = /\/FontMatrix\s*[[{]([^\]}]*)[\]}]/.exec(clear) ?? [];
  const [a = 0, b, c, d = 0, e, f, ...more] = list.trim().split(/\s+/).map(Number);
  const isPlain = a > 0 && d > 0 && [b, c, e, f].every((one) => one === 0) && more.length === 0;
  return isPlain ? d : fail('a slant');
}

function numberAfter(words: string, word: string, otherwise: number): number {
  const found = new RegExp(`${word}[ \\t\\r\\n]+(-?\\d+)`).exec(words)?.[1];
  return found === undefined ? otherwise : Number(found);
}

const count = (text: string, word: string): number => text.split(word).length - 1;
