import { PDFDocument, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import { makePdf, readPages } from './make-pdf.ts';
import { merge } from './merged.ts';

test('a chain of objects longer than the stack is copied whole', async () => {
  const deep = await makePdf(['dyp'], (document) => {
    let next = document.context.register(document.context.obj({ Last: true }));
    for (let link = 0; link < 30_000; link += 1)
      next = document.context.register(document.context.obj({ Next: next }));
    document.getPage(0).node.set(PDFName.of('PieceInfo'), document.context.obj({ Segl: next }));
  });
  const { bytes } = await merge(deep, deep);
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Last true/g),
  ).toHaveLength(2);
  expect(await readPages(bytes)).toEqual(['dyp', 'dyp']);
});

test('hundreds of pages with thousands of objects all arrive', async () => {
  const document = await PDFDocument.create();
  for (let page = 0; page < 400; page += 1) {
    const sheet = document.addPage([200, 200]);
    const extras = Array.from({ length: 30 }, (_, at) =>
      document.context.register(document.context.obj({ at })),
    );
    sheet.node.set(PDFName.of('PieceInfo'), document.context.obj({ extras, page }));
  }
  const { bytes, pages } = await merge(await document.save(), await makePdf(['slutt']));
  expect(pages).toBe(401);
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/at \d+/g),
  ).toHaveLength(12_000);
  expect((await readPages(bytes)).at(-1)).toBe('slutt');
});
