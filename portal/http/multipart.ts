import { badRequest } from '../domain/api-error.ts';

export type Part = { readonly mediaType: string; readonly body: Buffer };

const maxParts = 4;
const maxHeaderBytes = 16 * 1024;

/** `type/subtype` in lower case, without parameters. */
export const mediaTypeOf = (header: string | undefined) =>
  (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * The parts of a multipart body (RFC 2046). Headers other than Content-Type, parameters, preamble and epilogue are
 * of no interest; line ends are CRLF.
 */
export function parseMultipart(contentType: string | undefined, body: Buffer): readonly Part[] {
  if (mediaTypeOf(contentType) !== 'multipart/mixed') {
    throw badRequest(`Content-Type must be multipart/mixed, not ${mediaTypeOf(contentType) || 'absent'}`);
  }
  const boundary = boundaryOf(contentType ?? '');
  const parts: Part[] = [];
  let at = findDelimiter(body, boundary, 0);
  if (!at) throw badRequest('the body holds no part');
  while (!at.isLast) {
    const next = findDelimiter(body, boundary, at.end);
    if (!next) throw badRequest('the body ends before its closing boundary');
    if (parts.length === maxParts) throw badRequest(`the body has more than ${maxParts} parts`);
    parts.push(toPart(body.subarray(at.end, next.start)));
    at = next;
  }
  return parts;
}

/** The only part of a media type. */
export function partOf(parts: readonly Part[], mediaType: string): Buffer {
  const found = parts.filter((part) => part.mediaType === mediaType);
  const [part] = found;
  if (!part || found.length > 1) throw badRequest(`there must be exactly one part of type ${mediaType}`);
  return part.body;
}

function boundaryOf(contentType: string): string {
  const match = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/i.exec(contentType);
  const boundary = match?.[1]?.replace(/\\(.)/g, '$1') ?? match?.[2] ?? '';
  if (boundary === '' || boundary.length > 200) throw badRequest('Content-Type has no usable boundary');
  return boundary;
}

/** `start`: end of the content before the delimiter; `end`: first byte after the delimiter's line. */
type Delimiter = { readonly start: number; readonly end: number; readonly isLast: boolean };

function findDelimiter(body: Buffer, boundary: string, from: number): Delimiter | undefined {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  // A delimiter straight after the previous one's line closes a part without headers and body.
  for (let at = body.indexOf(mark, from); at !== -1; at = body.indexOf(mark, at + 1)) {
    const startsLine = at === 0 || (at >= 2 && body[at - 2] === 13 && body[at - 1] === 10);
    const after = at + mark.length;
    if (!startsLine) continue;
    const start = Math.max(from, at - 2);
    if (body[after] === 45 && body[after + 1] === 45) return { start, end: body.length, isLast: true };
    const lineEnd = body.indexOf('\r\n', after);
    if (lineEnd !== -1 && isBlank(body.subarray(after, Math.min(lineEnd, after + 80)))) {
      return { start, end: lineEnd + 2, isLast: false };
    }
  }
  return undefined;
}

const isBlank = (bytes: Buffer) => bytes.every((byte) => byte === 32 || byte === 9);

function toPart(bytes: Buffer): Part {
  const none = bytes.subarray(0, 2).equals(Buffer.from('\r\n'));
  const end = none ? 0 : bytes.indexOf('\r\n\r\n');
  if (end === -1 || end > maxHeaderBytes) throw badRequest('a part has no end of its headers');
  const headers = new Map<string, string>();
  for (const line of bytes
    .subarray(0, end)
    .toString('latin1')
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const encoding = (headers.get('content-transfer-encoding') ?? 'binary').toLowerCase();
  if (!['binary', '8bit', '7bit'].includes(encoding)) {
    throw badRequest(`Content-Transfer-Encoding ${encoding} is not supported`);
  }
  return { mediaType: mediaTypeOf(headers.get('content-type')), body: bytes.subarray(none ? 2 : end + 4) };
}
