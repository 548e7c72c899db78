import { NotPlain, PlainName, PlainRef, PlainText, type PlainValue } from './plain-values.ts';

const deepest = 200;
/** By byte: 1 for white space, 2 for a delimiter. ISO 32000-2, 7.2.3. */
const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = 1;
for (const byte of Buffer.from('()<>[]{}/%')) kinds[byte] = 2;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values from a position in the bytes onwards; `at` is the position after the last value read. */
export class PlainLexer {
  readonly bytes: Buffer;
  at: number;
  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25) while (this.at < this.bytes.length && !this.isLineEnd()) this.at += 1;
      else if (kinds[byte] === 1) this.at += 1;
      else return;
    }
  }

  private isLineEnd(): boolean {
    return this.bytes[this.at] === 10 || this.bytes[this.at] === 13;
  }

  /** A run of regular characters, or nothing. */
  word(): string {
    this.skipSpace();
    const start = this.at;
    while (this.at < this.bytes.length && kinds[this.bytes[this.at] ?? 0] === 0) this.at += 1;
    return this.bytes.toString('latin1', start, this.at);
  }

  /** Takes a keyword if it stands next. */
  take(keyword: string): boolean {
    const before = this.at;
    if (this.word() === keyword) return true;
    this.at = before;
    return false;
  }

  /** A whole number that is not negative. */
  integer(): number {
    this.skipSpace();
    const found = this.digits();
    if (found === undefined) throw new NotPlain('a whole number is missing');
    return found;
  }

  /** A word of digits alone; nothing, and no step further, where another stands next. Most of a file is such words. */
  private digits(): number | undefined {
    const { bytes } = this;
    let [at, found] = [this.at, 0];
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x30 || byte > 0x39) break;
      found = found * 10 + byte - 0x30;
    }
    if (at === this.at || at - this.at > 15) return undefined;
    if (at < bytes.length && kinds[bytes[at] ?? 0] === 0) return undefined;
    this.at = at;
    return found;
  }

  value(depth = 0): PlainValue {
    if (depth > deepest) throw new NotPlain('nested too deep');
    this.skipSpace();
    switch (this.bytes[this.at]) {
      case 0x2f:
        return new PlainName(this.name());
      case 0x28:
        return new PlainText(this.literal());
      case 0x5b:
        return this.array(depth);
      case 0x3c:
        return this.bytes[this.at + 1] === 0x3c ? this.dict(depth) : new PlainText(this.hex());
      default:
        return this.scalar();
    }
  }

  private scalar(): PlainValue {
    const whole = this.digits();
    if (whole !== undefined) return this.reference(whole) ?? whole;
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new NotPlain(`no value: ${word.slice(0, 20)}`);
    return Number(word);
  }

  /** The reference that a whole number begins, where it does. */
  private reference(number: number): PlainRef | undefined {
    const after = this.at;
    this.skipSpace();
    const generation = this.digits();
    if (generation !== undefined && generation <= 65_535 && this.take('R'))
      return new PlainRef(number, generation);
    this.at = after;
    return undefined;
  }

  private name(): string {
    this.at += 1;
    const start = this.at;
    while (this.at < this.bytes.length && kinds[this.bytes[this.at] ?? 0] === 0) this.at += 1;
    const written = this.bytes.toString('latin1', start, this.at);
    return written.includes('#')
      ? written.replace(/#([0-9a-fA-F]{2})/g, (_: string, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        )
      : written;
  }

  private array(depth: number): readonly PlainValue[] {
    this.at += 1;
    const values: PlainValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x5d) {
        this.at += 1;
        return values;
      }
      values.push(this.value(depth + 1));
    }
  }

  private dict(depth: number): ReadonlyMap<string, PlainValue> {
    this.at += 2;
    const entries = new Map<string, PlainValue>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2;
        return entries;
      }
      if (this.bytes[this.at] !== 0x2f) throw new NotPlain('a key is missing');
      const key = this.name();
      // Readers differ about which value counts when a key stands twice.
      if (entries.has(key)) throw new NotPlain(`two entries ${key}`);
      entries.set(key, this.value(depth + 1));
    }
  }

  private hex(): string {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw new NotPlain('a string has no end');
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/[\0\t\n\f\r ]/g, '');
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new NotPlain('a string is not hexadecimal');
    this.at = end + 1;
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1');
  }

  private literal(): string {
    let [text, open] = ['', 1];
    for (this.at += 1; this.at < this.bytes.length; this.at += 1) {
      const char = String.fromCharCode(this.bytes[this.at] ?? 0);
      if (char === '\\') text += this.escaped();
      else if (char === '\r') {
        if (this.bytes[this.at + 1] === 10) this.at += 1;
        text += '\n';
      } else {
        if (char === '(') open += 1;
        if (char === ')') open -= 1;
        if (open === 0) {
          this.at += 1;
          return text;
        }
        text += char;
      }
    }
    throw new NotPlain('a string has no end');
  }

  /** What a backslash and what follows it stand for; leaves `at` on the last character of it. */
  private escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at + 1, this.at + 4))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    this.at += 1;
    const char = String.fromCharCode(this.bytes[this.at] ?? 0);
    if (char === '\r' && this.bytes[this.at + 1] === 10) this.at += 1;
    if (char === '\n' || char === '\r') return '';
    return escapes[char] ?? char;
  }
}
