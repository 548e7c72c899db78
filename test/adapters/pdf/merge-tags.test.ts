import { PdfArray, type PdfDict } from '@libpdf/core';
import { PDFName, PDFNumber, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { makePdf } from './make-pdf.ts';
import { catalogOf, merge } from './merged.ts';

test('tags of all parts are gathered, each page finding its own', async () => {
  const tagged = (name: string) =>
    makePdf([name], (document) => {
      const { context, catalog } = document;
      const [root, element] = [context.nextRef(), context.nextRef()];
      const page = document.getPage(0);
      context.assign(
        element,
        context.obj({ Type: 'StructElem', S: 'P', P: root, Pg: page.ref, K: 0, T: PDFString.of(name) }),
      );
      context.assign(
        root,
        context.obj({ Type: 'StructTreeRoot', K: [element], ParentTree: { Nums: [0, [element]] } }),
      );
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(0));
      catalog.set(PDFName.of('StructTreeRoot'), root);
      catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    });
  const { bytes } = await merge(await tagged('første'), await tagged('andre'));
  const { pdf, catalog, resolve } = await catalogOf(bytes);
  const root = catalog.getDict('StructTreeRoot', resolve);
  const nums = [...(root?.getDict('ParentTree', resolve)?.getArray('Nums', resolve) ?? [])];
  const found = pdf.getPages().map(({ dict, ref }) => {
    const number = dict.getNumber('StructParents')?.value ?? -1;
    const list = nums[number * 2 + 1];
    const element = list instanceof PdfArray ? (list.at(0, resolve) as PdfDict) : undefined;
    return [element?.getString('T')?.asString(), String(element?.getRef('Pg')) === String(ref)];
  });
  expect(found).toEqual([
    ['første', true],
    ['andre', true],
  ]);
  expect(catalog.getDict('MarkInfo', resolve)?.getBool('Marked')?.value).toBe(true);
});
