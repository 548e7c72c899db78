import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { startNodeChild } from '../../../main/adapters/children/start-node-child.ts';
import { openPdfWorkshop } from '../../../main/adapters/pdf/open-pdf-workshop.ts';
import { makePdf } from './make-pdf.ts';
import { helvetica, writePage, writePdf, writeStream } from './write-pdf.ts';

const said: string[] = [];
const workshop = openPdfWorkshop({ startChild: startNodeChild, log: (line) => said.push(line) });
afterAll(() => workshop.close());

const MB = 1024 * 1024;
/** Zeros packed so many times over, without ever holding more than one block of them. */
const pack = (megabytes: number, filling: string): Buffer =>
  deflateSync(Buffer.alloc(megabytes * MB, filling), { level: 9 });
const page = (contents: Buffer, further: readonly Buffer[] = []) =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    contents,
    helvetica,
    ...further,
  ]);
const held = (bytes: Uint8Array) => workshop.inspect(bytes, 'a.pdf');

test('contents that unpack beyond all bounds are refused, in one layer and in two', async () => {
  const big = pack(300, '0 0 m\n');
  expect(await held(page(writeStream(big, '/Filter /FlateDecode')))).toMatchObject({ fault: 'too-heavy' });
  const twice = deflateSync(big, { level: 9 });
  expect(twice.length).toBeLessThan(20_000);
  const layers = '/Filter [/FlateDecode /FlateDecode]';
  expect(await held(page(writeStream(twice, layers)))).toMatchObject({ fault: 'too-heavy' });
  expect(said).toEqual([]);
});

test('many streams that each keep within bounds are refused together', async () => {
  const each = writeStream(pack(100, ' '), '/Filter /FlateDecode');
  const many = page(
    writeStream('BT ET'),
    Array.from({ length: 9 }, () => each),
  );
  expect(await held(many)).toMatchObject({ fault: 'too-heavy' });
});

test('an object stream that unpacks to more than a list of objects ever is, is refused before anyone reads it', async () => {
  const list = writeStream(pack(200, '1 0 '), '/Type /ObjStm /N 10000000 /First 8 /Filter /FlateDecode');
  expect(await held(page(writeStream('BT ET'), [list]))).toMatchObject({ fault: 'too-heavy' });
  expect(said).toEqual([]);
});

test('digits without end after the last mark cost no more than reading them', async () => {
  const whole = await makePdf(['en']);
  const digits = Buffer.concat([whole, Buffer.from('7'.repeat(400_000))]);
  const start = performance.now();
  await held(digits);
  const spaced = Buffer.concat([whole, Buffer.from('7 '.repeat(200_000))]);
  await held(spaced);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(said).toEqual([]);
});

test('a large page that only holds much is read', async () => {
  const operators = deflateSync(Buffer.from('0 0 m 1 1 l S\n'.repeat(400_000)));
  expect(await held(page(writeStream(operators, '/Filter /FlateDecode')))).toMatchObject({ pages: 1 });
});

test('a picture too large to be drawn takes its worker and nothing else', async () => {
  const picture = writeStream(
    pack(120, '\0'),
    '/Type /XObject /Subtype /Image /Width 11000 /Height 11000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
  );
  // A field makes its page one that has to be drawn.
  const field =
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Ola) /Rect [60 600 300 630] /DA (/Helv 12 Tf 0 g) >>';
  const bytes = writePage(
    'q 500 0 0 500 40 40 cm /I1 Do Q',
    '/XObject << /I1 5 0 R >>',
    [picture, field],
    '/Annots [6 0 R]',
    '/AcroForm << /Fields [6 0 R] >>',
  );
  const merged = await workshop
    .merge([{ title: 'a', bytes }], { title: 'a', language: 'nb' })
    .catch((fault: unknown) => fault);
  expect(merged).toBeDefined();
  expect((await held(await makePdf(['en']))).pages).toBe(1);
});
