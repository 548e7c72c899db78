import { PDF } from '@libpdf/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawImage } from '../../../main/adapters/pdf/draw-image.ts';
import { drawLetter } from '../../../main/adapters/pdf/draw-letter.ts';
import { drawNote } from '../../../main/adapters/pdf/draw-note.ts';
import { inspectFile } from '../../../main/adapters/pdf/inspect-file.ts';
import type { Letter, Note } from '../../../main/ports/pdf-workshop.ts';
import { makeJpeg, makePng } from './make-image.ts';
import { readPages } from './make-pdf.ts';
import { canRender, renderPages } from './render-pages.ts';

const note: Note = {
  heading: 'Avslag på signering',
  intro: 'Én av de to som ble bedt om å signere, har avslått.',
  rows: [{ label: 'Sak', value: '2026/123' }],
  table: {
    head: ['Navn', 'Svar'],
    rows: [
      ['Kari Testesen', 'Signert'],
      ['Åse Prøve', 'Avslått'],
    ],
  },
  footer: 'Laget av Segl.',
  language: 'nb',
  createdAt: '2026-01-02T03:04:05Z',
};
const letter: Letter = {
  sender: 'Lillevik kommune',
  title: 'Leiekontrakt',
  meta: [{ label: 'Vår referanse', value: '26/1' }],
  body: ['# Husleie', 'Leien er 9 000 kroner.', '- Strøm kommer i tillegg'],
  signatureLines: ['Kari Testesen'],
  footer: 'Postboks 1',
  language: 'en',
  createdAt: '2026-01-02T03:04:05Z',
};

test('a note is one page of PDF/A with all its texts, the same each time', async () => {
  const bytes = await drawNote(note);
  expect(await inspectFile(bytes, 'notat.pdf', [])).toEqual({
    kind: 'pdf',
    warnings: [],
    pages: 1,
    pdfVersion: '1.7',
    pdfa: '2b',
  });
  const [text = ''] = await readPages(bytes);
  for (const part of ['Avslag på signering', '2026/123', 'Kari Testesen', 'Åse Prøve', 'Laget av Segl.']) {
    expect(text).toContain(part);
  }
  expect(Buffer.compare(await drawNote(note), bytes)).toBe(0);
});

test('a note with ten signers and long texts still fits its page', async () => {
  const rows = Array.from({ length: 10 }, (_, at) => [
    `Signatar nummer ${at} ${'med langt navn '.repeat(6)}`,
    'Signert',
    'i dag',
  ]);
  const bytes = await drawNote({
    ...note,
    intro: 'Lang innledning. '.repeat(60),
    table: { head: ['a', 'b', 'c'], rows },
  });
  const pages = await readPages(bytes);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Signatar nummer 9');
});

test('every letter that Norwegian texts use is drawn, not lost when the font is cut down', async () => {
  const all =
    'abcdefghijklmnopqrstuvwxyzæøåáčđŋšŧžéèêòôäöü ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ 0123456789 «»–…§€½²';
  const bytes = await drawNote({ ...note, intro: all });
  expect((await readPages(bytes))[0]?.replace(/\s+/g, ' ')).toContain('áčđŋšŧž');
  if (!canRender()) return console.warn('pixels not compared: pdftoppm is not installed');
  const inked = async (intro: string) =>
    (renderPages(await drawNote({ ...note, heading: '', rows: [], footer: '', intro }))?.[0] ?? []).filter(
      (one) => one < 128,
    ).length;
  const none = await inked('');
  for (const letter of 'abgmnåÆ8') expect(await inked(letter.repeat(8)), letter).toBeGreaterThan(none);
});

test('signs the font lacks are replaced, and marks are put on their letters', async () => {
  const bytes = await drawNote({ ...note, intro: `a${'\u030a'}b 👩‍👩‍👧 漢字 \u0000\ud800 slutt` });
  const text = (await readPages(bytes))[0];
  expect(text).toContain('åb');
  expect(text).toContain('slutt');
});

test('no text makes drawing fail', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, async (title, text, cell) => {
      const drawn = await drawLetter({
        ...letter,
        title,
        body: [text],
        meta: [{ label: cell, value: text }],
      });
      expect((await inspectFile(drawn, 'a.pdf', [])).fault).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

test('a letter flows over as many pages as it needs, each numbered in its language', async () => {
  const body = Array.from(
    { length: 60 },
    (_, at) => `Avsnitt ${at}. ${'Løpende tekst i brevet. '.repeat(12)}`,
  );
  const pages = await readPages(await drawLetter({ ...letter, body }));
  expect(pages.length).toBeGreaterThan(3);
  for (const [at, text] of pages.entries()) expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
  const found = pages.join(' ').match(/Avsnitt \d+/g);
  expect(found).toEqual(body.map((_, at) => `Avsnitt ${at}`));
  expect(pages.at(-1)).toContain('Kari Testesen');
});

test('a word longer than its line is broken, not cut off', async () => {
  const pages = await readPages(await drawLetter({ ...letter, body: ['x'.repeat(500)] }));
  expect(pages.join('').match(/x/g)).toHaveLength(500);
});

test.each<[string, Uint8Array, 'png' | 'jpeg', boolean]>([
  ['a tall PNG', makePng(10, 30), 'png', false],
  ['a wide PNG', makePng(30, 10), 'png', true],
  ['a see-through PNG', makePng(30, 10, 90), 'png', true],
  ['a wide JPEG', makeJpeg(), 'jpeg', true],
  ['a JPEG the camera held upright', makeJpeg(6), 'jpeg', false],
])('%s becomes one A4 page of PDF/A lying as the picture does', async (_, image, kind, wide) => {
  const bytes = await drawImage(image, kind);
  expect(await inspectFile(bytes, 'a.pdf', [])).toMatchObject({ pages: 1, warnings: [], pdfa: '2b' });
  expect((await PDF.load(bytes)).getPage(0)?.isLandscape).toBe(wide);
  expect(Buffer.compare(await drawImage(image, kind), bytes)).toBe(0);
});

test('a huge picture is refused before it is unpacked', async () => {
  const png = Buffer.from(makePng(4, 4));
  png.writeUInt32BE(60_000, 16);
  await expect(drawImage(new Uint8Array(png), 'png')).rejects.toThrow();
});
