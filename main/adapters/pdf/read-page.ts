import { type PDF, PdfArray, PdfDict, PdfNumber, type PdfObject, PdfStream } from '@libpdf/core';
import { type Box, boxAround } from './geometry.ts';
import { dictsIn, inherited, numbersOf, type Resolve, resolveIn } from './pdf-objects.ts';

/** What one page is, with what it has from the nodes above it. */
export type PageParts = {
  readonly dict: PdfDict;
  readonly resolve: Resolve;
  /** The part that is shown: its CropBox within its MediaBox. */
  readonly box: Box;
  /** 0, 90, 180 or 270, clockwise. */
  readonly turn: number;
  readonly unit: number;
  readonly resources: PdfDict | undefined;
  readonly group: PdfObject | undefined;
  readonly streams: readonly PdfStream[];
  readonly annotations: readonly PdfDict[];
};

const letter: Box = { left: 0, bottom: 0, right: 612, top: 792 };

export function readPages(pdf: PDF): readonly PageParts[] {
  const resolve = resolveIn(pdf);
  return pdf.getPages().map(({ dict }) => readPage(dict, resolve));
}

function readPage(dict: PdfDict, resolve: Resolve): PageParts {
  const value = (key: string) => {
    const own = inherited(dict, key, resolve);
    return own && 'objectNumber' in own ? (resolve(own) ?? undefined) : own;
  };
  const media = boxOf(value('MediaBox'), resolve) ?? letter;
  const crop = boxOf(value('CropBox'), resolve) ?? media;
  const box = {
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  };
  const [turn, unit, resources] = [value('Rotate'), dict.get('UserUnit', resolve), value('Resources')];
  const contents = dict.get('Contents', resolve);
  const streams =
    contents instanceof PdfArray ? contents.toArray().map((_, at) => contents.at(at, resolve)) : [contents];
  return {
    dict,
    resolve,
    box: box.left < box.right && box.bottom < box.top ? box : media,
    turn: turn instanceof PdfNumber ? ((turn.value % 360) + 360) % 360 : 0,
    unit: unit instanceof PdfNumber ? unit.value : 1,
    resources: resources instanceof PdfDict ? resources : undefined,
    group: dict.get('Group', resolve),
    streams: streams.filter((stream) => stream instanceof PdfStream),
    annotations: dictsIn(dict.get('Annots', resolve), resolve),
  };
}

/** The content as one, as readers put it together: a stream may end in the middle of anything but a word. */
export const contentOf = (streams: readonly PdfStream[]): Buffer =>
  Buffer.concat(streams.flatMap((stream) => [Buffer.from(stream.getDecodedData()), Buffer.from('\n')]));

export function boxOf(object: PdfObject | undefined, resolve: Resolve): Box | undefined {
  const [x1, y1, x2, y2, ...more] = numbersOf(object, resolve);
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined || more.length > 0)
    return undefined;
  const box = boxAround([
    [x1, y1],
    [x2, y2],
  ]);
  return box.left < box.right && box.bottom < box.top ? box : undefined;
}
