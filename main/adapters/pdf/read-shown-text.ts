import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Everything a reader of the PDF can see, open or have read aloud: text, filled-in fields, notes and links of each page,
 * hidden ones too, the words for pictures, bookmarks, the properties of the file, and what is embedded in it. Throws on a
 * file that is damaged or encrypted.
 */
export async function* readShownText(bytes: Uint8Array): AsyncGenerator<string> {
  const task = getDocument({
    // pdf.js detaches the buffer that it is given, so it gets a copy.
    data: bytes.slice(),
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      yield items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
      yield textsIn(await page.getAnnotations({ intent: 'any' }));
      yield textsIn(await page.getStructTree());
      page.cleanup();
    }
    const { info, metadata } = await document.getMetadata();
    yield textsIn([info, metadata?.getRaw(), await document.getOutline()]);
    yield textsIn(await document.getFieldObjects());
    for (const [id, { content }] of (await document.getAttachments()) ?? []) {
      const embedded: unknown = content ?? (await document.getAttachmentContent(id));
      if (embedded instanceof Uint8Array) yield decodedText(embedded);
    }
  } finally {
    await task.destroy();
  }
}

/** Every text in what pdf.js tells of something, one to a line; a list of letters is one text of a hidden layer. */
function textsIn(value: unknown, deep = 0): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || deep > 40) return '';
  const inner = value instanceof Map ? [...value.values()] : Object.values(value);
  return inner.map((one) => textsIn(one, deep + 1)).join('\n');
}

/** XML and plain text as they are, with each passage of base64 read too: the signatures in a XAdES are written so. */
export function decodedText(content: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(content);
  const passages = text.match(/[A-Za-z0-9+/]{40,}={0,2}/gu) ?? [];
  const decoded = passages.map((passage) => Buffer.from(passage, 'base64').toString('latin1'));
  return [text, ...decoded].join('\n');
}
