import fc from 'fast-check';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { expect, test } from 'vitest';
import { everythingIn, maskPdf, textsOf } from '../adapters/pdf/mask-pdf.ts';

// SEGL_FUZZ=100000 for a long run; each run draws pages, so the default is small.
const numRuns = Math.ceil(Number(process.env.SEGL_FUZZ ?? 150) / 12);

/** Words that share no part with each other, and none with what Segl itself writes. */
const words = ['Qvikstad', 'Zakariassen', 'Wexelsø', 'Jubbenes', 'Phyllingen', 'Kwarme'] as const;
const placed = fc.record({
  word: fc.constantFrom(...words),
  column: fc.integer({ min: 0, max: 1 }),
  row: fc.integer({ min: 0, max: 11 }),
  size: fc.integer({ min: 7, max: 24 }),
  /** Cut here and written in two pieces. */
  cut: fc.integer({ min: 0, max: 6 }),
});
const sheet = fc.record({
  turn: fc.constantFrom(0, 90, 180, 270),
  texts: fc.uniqueArray(placed, { selector: ({ column, row }) => `${column} ${row}`, maxLength: 10 }),
});

test('whatever words are hidden wherever they stand, nothing gives them back, and the others are left', async () => {
  const hidden = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 2 }), hidden, async (sheets, gone) => {
      const document = await PDFDocument.create();
      const font = await document.embedFont(StandardFonts.Helvetica);
      for (const { turn, texts } of sheets) {
        const page = document.addPage([595, 842]);
        page.setRotation(degrees(turn));
        for (const { word, column, row, size, cut } of texts) {
          const [x, y] = [50 + column * 270, 780 - row * 60];
          const [first, second] = [word.slice(0, cut), word.slice(cut)];
          if (first) page.drawText(first, { x, y, size, font });
          page.drawText(second, { x: x + font.widthOfTextAtSize(first, size), y, size, font });
        }
      }
      document.setTitle(gone.join(' '));
      document.setKeywords([...gone]);
      const variant = await maskPdf(await document.save(), gone);
      const everything = await everythingIn(variant);
      for (const word of gone) expect(everything).not.toContain(word.toLowerCase());
      const pages = await textsOf(variant);
      for (const [index, { texts }] of sheets.entries())
        for (const { word } of texts) if (!gone.includes(word)) expect(pages[index]).toContain(word);
    }),
    { numRuns },
  );
}, 300_000);
