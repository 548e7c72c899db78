import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findInBytes } from '../../support/find-numbers.ts';
import type { Said } from './record-wire.ts';

/** Where any of these words was said, however it was packed: escaped, encoded, deflated, or drawn in a PDF. */
export async function searchSaid(
  said: readonly Said[],
  words: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { where, bytes } of said) {
    const texts = [bytes, decoded(bytes), Buffer.from(await pdfText(bytes))];
    for (const text of texts) for (const word of findInBytes(text, words)) found.add(`${word} in ${where}`);
  }
  return [...found];
}

/** JSON's and the address' ways of writing a letter, taken back. */
const decoded = (bytes: Buffer): Buffer =>
  Buffer.from(
    bytes
      .toString('utf8')
      .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')),
  );

/** The words as a reader of the file would copy them; its fonts may have letters by numbers of their own. */
async function pdfText(bytes: Buffer): Promise<string> {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return '';
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const document = await task.promise;
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    return texts.join('\n');
  } catch {
    // A part of a file, as a range was asked for; the bytes have been looked through.
    return '';
  } finally {
    await task.destroy();
  }
}
