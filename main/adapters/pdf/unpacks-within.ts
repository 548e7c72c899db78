import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createInflate } from 'node:zlib';

const MB = 1024 * 1024;
/** What one stream may hold after unpacking. */
const streamLimit = 128 * MB;
/** An A3 page scanned in colour at 600 dots per inch is 210. */
const imageLimit = 320 * MB;
/** Streams that a reader parses completely: object and cross-reference streams. */
const listLimit = 32 * MB;
const fileLimit = 768 * MB;
/** No Flate data unpacks to more than so many times its size. */
const mostFlate = 1032;
/** How far before its data a stream's dictionary is looked for. */
const dictReach = 4096;

type Packed = { readonly data: Buffer; readonly layers: number; readonly limit: number };

/**
 * Whether what is packed in a file by Flate, in however many layers, stays within bounds, checked before the file is
 * parsed and without keeping the unpacked bytes. Streams are found by their keywords alone, since a malicious file need
 * not follow the standard.
 */
export async function unpacksWithin(bytes: Uint8Array): Promise<boolean> {
  const streams = listPacked(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const atMost = ({ data, layers }: Packed) => data.length * mostFlate ** layers;
  const most = streams.reduce((sum, stream) => sum + atMost(stream), 0);
  if (most <= fileLimit && streams.every((stream) => atMost(stream) <= stream.limit)) return true;
  let left = fileLimit;
  for (const { data, layers, limit } of streams) {
    const size = await unpackedSize(data, layers, Math.min(limit, left));
    if (size === undefined) return false;
    left -= size;
  }
  return true;
}

function listPacked(file: Buffer): readonly Packed[] {
  const found: Packed[] = [];
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const before = file.toString('latin1', Math.max(0, at - dictReach), at);
    const dict = before.slice(before.lastIndexOf('obj') + 1);
    const layers = dict.split(/\/(?:FlateDecode|Fl)\b/).length - 1;
    if (layers === 0) continue;
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + 1;
    const end = file.indexOf('endstream', start);
    const data = file.subarray(start, end < 0 ? file.length : end);
    found.push({ data, layers, limit: limitOf(dict) });
    if (end < 0) break;
    at = end + 3;
  }
  return found;
}

function limitOf(dict: string): number {
  if (/\/(?:ObjStm|XRef)\b/.test(dict)) return listLimit;
  return /\/Subtype\s*\/Image\b/.test(dict) ? imageLimit : streamLimit;
}

class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** Bytes after the last layer; nothing where that or any layer before it is over the limit. */
async function unpackedSize(data: Buffer, layers: number, limit: number): Promise<number | undefined> {
  let size = 0;
  const stages = Array.from({ length: layers }, () =>
    createInflate({ chunkSize: MB / 4, finishFlush: constants.Z_SYNC_FLUSH }),
  );
  try {
    const counter = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        size += chunk.length;
        done(size > limit ? new TooMuch() : null);
      },
    });
    await pipeline([Readable.from([data]), ...stages, counter]);
  } catch (fault) {
    // A damaged stream is reported by the reader; here only the bytes unpacked before the damage count.
    if (fault instanceof TooMuch) return undefined;
  }
  return size;
}
