import type { PdfDict, PdfRef } from '@libpdf/core';
import { PDFName, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { makePdf } from './make-pdf.ts';
import { catalogOf, merge } from './merged.ts';

test('hidden layers stay hidden', async () => {
  const layered = await makePdf(['lag'], (document) => {
    const { context } = document;
    const [shown, hidden] = ['vis', 'skjul'].map((Name) =>
      context.register(context.obj({ Type: 'OCG', Name: PDFString.of(Name) })),
    );
    document.catalog.set(
      PDFName.of('OCProperties'),
      context.obj({ OCGs: [shown, hidden], D: { BaseState: 'OFF', ON: [shown] } }),
    );
  });
  const { bytes } = await merge(await makePdf(['uten']), layered, layered);
  const { catalog, resolve } = await catalogOf(bytes);
  const properties = catalog.getDict('OCProperties', resolve);
  const off = [...(properties?.getDict('D', resolve)?.getArray('OFF', resolve) ?? [])];
  const names = off.map((ref) => (resolve(ref as PdfRef) as PdfDict).getString('Name')?.asString());
  expect(properties?.getArray('OCGs', resolve)).toHaveLength(4);
  expect(names).toEqual(['skjul', 'skjul']);
});
