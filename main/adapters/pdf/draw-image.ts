import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib';
import { checkJpeg, checkPng } from './check-image.ts';
import { finishPdfa } from './finish-pdfa.ts';

const a4 = { short: 595.28, long: 841.89 };
const margin = 36;
/** A picture is not blown up beyond 96 pixels to the inch. */
const pointsPerPixel = 0.75;

/**
 * One A4 page with the picture as large as fits, upright as the camera held it. PDF/A-2b, except for pictures in
 * print colours, which need a profile of their own. Throws on a broken picture.
 */
export async function drawImage(bytes: Uint8Array, kind: 'png' | 'jpeg'): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  if (kind === 'png') checkPng(bytes);
  const jpeg = kind === 'jpeg' ? checkJpeg(bytes) : undefined;
  const image = jpeg ? await document.embedJpg(bytes) : await document.embedPng(bytes);
  const orientation = jpeg?.orientation ?? 1;
  const turned = orientation >= 5;
  const [across, down] = turned ? [image.height, image.width] : [image.width, image.height];
  const size: [number, number] = across > down ? [a4.long, a4.short] : [a4.short, a4.long];
  const page = document.addPage(size);
  const scale = Math.min((size[0] - 2 * margin) / across, (size[1] - 2 * margin) / down, pointsPerPixel);
  const [width, height] = [across * scale, down * scale];
  const matrix = upright(orientation, (size[0] - width) / 2, (size[1] - height) / 2, width, height);
  const name = page.node.newXObject('Image', image.ref);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(...matrix),
    drawObject(name),
    popGraphicsState(),
  );
  const pdfa = jpeg?.components === 4 ? undefined : '2b';
  return finishPdfa(document, { title: '', language: '', pdfa }, bytes);
}

type Matrix = [number, number, number, number, number, number];

/** Lays the picture's unit square on the box so that it is seen upright, for each EXIF orientation. */
function upright(orientation: number, x: number, y: number, width: number, height: number): Matrix {
  const [right, top] = [x + width, y + height];
  const ways: readonly Matrix[] = [
    [width, 0, 0, height, x, y],
    [-width, 0, 0, height, right, y],
    [-width, 0, 0, -height, right, top],
    [width, 0, 0, -height, x, top],
    [0, -height, -width, 0, right, top],
    [0, -height, width, 0, x, top],
    [0, height, width, 0, x, y],
    [0, height, -width, 0, right, y],
  ];
  return ways[orientation - 1] ?? [width, 0, 0, height, x, y];
}
