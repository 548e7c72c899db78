import { describe, expect, test } from 'vitest';
import { openDrawnFile } from '../../../main/adapters/pdf/compare/open-drawn-file.ts';
import { font, marked, open, scan, secret, text, unseen, write } from './hostile-pdfs.ts';
import { makePdf, makeSigning } from './make-pdf.ts';
import { drawPage, everythingIn, maskPdf, textsOf } from './mask-pdf.ts';

describe('a marked word is nowhere in the variant', () => {
  test.each(Object.entries(marked))('%s', async (_what, make) => {
    const variant = await maskPdf(new Uint8Array(await make()), [secret, 'Rafiki']);
    const everything = await everythingIn(variant);
    for (const part of [secret, 'Gudbrand', 'brandsen', 'Rafiki'])
      expect(everything).not.toContain(part.toLowerCase());
    for (const page of await textsOf(variant)) expect(page).toContain(open);
  });
});

describe('a word that nobody sees is not in the variant, marked or not', () => {
  test.each(Object.entries(unseen))('%s', async (_what, make) => {
    const variant = await maskPdf(new Uint8Array(make()), ['Nordmann']);
    const everything = await everythingIn(variant);
    for (const part of [secret, 'Gudbra', 'dsen']) expect(everything).not.toContain(part.toLowerCase());
    expect((await textsOf(variant))[0]).toContain(open);
  });
});

test('a picture under an area is black in the variant, and what is beside it is as it was', async () => {
  const original = new Uint8Array(scan(secret));
  const area = { page: 0, left: 50, top: 220, right: 210, bottom: 250 };
  const variant = await drawPage(await maskPdf(original, [], [area]));
  const before = await drawPage(original);
  const at = ({ pixels, width }: typeof variant, x: number, y: number) => pixels[(y * width + x) * 4] ?? -1;
  for (let y = area.top + 1; y < area.bottom - 1; y += 1)
    for (let x = area.left + 1; x < area.right - 1; x += 1) expect(at(variant, x, y)).toBe(0);
  for (let x = 60; x < 140; x += 1)
    expect(Math.abs(at(variant, x, 332) - at(before, x, 332))).toBeLessThan(130);
  expect(at(variant, 300, 400)).toBe(255);
});

test('a typeface without a table of letters is hidden by an area', async () => {
  const bytes = new Uint8Array(
    text(write('\\001\\002\\003'), font, [
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [1 /G /u /d] >> >>',
    ]),
  );
  const area = { page: 0, left: 40, top: 200, right: 300, bottom: 260 };
  const variant = await drawPage(await maskPdf(bytes, [], [area]));
  const dark = [
    ...variant.pixels.subarray(230 * variant.width * 4 + 45 * 4, 230 * variant.width * 4 + 290 * 4),
  ];
  expect(dark.every((value, at) => at % 4 === 3 || value === 0)).toBe(true);
});

test('the ink of a marked word is gone, also what stands out above and below its line', async () => {
  const variant = await drawPage(await maskPdf(await makePdf(['ÅÉgjpqyÇ åpent']), ['ÅÉgjpqyÇ']), 0, 144);
  const plain = await drawPage(await makePdf(['             åpent']), 0, 144);
  let beside = 0;
  for (let y = 100; y < 300; y += 1)
    for (let x = 0; x < 110; x += 1)
      if ((variant.pixels[(y * variant.width + x) * 4] ?? 0) < 250) beside += 1;
  expect(beside).toBe(0);
  expect(plain.width).toBe(variant.width);
});

test('what is left is read in its order, with a notice where words are hidden', async () => {
  const [page] = await textsOf(
    await maskPdf(await makePdf(['Vedtak om Kari Nordmann i dag']), ['Kari Nordmann']),
  );
  expect(page).toBe('Vedtakomidag[skjermet][skjermet]Offentligvariant.Deleravinnholdeterskjermet.');
});

test('the variant of a signed file is no signed file', async () => {
  const { sign } = await makeSigning(secret);
  const variant = await maskPdf(await sign(await makePdf([`${open} ${secret}`])), [secret]);
  expect(await everythingIn(variant)).not.toContain(secret.toLowerCase());
  expect(Buffer.from(variant).includes('/Sig')).toBe(false);
});

test('the same marks on the same file give the same bytes', async () => {
  const bytes = new Uint8Array(text(write(secret)));
  expect(Buffer.from(await maskPdf(bytes, [secret])).equals(await maskPdf(bytes, [secret]))).toBe(true);
});

test('a page keeps its size and way up', async () => {
  const variant = await openDrawnFile(
    await maskPdf(
      await makePdf([
        { text: secret, size: [400, 300] },
        { text: open, turn: 90 },
      ]),
      [secret],
    ),
  );
  const sizes = [];
  for (const number of [1, 2]) {
    const { width, height } = (await variant.document.getPage(number)).getViewport({ scale: 1 });
    sizes.push([Math.round(width), Math.round(height)]);
  }
  await variant.close();
  expect(sizes).toEqual([
    [400, 318],
    [842, 613],
  ]);
});
