import { expect, onTestFinished, test } from 'vitest';
import { startNodeChild } from '../../../main/adapters/children/start-node-child.ts';
import { openPdfWorkshop } from '../../../main/adapters/pdf/open-pdf-workshop.ts';
import { VariantFailed } from '../../../main/ports/public-variant.ts';
import { makePdf } from './make-pdf.ts';
import { everythingIn, labels } from './mask-pdf.ts';

function open(options: { readonly timeLimitMs?: () => number } = {}) {
  const workshop = openPdfWorkshop({ startChild: startNodeChild, ...options });
  onTestFinished(() => workshop.close());
  return workshop;
}

test('a variant is made page by page in a process with limits, and tells how far it has come', async () => {
  const workshop = open();
  const pages = Array.from({ length: 5 }, (_, page) => `Gudbrandsen side ${page + 1}`);
  const bytes = await makePdf(pages);
  const progress: [number, number][] = [];
  const told = (done: number, all: number) => void progress.push([done, all]);
  const read = await workshop.readWords(bytes, 5, () => {});
  expect(read.map(({ words }) => words[0]?.text)).toEqual(pages.map(() => 'Gudbrandsen'));
  const made = await workshop.makeVariant(bytes, 5, { areas: [], gone: ['Gudbrandsen'] }, labels, told);
  if ('leftovers' in made) throw new Error('left over');
  expect(progress).toEqual([
    [2, 5],
    [4, 5],
    [5, 5],
  ]);
  expect(await everythingIn(made.bytes)).not.toContain('gudbrandsen');
  expect(await workshop.inspect(made.bytes, 'variant.pdf')).toMatchObject({
    pages: 5,
    pdfa: '2b',
    // Each page is taller than it was, by the line below it.
    warnings: ['odd-page-size'],
  });
});

test('a file that cannot be drawn, or takes more time than it may, makes no variant', async () => {
  const workshop = open();
  const nothing = { areas: [], gone: ['ord'] };
  const broken = new TextEncoder().encode('%PDF-1.7 og så ikke mer');
  await expect(workshop.makeVariant(broken, 1, nothing, labels, () => {})).rejects.toThrow(VariantFailed);
  await expect(workshop.readWords(await makePdf(['En']), 2, () => {})).rejects.toThrow(VariantFailed);
  const hasty = open({ timeLimitMs: () => 1 });
  await expect(hasty.readWords(await makePdf(['En']), 1, () => {})).rejects.toThrow(VariantFailed);
});
