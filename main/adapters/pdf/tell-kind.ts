import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import type { FileKind } from '../../../domain/files.ts';

/** PDF readers look for the header this far into the file. */
const headerReach = 1024;
/** Most entries of a zip that are read; an office document has far fewer. */
const entriesLookedAt = 5000;
const odtType = 'application/vnd.oasis.opendocument.text';

/** What the bytes are. A zip is opened only as far as its list of names and an ODT's declared type. */
export async function tellKind(bytes: Uint8Array): Promise<FileKind> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerReach));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return tellZip(bytes);
  return 'unknown';
}

async function tellZip(bytes: Uint8Array): Promise<FileKind> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
    });
    let seen = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === 'word/document.xml') return 'docx';
      if (entry.fileName === 'mimetype' && entry.uncompressedSize < 200) {
        const declared = await buffer(await zip.openReadStreamPromise(entry));
        if (declared.toString('latin1').trim() === odtType) return 'odt';
      }
      seen += 1;
      if (seen > entriesLookedAt) break;
    }
  } catch {
    // A broken zip counts as an unknown kind.
  }
  return 'unknown';
}

/** The kind each ending promises; endings that promise something Segl does not take are `unknown`. */
const promises: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ['pdf', 'pdf'],
  ['png', 'png'],
  ['jpg', 'jpeg'],
  ['jpeg', 'jpeg'],
  ['jpe', 'jpeg'],
  ['jfif', 'jpeg'],
  ['docx', 'docx'],
  ['odt', 'odt'],
  ...'doc txt rtf xls xlsx ods ppt pptx odp htm html xml csv zip tif tiff gif bmp heic webp svg msg eml exe'
    .split(' ')
    .map((ending): [string, FileKind] => [ending, 'unknown']),
]);

/** What the ending of a name promises; nothing where it has none, or one that is just part of a title («Brev 12.3»). */
export function promisedKind(fileName: string): FileKind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName.trim())?.[1];
  return ending === undefined ? undefined : promises.get(ending.toLowerCase());
}
