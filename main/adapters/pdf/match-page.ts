import type { PdfDict, PdfStream } from '@libpdf/core';
import type { ContentCode } from '../../../domain/verdict.ts';
import { type ComparedFile, comparison, type Same } from './compare-objects.ts';
import { isNear, isWithin, overlap, type Transform } from './geometry.ts';
import { numbersOf } from './pdf-objects.ts';
import { readOperations } from './read-operators.ts';
import { boxOf, contentOf, type PageParts } from './read-page.ts';
import { type PageMark, traceMarks } from './trace-marks.ts';

export type PageFault = Extract<ContentCode, 'page-differs' | 'page-covered' | 'hidden-content'>;

/** Page entries that neither draw anything nor change what a reader shows. */
const silent = new Set([
  'Parent',
  'StructParent',
  'StructParents',
  'LastModified',
  'PieceInfo',
  'Metadata',
  'ProcSet',
  'Type',
  'P',
]);
/** Entries that a form XObject in place of a page may have. Others could show something else, or nothing. */
const formEntries = new Set(['Type', 'Subtype', 'FormType', 'BBox', 'Matrix', 'Resources', 'Group', 'Name']);
const packing = new Set(['Length', 'Filter', 'DecodeParms']);
/** Least scale of a sent page on a signed one: a service shrinks it for a footer, never to something unreadable. */
const smallest = 0.75;

/** Whether a page of the signed document is this page of the one that was sent, and shows all of it. */
export function matchPage(sent: PageParts, signed: PageParts, same: Same): PageFault | undefined {
  if (isSamePage(sent, signed, same)) return matchNotes(sent, signed, same);
  return matchFrame(sent, signed, same);
}

/** How pages of the one and the other file are compared. */
export const pageComparison = (sent: ComparedFile, signed: ComparedFile): Same =>
  comparison(sent, signed, (key) => silent.has(key));

/** Left as it was: same place, same content. */
const isSamePage = (sent: PageParts, signed: PageParts, same: Same): boolean =>
  isNear(sent.box, signed.box) &&
  sent.turn === signed.turn &&
  sent.unit === signed.unit &&
  same(sent.group, signed.group) &&
  same(sent.resources, signed.resources) &&
  isSameContent(sent.streams, contentOf(signed.streams));

/** Annotations must be those of the sent page; links may be missing, and a signature field may have been added. */
function matchNotes(sent: PageParts, signed: PageParts, same: Same): PageFault | undefined {
  const left = [...sent.annotations];
  for (const one of signed.annotations) {
    const at = left.findIndex((other) => same(other, one));
    if (at >= 0) left.splice(at, 1);
    else if (!isPlaceForSeal(one, signed)) return 'page-covered';
  }
  return left.every((one) => isLink(one, sent)) ? undefined : 'page-differs';
}

/** Shrunk onto a page of the service's own, as a form, with nothing above or below it. */
function matchFrame(sent: PageParts, signed: PageParts, same: Same): PageFault | undefined {
  if (!sent.annotations.every((one) => isLink(one, sent)) || signed.unit !== 1) return 'page-differs';
  // A transparency group on the new page would blend the colours in another way.
  if (signed.group && !same(sent.group, signed.group)) return 'hidden-content';
  let marks: readonly PageMark[];
  try {
    marks = traceMarks(readOperations(contentOf(signed.streams)), signed.resources, signed.resolve);
  } catch {
    return 'page-differs';
  }
  const originals = marks
    .filter((mark) => mark.kind === 'form')
    .filter(({ form }) => isPageAsForm(sent, form, signed, same));
  const [original] = originals;
  if (!original || originals.length > 1) return 'page-differs';
  if (!original.isPlain) return 'hidden-content';
  if (!isUprightAndWhole(sent, signed, original.transform)) return 'hidden-content';
  if (!isWithin(original.box, signed.box)) return 'hidden-content';
  const isCovered =
    marks.some((mark) => mark !== original && overlap(mark.box, original.box)) ||
    !signed.annotations.every((one) => isPlaceForSeal(one, signed));
  return isCovered ? 'page-covered' : undefined;
}

function isPageAsForm(sent: PageParts, form: PdfStream, { resolve }: PageParts, same: Same): boolean {
  const entries = [...form].map(([key]) => key.value);
  if (!entries.every((key) => formEntries.has(key) || silent.has(key) || packing.has(key))) return false;
  const box = boxOf(form.get('BBox', resolve), resolve);
  return (
    box !== undefined &&
    isNear(box, sent.box) &&
    same(sent.group, form.get('Group')) &&
    // A form without resources uses those of the page it is drawn on (ISO 32000-1, table 95).
    form.getDict('Resources', resolve) !== undefined &&
    same(orEmpty(sent.resources), orEmpty(form.getDict('Resources', resolve))) &&
    isSameContent(sent.streams, contentOf([form]))
  );
}

/** Turned as the page was, not mirrored or stretched, and as large as there is room for. */
function isUprightAndWhole(sent: PageParts, signed: PageParts, [a, b, c, d]: Transform): boolean {
  const scale = Math.hypot(a, b);
  const near = (one: number, other: number) => Math.abs(one - other) <= scale * 0.002;
  const turns: Readonly<Record<number, readonly [number, number, number, number]>> = {
    0: [1, 0, 0, 1],
    90: [0, -1, 1, 0],
    180: [-1, 0, 0, -1],
    270: [0, 1, -1, 0],
  };
  const [wa, wb, wc, wd] = turns[(sent.turn - signed.turn + 360) % 360] ?? [0, 0, 0, 0];
  if (!near(a, wa * scale) || !near(b, wb * scale) || !near(c, wc * scale) || !near(d, wd * scale))
    return false;
  const [width, height] = shownSize(sent);
  const [roomWidth, roomHeight] = shownSize(signed);
  return scale >= smallest * Math.min(1, roomWidth / width, roomHeight / height);
}

const shownSize = ({ box, turn }: PageParts): readonly [number, number] => {
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  return turn % 180 === 0 ? [width, height] : [height, width];
};

/** Whether the content is the same, ignoring white space between one stream and the next. */
function isSameContent(streams: readonly PdfStream[], content: Buffer): boolean {
  let at = 0;
  const skipWhite = () => {
    while (at < content.length && isWhite(content[at])) at += 1;
  };
  for (const stream of streams) {
    const part = stream.getDecodedData();
    let [start, end] = [0, part.length];
    while (start < end && isWhite(part[start])) start += 1;
    while (end > start && isWhite(part[end - 1])) end -= 1;
    skipWhite();
    if (!content.subarray(at, at + end - start).equals(part.subarray(start, end))) return false;
    at += end - start;
  }
  skipWhite();
  return at === content.length;
}

const isWhite = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00;

const orEmpty = (dict: PdfDict | undefined): PdfDict | undefined =>
  dict && [...dict].length > 0 ? dict : undefined;

const isLink = (annotation: PdfDict, { resolve }: PageParts): boolean =>
  annotation.getName('Subtype', resolve)?.value === 'Link';

/** An invisible signature field: it covers no area of the page and has no actions. */
function isPlaceForSeal(annotation: PdfDict, { resolve }: PageParts): boolean {
  const kind = annotation.getName('Subtype', resolve)?.value;
  const field = annotation.getName('FT', resolve)?.value;
  if (kind !== 'Widget' || field !== 'Sig' || annotation.has('AA') || annotation.has('A')) return false;
  const rect = annotation.get('Rect', resolve);
  const [x1, y1, x2, y2, ...more] = numbersOf(rect, resolve);
  return !rect || (more.length === 0 && y2 !== undefined && (x1 === x2 || y1 === y2));
}
