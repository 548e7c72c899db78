import { inflateSync } from 'node:zlib';
import { PDF } from '@libpdf/core';
import type { Masking } from '../../../domain/masking.ts';
import { bindCheckedVariant } from '../../../main/adapters/pdf/check-variant.ts';
import { type Drawing, openDrawnFile } from '../../../main/adapters/pdf/compare/open-drawn-file.ts';
import { drawVariantPages } from '../../../main/adapters/pdf/draw-variant-page.ts';
import { readWords } from '../../../main/adapters/pdf/read-words.ts';
import type { VariantLabels } from '../../../main/ports/public-variant.ts';

export const labels: VariantLabels = {
  title: 'Offentlig variant',
  line: 'Offentlig variant. Deler av innholdet er skjermet.',
  masked: '[skjermet]',
  language: 'nb',
};

/** A public variant without the phrases and areas given; a leftover is the test's failure. */
export async function maskPdf(
  bytes: Uint8Array,
  gone: readonly string[],
  areas: Masking['areas'] = [],
): Promise<Uint8Array> {
  const pages = (await readWords(bytes, 0, 1000)).length;
  const drawn = await drawVariantPages(bytes, { gone, areas }, 0, pages);
  const checked = await bindCheckedVariant(drawn, { gone }, labels);
  if ('leftovers' in checked) throw new Error(`left over: ${JSON.stringify(checked.leftovers)}`);
  return checked.bytes;
}

/** What pdf.js reads on each page, without blanks. */
export async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const drawn = await openDrawnFile(bytes);
  try {
    const texts: string[] = [];
    for (let page = 0; page < drawn.pages; page += 1) texts.push(await drawn.text(page));
    return texts;
  } finally {
    await drawn.close();
  }
}

export async function drawPage(bytes: Uint8Array, page = 0, dotsPerInch = 72): Promise<Drawing> {
  const drawn = await openDrawnFile(bytes);
  try {
    return await drawn.draw(page, dotsPerInch);
  } finally {
    await drawn.close();
  }
}

/**
 * Everything that anyone can get out of a PDF with common means, in lower case: both libraries' text, metadata, outlines,
 * notes, attachments, structure, and all bytes, packed and unpacked. Shares nothing with the search of the program.
 */
export async function everythingIn(bytes: Uint8Array): Promise<string> {
  const found: unknown[] = [];
  for (const page of (await PDF.load(bytes)).getPages()) found.push(page.extractText().text);
  const drawn = await openDrawnFile(bytes);
  const { document } = drawn;
  found.push(await document.getMetadata(), await document.getOutline(), await document.getDestinations());
  found.push(
    await document.getAttachments(),
    await document.getJSActions(),
    await document.getFieldObjects(),
  );
  for (let number = 1; number <= drawn.pages; number += 1) {
    const page = await document.getPage(number);
    found.push(await drawn.text(number - 1), await page.getAnnotations(), await page.getStructTree());
    found.push((await page.getTextContent({ includeMarkedContent: true })).items);
  }
  await drawn.close();
  const text = found.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  return `${text}\n${unpacked(Buffer.from(bytes))}`.toLowerCase();
}

/** Bytes as they are and every stream that inflates, as Latin-1 and without the zero bytes that UTF-16 has. */
function unpacked(bytes: Buffer): string {
  const parts = [bytes];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(bytes.subarray(at + 7), { finishFlush: 2 }));
    } catch {
      // Not packed this way: its bytes have been added as they are.
    }
  }
  const text = Buffer.concat(parts).toString('latin1');
  return `${text}\n${text.replaceAll('\0', '')}`;
}
