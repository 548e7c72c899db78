import { buffer as collect } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { badBundle } from '../domain/api-error.ts';
import { maxBundleXmlBytes, maxDocumentBytes, maxDocuments } from '../domain/limits.ts';
import { messageOf } from '../xml/read-xml.ts';

const maxEntries = maxDocuments + 10;

/**
 * The files of a zip by name, in the order of its directory. Refuses folders and path names, doubles, encryption,
 * compression other than deflate, and more bytes inflated than a bundle may hold.
 */
export async function openZip(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await opened(bytes);
  const files = new Map<string, Buffer>();
  let context = maxDocumentBytes + maxBundleXmlBytes;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = allowedName(entry);
      if (files.has(name)) throw badBundle(`the bundle holds ${name} twice`);
      if (files.size >= maxEntries) throw badBundle(`the bundle holds more than ${maxEntries} files`);
      context -= entry.uncompressedSize;
      if (context < 0) throw badBundle('the bundle is larger than the service accepts when unpacked');
      // yauzl stops a stream that holds more than the size just counted, so a lying header gains nothing.
      files.set(name, await collect(await zip.openReadStreamPromise(entry)));
    }
  } catch (fault) {
    throw isRefusal(fault) ? fault : badBundle(`the bundle cannot be unpacked: ${messageOf(fault)}`);
  }
  return files;
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      strictFileNames: true,
    });
  } catch (fault) {
    throw badBundle(`the bundle is not a zip file: ${messageOf(fault)}`);
  }
}

function allowedName(entry: Entry): string {
  const name = entry.fileName;
  const inner = name.startsWith('META-INF/') ? name.slice('META-INF/'.length) : name;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (inner === '' || inner === '.' || inner === '..' || /[/\\:\u0000-\u001f]/.test(inner)) {
    throw badBundle(`the file name ${JSON.stringify(name)} is not allowed in a bundle`);
  }
  if (entry.isEncrypted()) throw badBundle(`${name} is encrypted`);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw badBundle(`${name} uses compression method ${entry.compressionMethod}, which is not supported`);
  }
  return name;
}

const isRefusal = (fault: unknown) => fault instanceof Error && fault.name === 'ApiError';
