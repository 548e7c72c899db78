import { zipSync } from 'fflate';
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { FileFault, FileKind } from '../../../domain/files.ts';
import { inspectFile } from '../../../main/adapters/pdf/inspect-file.ts';
import { makeJpeg, makePng } from './make-image.ts';
import { encrypt, makePdf, makeSigning } from './make-pdf.ts';

const takes: readonly FileKind[] = ['pdf', 'png', 'jpeg'];
const inspect = (bytes: Uint8Array, name: string) => inspectFile(bytes, name, takes);
const faultOf = async (bytes: Uint8Array, name = 'brev.pdf'): Promise<FileFault | undefined> =>
  (await inspect(bytes, name)).fault;
const text = (content: string) => new TextEncoder().encode(content);

test('a plain PDF has its pages counted and nothing to warn of', async () => {
  const found = await inspect(await makePdf(['en', 'to']), 'brev.pdf');
  expect(found).toEqual({ kind: 'pdf', warnings: [], pages: 2, pdfVersion: '1.7' });
});

test('a file without an ending, or with a title that only looks like one, is taken for what it is', async () => {
  const bytes = await makePdf(['en']);
  expect(await faultOf(bytes, 'brev')).toBeUndefined();
  expect(await faultOf(bytes, 'Brev 12.3')).toBeUndefined();
  expect(await faultOf(bytes, 'BREV.PDF')).toBeUndefined();
});

test('junk before the header does not hide a PDF', async () => {
  const bytes = Buffer.concat([Buffer.from('\n\n  '), await makePdf(['en'])]);
  expect(await inspect(new Uint8Array(bytes), 'brev.pdf')).toMatchObject({ kind: 'pdf', pages: 1 });
});

test('an empty file is empty', async () => {
  expect(await faultOf(new Uint8Array())).toBe('empty');
});

test('a text file called .pdf is none that can be taken in', async () => {
  expect(await faultOf(text('Hei, dette er bare tekst.'))).toBe('kind-unknown');
});

test('a picture called .pdf, and a PDF called .docx, are not what their names say', async () => {
  expect(await inspect(makePng(4, 4), 'skann.pdf')).toMatchObject({ kind: 'png', fault: 'name-mismatch' });
  expect(await inspect(await makePdf(['en']), 'brev.docx')).toMatchObject({
    kind: 'pdf',
    fault: 'name-mismatch',
  });
});

test('a PDF with a password is encrypted; one where only the owner has one is read, and its limits are told', async () => {
  const bytes = await makePdf(['en']);
  expect(await faultOf(await encrypt(bytes, 'hemmelig'))).toBe('encrypted');
  expect(await inspect(await encrypt(bytes), 'a.pdf')).toEqual(
    expect.objectContaining({ kind: 'pdf', warnings: ['restricted'], pages: 1 }),
  );
});

test('a PDF without pages has none', async () => {
  expect(await faultOf(await makePdf([]))).toBe('no-pages');
});

test.each([0.1, 0.25, 0.5, 0.75, 0.9, 0.99])('a PDF cut after %d of its length is damaged', async (share) => {
  const bytes = await makePdf(Array.from({ length: 12 }, (_, at) => `side ${at}`));
  expect(await faultOf(bytes.slice(0, Math.floor(bytes.length * share)))).toBe('damaged');
});

test.each([0.2, 0.5, 0.8])('a PDF with a piece missing after %d of its length is damaged', async (share) => {
  const bytes = await makePdf(Array.from({ length: 12 }, (_, at) => `side ${at}`));
  const at = Math.floor(bytes.length * share);
  const holed = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 900)]);
  expect(await faultOf(new Uint8Array(holed))).toBe('damaged');
});

test('a PDF cut in the middle of an update is damaged, though its first version was whole', async () => {
  const signing = await makeSigning();
  const signed = await signing.sign(await makePdf(['en']));
  expect(await faultOf(signed.slice(0, signed.length - 400))).toBe('damaged');
});

test('a PDF whose table of contents points astray is still read, when nothing is missing', async () => {
  const bytes = Buffer.from(await makePdf(['en', 'to']));
  const moved = bytes.toString('latin1').replace(/startxref\n\d+/, 'startxref\n77');
  expect(await inspect(new Uint8Array(Buffer.from(moved, 'latin1')), 'a.pdf')).toMatchObject({
    kind: 'pdf',
    pages: 2,
    warnings: [],
  });
});

test('a page whose contents cannot be unpacked is damaged', async () => {
  const bytes = Buffer.from(await makePdf(['en']));
  const start = bytes.indexOf('stream\n') + 7;
  bytes.fill(0xaa, start, start + 40);
  expect(await faultOf(new Uint8Array(bytes))).toBe('damaged');
});

test('a signed PDF is told as signed', async () => {
  const signing = await makeSigning();
  const found = await inspect(await signing.sign(await makePdf(['en'])), 'avtale.pdf');
  expect(found).toMatchObject({ pages: 1, warnings: ['signed'] });
  expect(found.fault).toBeUndefined();
});

test.each<[string, (document: PDFDocument) => Promise<void> | void, readonly string[]]>([
  [
    'form fields',
    (document) => document.getForm().createTextField('navn').addToPage(document.getPage(0)),
    ['form-fields'],
  ],
  [
    'an XFA form',
    (document) => {
      document.getForm().createTextField('navn').addToPage(document.getPage(0));
      document.catalog.lookup(PDFName.of('AcroForm'), PDFDict).set(PDFName.of('XFA'), PDFHexString.of(''));
    },
    ['form-fields', 'xfa'],
  ],
  ['an embedded file', (document) => document.attach(text('a,b'), 'tall.csv'), ['embedded-files']],
  ['a script', (document) => document.addJavaScript('start', 'app.alert(1)'), ['javascript']],
  [
    'a script run on opening',
    (document) =>
      void document.catalog.set(
        PDFName.of('OpenAction'),
        document.context.obj({ S: 'JavaScript', JS: PDFHexString.fromText('app.alert(1)') }),
      ),
    ['javascript'],
  ],
  [
    'a script on a page',
    (document) =>
      void document
        .getPage(0)
        .node.set(
          PDFName.of('AA'),
          document.context.obj({ O: { S: 'JavaScript', JS: PDFHexString.fromText('1') } }),
        ),
    ['javascript'],
  ],
  ['a page in US Letter', (document) => void document.addPage([612, 792]), ['odd-page-size']],
  ['a page of A4 lying down', (document) => void document.addPage([841.89, 595.28]), []],
])('%s gives its warning and no other', async (_, change, warnings) => {
  const bytes = await makePdf(['en'], async (document) => void (await change(document)));
  expect((await inspect(bytes, 'a.pdf')).warnings).toEqual(warnings);
});

test('a loop in the page tree is damage, not a hang', async () => {
  const bytes = await makePdf(['en'], (document) => {
    const pages = document.catalog.Pages();
    pages.lookup(PDFName.of('Kids'), PDFArray).push(document.catalog.get(PDFName.of('Pages')) ?? pages);
  });
  expect(await faultOf(bytes)).toBe('damaged');
});

test('pictures are looked through, and a broken one is damaged', async () => {
  expect(await inspect(makePng(20, 10), 'a.png')).toEqual({ kind: 'png', warnings: [], pages: 0 });
  expect(await inspect(makeJpeg(), 'a.jpeg')).toEqual({ kind: 'jpeg', warnings: [], pages: 0 });
  expect(await faultOf(makePng(20, 10).slice(0, 60), 'a.png')).toBe('damaged');
  expect(await faultOf(makeJpeg().slice(0, -30), 'a.jpg')).toBe('damaged');
  expect(await faultOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'a.jpg')).toBe('damaged');
});

test('an office document needs a converter', async () => {
  const docx = zipSync({ '[Content_Types].xml': text('<Types/>'), 'word/document.xml': text('<w/>') });
  const odt = zipSync({ mimetype: text('application/vnd.oasis.opendocument.text') });
  expect(await inspect(docx, 'a.docx')).toMatchObject({ kind: 'docx', fault: 'converter-missing' });
  expect(await inspect(odt, 'a.odt')).toMatchObject({ kind: 'odt', fault: 'converter-missing' });
  expect(await inspectFile(odt, 'a.odt', [...takes, 'odt'])).toEqual({ kind: 'odt', warnings: [], pages: 0 });
  expect(await faultOf(zipSync({ 'a.txt': text('a') }), 'a.docx')).toBe('kind-unknown');
});

test('the catalog may raise the version of the header', async () => {
  const bytes = await makePdf(['en'], (document) => {
    document.catalog.set(PDFName.of('Version'), PDFName.of('2.0'));
  });
  expect((await inspect(bytes, 'a.pdf')).pdfVersion).toBe('2.0');
});
