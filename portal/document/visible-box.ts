import { PdfArray, type PdfDict, PdfNumber, type PdfObject, type PdfRef } from '@libpdf/core';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Resolve = (ref: PdfRef) => PdfObject | null;

/**
 * The part of a page that is shown: its CropBox within its MediaBox. Read from the dictionary, since the library
 * takes the upper right corner of a box for its size.
 */
export function visibleBox(page: PdfDict, resolve: Resolve): Box {
  const media = boxOf(page, 'MediaBox', resolve) ?? { x: 0, y: 0, width: 612, height: 792 };
  const crop = boxOf(page, 'CropBox', resolve) ?? media;
  const x = Math.max(media.x, crop.x);
  const y = Math.max(media.y, crop.y);
  const width = Math.min(media.x + media.width, crop.x + crop.width) - x;
  const height = Math.min(media.y + media.height, crop.y + crop.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : media;
}

function boxOf(page: PdfDict, name: string, resolve: Resolve): Box | undefined {
  const array = page.get(name, resolve);
  if (!(array instanceof PdfArray)) return undefined;
  const [x1, y1, x2, y2] = [0, 1, 2, 3].map((index) => {
    const value = array.at(index, resolve);
    return value instanceof PdfNumber ? value.value : undefined;
  });
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  const box = {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
  return box.width > 0 && box.height > 0 ? box : undefined;
}
