import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject } from '@libpdf/core';
import { follow, resolveIn, treeLeaves } from './pdf-objects.ts';

/** Page labels of all parts; a part without any is numbered by its place in the whole. None where no part has any. */
export function mergeLabels(
  target: PDF,
  parts: readonly { readonly pdf: PDF; readonly firstPage: number }[],
): void {
  const read = parts.map(({ pdf, firstPage }) => {
    const resolve = resolveIn(pdf);
    const tree = pdf.getCatalog().getDict('PageLabels', resolve);
    const labels = treeLeaves(tree, 'Nums', resolve).flatMap(([key, value]): [number, PdfDict][] => {
      const label = follow(value, resolve);
      const inside = key instanceof PdfNumber && key.value >= 0 && key.value < pdf.getPageCount();
      return inside && label instanceof PdfDict ? [[firstPage + key.value, plain(label)]] : [];
    });
    return { firstPage, labels };
  });
  if (read.every(({ labels }) => labels.length === 0)) return;
  const nums = read.flatMap(({ firstPage, labels }): (readonly [number, PdfDict])[] =>
    labels.some(([page]) => page === firstPage) ? labels : [[firstPage, byPlace(firstPage)], ...labels],
  );
  nums.sort(([a], [b]) => a - b);
  const list = nums.flatMap(([page, label]): PdfObject[] => [PdfNumber.of(page), label]);
  target.getCatalog().set('PageLabels', new PdfDict([['Nums', new PdfArray(list)]]));
}

const byPlace = (firstPage: number): PdfDict =>
  new PdfDict([
    ['S', PdfName.of('D')],
    ['St', PdfNumber.of(firstPage + 1)],
  ]);

/** Only what a label consists of, so that nothing refers back to the part's own file. */
const plain = (label: PdfDict): PdfDict =>
  new PdfDict(
    [...label].filter(([key, value]) => ['S', 'P', 'St'].includes(key.value) && value.type !== 'ref'),
  );
