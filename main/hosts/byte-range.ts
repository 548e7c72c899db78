/** Bytes from `start` to `end`, both included. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * What a `Range` header asks for of a file of `size` bytes (RFC 9110, section 14): one part; `undefined` where the whole
 * file is the answer, as for a header that is missing, malformed or asks for several parts; `unsatisfiable` where the part
 * lies outside the file.
 */
export function readRange(
  header: string | null | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return undefined;
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

export type RangedAnswer = {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
};

/** The answer to a request for a file, whole or in part. */
export function answerWithRange(bytes: Uint8Array, header: string | null | undefined): RangedAnswer {
  const range = readRange(header, bytes.byteLength);
  if (range === 'unsatisfiable')
    return {
      status: 416,
      headers: { 'content-range': `bytes */${bytes.byteLength}` },
      bytes: new Uint8Array(0),
    };
  if (range === undefined) return { status: 200, headers: { 'accept-ranges': 'bytes' }, bytes };
  const { start, end } = range;
  return {
    status: 206,
    headers: { 'accept-ranges': 'bytes', 'content-range': `bytes ${start}-${end}/${bytes.byteLength}` },
    bytes: bytes.subarray(start, end + 1),
  };
}
