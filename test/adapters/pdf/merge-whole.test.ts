import { expect, test } from 'vitest';
import { findDifference } from '../../../main/adapters/pdf/compare/find-difference.ts';
import { mergeWhole } from '../../../main/adapters/pdf/merge-whole.ts';
import { PartUnusable } from '../../../main/ports/pdf-workshop.ts';
import { encrypt, makePdf } from './make-pdf.ts';
import { canRender, renderPages } from './render-pages.ts';
import { helvetica, writePage, writePdf, writeStream } from './write-pdf.ts';

const labels = { title: 'Avtale', language: 'nb' } as const;
const merge = (...files: readonly Uint8Array[]) =>
  mergeWhole(
    files.map((bytes, at) => ({ title: `Del ${at}`, bytes })),
    labels,
  );
/** By a program that shares nothing with the one that compares. */
const looksAs = (merged: Uint8Array, source: Uint8Array) => {
  if (!canRender()) return;
  const [found, wanted] = [renderPages(merged), renderPages(source)];
  expect(found?.map((page, at) => wanted?.[at] && page.equals(wanted[at]))).toEqual(wanted?.map(() => true));
};
const letter = (font: string) => `BT /${font} 24 Tf 60 700 Td (Tekst som skal vises) Tj ET`;

test.each([
  ['a space', 'F#20A'],
  ['a letter written as it is', 'F\u00e6'],
  ['a letter in Latin-1', 'F#e6'],
  ['a letter in UTF-8', 'F#c3#a6'],
  ['a number sign', 'F#23'],
])('text in a font whose name has %s is kept', async (_, name) => {
  const file = writePage(letter(name), `/Font << /${name} 5 0 R >>`, [
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
  ]);
  const { bytes } = await merge(file);
  expect(Buffer.from(bytes).toString('latin1')).toContain(`/${name.replace('\u00e6', '#e6')} `);
  looksAs(bytes, file);
});

test('two font names that the library takes for one are not sent as one', async () => {
  const file = writePage(`${letter('F#e6')} ${letter('F#f8')}`, '/Font << /F#e6 5 0 R /F#f8 6 0 R >>', [
    helvetica,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
  ]);
  const refused = await merge(file).catch((fault: unknown) => fault);
  expect(refused).toBeInstanceOf(PartUnusable);
  expect(refused).toMatchObject({ index: 0, fault: 'page-differs' });
});

test('small numbers keep their value: a letter drawn by a font of 1/2048 units is not moved or gone', async () => {
  const font =
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 2048000 2048000] /FontMatrix [0.00000048828125 0 0 0.00000048828125 0 0] /CharProcs << /a 6 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [2048000] /Resources << >> >>';
  const file = writePage('BT /F1 60 Tf 60 700 Td (aaa) Tj ET', '/Font << /F1 5 0 R >>', [
    font,
    writeStream('2048000 0 0 0 2048000 2048000 d1 0 0 1500000 1500000 re f'),
  ]);
  const { bytes } = await merge(file);
  expect(Buffer.from(bytes).toString('latin1')).toContain('0.00000048828125');
  looksAs(bytes, file);
});

test('every part is held against its own pages, and the first page that differs is named', async () => {
  const [one, two] = [await makePdf(['en', 'to']), await makePdf(['tre', 'fire', 'fem'])];
  const { bytes } = await merge(one, two);
  const parts = [
    { bytes: one, pages: 2 },
    { bytes: two, pages: 3 },
  ];
  expect(await findDifference(parts, bytes)).toBeUndefined();
  const changed = await makePdf(['tre', 'fire', 'fem!']);
  expect(
    await findDifference(
      [
        { bytes: one, pages: 2 },
        { bytes: changed, pages: 3 },
      ],
      bytes,
    ),
  ).toEqual({
    part: 1,
    page: 2,
    fault: 'page-differs',
  });
});

test.each([
  ['a full stop', (text: string) => text.replace('vises)', 'vises.)')],
  ['a line', (text: string) => `${text} 60 600 m 70 600 l S`],
  ['a colour', (text: string) => `1 0 0 rg ${text}`],
  ['a page that is turned', (text: string) => text, '/Rotate 90'],
  ['a narrower page', (text: string) => text, '/CropBox [0 0 500 842]'],
  ['a note on the page', (text: string) => text, '/Annots [6 0 R]'],
])('%s is a difference', async (_, change, page = '') => {
  const note = '<< /Type /Annot /Subtype /Square /Rect [50 50 150 150] /C [1 0 0] /AP << /N 7 0 R >> >>';
  const picture = writeStream(
    '1 0 0 rg 0 0 100 100 re f',
    '/Type /XObject /Subtype /Form /BBox [0 0 100 100]',
  );
  const write = (operators: string, entries: string) =>
    writePage(operators, '/Font << /F1 5 0 R >>', [helvetica, note, picture], entries);
  const [plain, changed] = [write(letter('F1'), ''), write(change(letter('F1')), page)];
  const { bytes } = await merge(plain);
  expect(await findDifference([{ bytes: plain, pages: 1 }], bytes)).toBeUndefined();
  expect(await findDifference([{ bytes: changed, pages: 1 }], bytes)).toEqual({
    part: 0,
    page: 0,
    fault: 'page-differs',
  });
});

test('a dangling reference is null, and no difference', async () => {
  const file = writePage(letter('F1'), '/Font << /F1 5 0 R /F2 99 0 R >> /ExtGState 98 0 R', [helvetica]);
  const { bytes, pages } = await merge(file);
  expect(pages).toBe(1);
  looksAs(bytes, file);
});

test('a file that only its owner has a password for comes out open and whole', async () => {
  const plain = await makePdf(['Et brev', 'til']);
  const { bytes, pages } = await merge(await encrypt(plain));
  expect(pages).toBe(2);
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('/Encrypt');
  looksAs(bytes, plain);
});

test('a part is tried by another road before it is given up', async () => {
  // The page tree names a page that is not there, which is against the standard, so the pages are drawn and compared.
  const file = writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    writeStream(letter('F1')).toString('latin1').replace('/Length 4', '/Length 3'),
    helvetica,
  ]);
  const { bytes } = await merge(file);
  looksAs(bytes, file);
});
