import { expect, it } from 'vitest';
import { openPdfWorkshop } from '../../../portal/document/open-pdf-workshop.ts';
import { samplePdf } from '../support/sample-pdf.ts';

it('a PDF that its library never finishes reading is refused, and the next one is read', async () => {
  const workshop = openPdfWorkshop({ check: 4000, make: 4000 });
  const good = Buffer.from(await samplePdf());
  // The library's parser stands still at a string's end that has no beginning.
  const endless = Buffer.from(good.toString('latin1').replace('(Unknown)', ' Unknown)'), 'latin1');
  expect(endless.equals(good)).toBe(false);
  const [first, second] = await Promise.all([workshop.findObjection(endless), workshop.findObjection(good)]);
  expect([first, second]).toEqual(['cannot be read as a PDF', undefined]);
  await workshop.close();
});
