import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNodeChild } from '../../../main/adapters/children/start-node-child.ts';
import { inspectFile } from '../../../main/adapters/pdf/inspect-file.ts';
import { listUnlike } from '../../../main/adapters/pdf/list-oversampled.ts';
import { openPdfWorkshop } from '../../../main/adapters/pdf/open-pdf-workshop.ts';
import { openPlainFile } from '../../../main/adapters/pdf/plain/open-plain-file.ts';
import { PlainStream } from '../../../main/adapters/pdf/plain/plain-values.ts';
import type { PdfWorkshop } from '../../../main/ports/pdf-workshop.ts';
import { makeScan, type Scan } from './images/make-scan.ts';
import { encrypt, makePdf, readPages } from './make-pdf.ts';

let workshop: PdfWorkshop;
beforeAll(() => {
  workshop = openPdfWorkshop({ startChild: startNodeChild });
});
afterAll(() => workshop.close());

const watch = { onProgress: () => {}, isCancelled: () => false };
/** 400 pixels to the inch on A4; that of a scanner, 600, takes longer than a test should. */
const sharp = { across: 3306, down: 4677 } as const;
const shrink = (bytes: Uint8Array, dotsPerInch = 150) => workshop.shrinkImages(bytes, dotsPerInch, watch);
const sizes = (bytes: Uint8Array) =>
  [...openPlainFile(bytes).objects()].flatMap((object) =>
    object instanceof PlainStream && object.dict.get('Width') !== undefined ? [object.dict.get('Width')] : [],
  );

describe('a scan with more pixels than are seen', () => {
  test.each<readonly [string, Scan]>([
    ['a colour JPEG', { ...sharp, kind: 'jpeg' }],
    ['packed colour', { ...sharp, kind: 'rgb' }],
    ['packed grey', { ...sharp, kind: 'gray' }],
    ['a palette', { ...sharp, kind: 'indexed' }],
    ['a soft mask', { ...sharp, kind: 'jpeg', softMask: true }],
    ['a form', { ...sharp, kind: 'jpeg', inForm: true }],
    ['a turned page', { ...sharp, kind: 'jpeg', turn: 90 }],
  ])(
    'gets smaller and looks as it did: %s',
    async (_name, scan) => {
      const bytes = await makeScan(scan);
      const shrunk = await shrink(bytes);
      if (!shrunk) throw new Error('nothing got smaller');
      expect(shrunk.bytes.length).toBeLessThan(bytes.length * 0.6);
      expect(Math.max(...sizes(shrunk.bytes).map(Number))).toBeLessThanOrEqual(1300);
      expect(await readPages(shrunk.bytes)).toEqual(await readPages(bytes));
      expect(await listUnlike(bytes, shrunk.bytes, 0, 1)).toEqual([]);
      expect(await inspectFile(shrunk.bytes, 'a.pdf', ['pdf'])).toMatchObject({ kind: 'pdf', pages: 1 });
      expect((await inspectFile(shrunk.bytes, 'a.pdf', ['pdf'])).fault).toBeUndefined();
      expect((await PDFDocument.load(shrunk.bytes)).getPageCount()).toBe(1);
    },
    120_000,
  );

  test('also where its objects stand in object streams', async () => {
    const bytes = await makeScan({ ...sharp, kind: 'jpeg' }, true);
    const shrunk = await shrink(bytes);
    expect(shrunk?.bytes.length).toBeLessThan(bytes.length * 0.6);
    expect((await inspectFile(shrunk?.bytes ?? bytes, 'a.pdf', ['pdf'])).fault).toBeUndefined();
  }, 60_000);

  test('keeps every other object byte for byte', async () => {
    const bytes = await makeScan({ ...sharp, kind: 'jpeg' });
    const shrunk = await shrink(bytes);
    const others = (file: Uint8Array) =>
      Buffer.from(file)
        .toString('latin1')
        .split('endobj')
        .filter((object) => object.includes(' obj') && !object.includes('/Width'))
        .map((object) => object.slice(object.search(/\d+ \d+ obj/)));
    expect(others(shrunk?.bytes ?? new Uint8Array())).toEqual(others(bytes));
  }, 60_000);
});

describe('is left as it is', () => {
  test.each<readonly [string, Scan]>([
    ['print colours', { ...sharp, kind: 'cmyk' }],
    ['black and white', { ...sharp, kind: 'bilevel' }],
    ['JPEG 2000', { ...sharp, kind: 'jpx' }],
    ['a picture with few pixels for its size', { across: 800, down: 1100, kind: 'jpeg' }],
  ])(
    '%s',
    async (_name, scan) => {
      expect(await shrink(await makeScan(scan))).toBeUndefined();
    },
    60_000,
  );

  test('a file without pictures, and one with inline images that are drawn and skipped', async () => {
    expect(await shrink(await makePdf(['Avtale']))).toBeUndefined();
    const inline = 'q 100 0 0 100 100 100 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x20\x45\x49 EI Q';
    const bytes = await makePdf(['Avtale'], (document) => {
      const [page] = document.getPages();
      page?.node.addContentStream(document.context.register(document.context.stream(inline)));
    });
    expect(await shrink(bytes)).toBeUndefined();
  });

  test('a file whose work is cancelled', async () => {
    const bytes = await makeScan({ ...sharp, kind: 'jpeg' });
    const steps: number[] = [];
    const shrunk = await workshop.shrinkImages(bytes, 150, {
      onProgress: (done) => void steps.push(done),
      isCancelled: () => steps.length > 0,
    });
    expect(shrunk).toBeUndefined();
    expect(steps).toEqual([1]);
  }, 60_000);

  test('a file that is not by the book and that nobody can write anew', async () => {
    await expect(shrink(await encrypt(await makePdf(['Avtale'])))).rejects.toMatchObject({
      name: 'ShrinkFailed',
    });
  });
});
