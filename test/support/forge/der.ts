/** DER by hand, so that forged certificates and signatures can be wrong in any way. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  const digits = Buffer.from(
    length.toString(16).padStart(length > 0xffffff ? 8 : length > 0xffff ? 6 : length > 0xff ? 4 : 2, '0'),
    'hex',
  );
  return Buffer.concat([Buffer.from([tag, 0x80 | digits.length]), digits, content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
/** In the order of their bytes, as DER wants a SET OF. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer =>
  der(0x31, ...parts.toSorted((one, other) => Buffer.compare(one, other)));
export const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0): Buffer => der(0x03, Buffer.from([unused]), bytes);
export const nothing = Buffer.from([0x05, 0x00]);
export const yes = Buffer.from([0x01, 0x01, 0xff]);
export const text = (value: string): Buffer => der(0x0c, Buffer.from(value, 'utf8'));
export const explicit = (number: number, ...parts: readonly Uint8Array[]): Buffer =>
  der(0xa0 | number, ...parts);

export function integer(value: bigint | number): Buffer {
  const hex = BigInt(value).toString(16);
  const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex');
  return der(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

export function oid(dotted: string): Buffer {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  const bytes = [first * 40n + second, ...rest].flatMap((arc) => {
    const digits = [Number(arc & 0x7fn)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) digits.unshift(Number(left & 0x7fn) | 0x80);
    return digits;
  });
  return der(0x06, Buffer.from(bytes));
}

const stamp = (at: Date): string => at.toISOString().replace(/[-:T]|\.\d+/g, '');
export const generalizedTime = (at: Date): Buffer => der(0x18, Buffer.from(stamp(at)));
/** UTCTime until 2049, as RFC 5280 has it. */
export const time = (at: Date): Buffer =>
  at.getUTCFullYear() >= 2050 ? generalizedTime(at) : der(0x17, Buffer.from(stamp(at).slice(2)));
