import { PDF, PdfDict, type PdfRef, PdfString } from '@libpdf/core';
import fc from 'fast-check';
import { PDFName, PDFNumber, PDFString, rgb } from 'pdf-lib';
import { expect, test } from 'vitest';
import { agreePdfa } from '../../../main/adapters/pdf/agree-pdfa.ts';
import { drawNote } from '../../../main/adapters/pdf/draw-note.ts';
import { inspectFile } from '../../../main/adapters/pdf/inspect-file.ts';
import { mergeParts } from '../../../main/adapters/pdf/merge-parts.ts';
import { PartUnusable } from '../../../main/ports/pdf-workshop.ts';
import { makePng } from './make-image.ts';
import { encrypt, makePdf, makeSigning, readPages } from './make-pdf.ts';
import { catalogOf, labels, merge } from './merged.ts';
import { canRender, renderPages } from './render-pages.ts';

const note = (heading: string) =>
  drawNote({
    heading,
    intro: 'Tekst',
    rows: [],
    footer: 'Segl',
    language: 'nb',
    createdAt: '2026-01-02T03:04:05Z',
  });

test('every page of every part comes out once, in order, the same each time', async () => {
  const counts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(counts, async (sizes) => {
      const texts = sizes.map((size, part) =>
        Array.from({ length: size }, (_, page) => `del ${part} side ${page}`),
      );
      const files = await Promise.all(texts.map((pages) => makePdf(pages)));
      const merged = await merge(...files);
      expect(merged.partPages).toEqual(sizes);
      expect(merged.pages).toBe(texts.flat().length);
      expect(await readPages(merged.bytes)).toEqual(texts.flat());
      expect(Buffer.compare((await merge(...files)).bytes, merged.bytes)).toBe(0);
    }),
    { numRuns: 25 },
  );
});

test('the merged file carries no time and no trace of chance', async () => {
  const text = Buffer.from((await merge(await makePdf(['en']))).bytes).toString('latin1');
  expect(text).not.toMatch(/CreationDate|ModDate|CreateDate/);
});

test('title and language are the ones given, in both places a reader may look', async () => {
  const { bytes } = await mergeParts([{ title: 'a', bytes: await makePdf(['en']) }], {
    title: 'Søknad & svar «åpen»',
    language: 'nn',
  });
  const pdf = await PDF.load(bytes);
  expect(pdf.getTitle()).toBe('Søknad & svar «åpen»');
  expect(pdf.getLanguage()).toBe('nn');
  expect(Buffer.from(bytes).toString('utf8')).toContain('Søknad &amp; svar «åpen»');
});

test('each part gets a bookmark to its first page, with its own bookmarks below', async () => {
  const withOutline = await makePdf(['a', 'b'], (document) => {
    const { context, catalog } = document;
    const [root, item] = [context.nextRef(), context.nextRef()];
    const second = document.getPage(1).ref;
    context.assign(root, context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }));
    context.assign(item, context.obj({ Title: PDFString.of('Kapittel'), Parent: root, Dest: 'kap' }));
    // By an old-style name, which two parts may share.
    catalog.set(PDFName.of('Dests'), context.obj({ kap: [second, 'Fit'] }));
    catalog.set(PDFName.of('Outlines'), root);
  });
  const { bytes } = await mergeParts(
    [
      { title: 'Hoveddokument æøå 🙂', bytes: withOutline },
      { title: 'Vedlegg', bytes: withOutline },
    ],
    labels,
  );
  const { pdf, catalog, resolve } = await catalogOf(bytes);
  const pageOf = (item: PdfDict | undefined) => {
    const [page] = item?.getArray('Dest', resolve) ?? [];
    return pdf.getPages().findIndex(({ ref }) => String(ref) === String(page));
  };
  const first = catalog.getDict('Outlines', resolve)?.getDict('First', resolve);
  const next = first?.getDict('Next', resolve);
  expect([first, next].map((item) => item?.getString('Title')?.asString())).toEqual([
    'Hoveddokument æøå 🙂',
    'Vedlegg',
  ]);
  expect([first, next].map(pageOf)).toEqual([0, 2]);
  const below = [first, next].map((item) => item?.getDict('First', resolve));
  expect(below.map((item) => item?.getString('Title')?.asString())).toEqual(['Kapittel', 'Kapittel']);
  expect(below.map(pageOf)).toEqual([1, 3]);
});

test('links go on leading to their own page, and bring no page along twice', async () => {
  const linked = await makePdf(['fra', 'til'], (document) => {
    const [from, to] = document.getPages();
    const link = document.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 100, 100],
      P: from?.ref,
      A: { S: 'GoTo', D: [to?.ref, 'Fit'] },
    });
    from?.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(link)]));
  });
  const { bytes } = await merge(linked, linked);
  const { pdf, resolve } = await catalogOf(bytes);
  const [annotation] = pdf.getPages()[2]?.dict.getArray('Annots', resolve) ?? [];
  const link = annotation && resolve(annotation as PdfRef);
  const target =
    link instanceof PdfDict ? link.getDict('A', resolve)?.getArray('D', resolve)?.at(0) : undefined;
  expect(String(target)).toBe(String(pdf.getPages()[3]?.ref));
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(4);
});

test('what a page inherits goes with it: size, turn and resources', async () => {
  const inheriting = await makePdf(['arvet'], (document) => {
    const page = document.getPage(0).node;
    const tree = document.catalog.Pages();
    for (const key of ['MediaBox', 'Resources']) {
      const value = page.get(PDFName.of(key));
      if (value) tree.set(PDFName.of(key), value);
      page.delete(PDFName.of(key));
    }
    tree.set(PDFName.of('Rotate'), PDFNumber.of(90));
  });
  const { bytes } = await merge(await makePdf(['før']), inheriting);
  const page = (await PDF.load(bytes)).getPages()[1];
  expect([page?.rotation, Math.round(page?.width ?? 0), page?.extractText().text.trim()]).toEqual([
    90,
    842,
    'arvet',
  ]);
});

test('a filled form looks as it did and can no longer be filled', async () => {
  const form = await makePdf(['skjema', 'side to'], (document) => {
    const [first, second] = document.getPages();
    const name = document.getForm().createTextField('navn');
    name.setText('Ola Nordmann');
    if (first)
      name.addToPage(first, { x: 80, y: 500, width: 300, height: 40, backgroundColor: rgb(0.9, 0.9, 1) });
    const agreed = document.getForm().createCheckBox('enig');
    if (second) agreed.addToPage(second, { x: 80, y: 400, width: 30, height: 30 });
    agreed.check();
  });
  const { bytes } = await merge(form);
  expect((await inspectFile(bytes, 'a.pdf', [])).warnings).toEqual([]);
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Widget|AcroForm/);
  if (!canRender()) return console.warn('pixels not compared: pdftoppm is not installed');
  expect(renderPages(bytes)).toEqual(renderPages(form));
  expect(renderPages(bytes)).not.toEqual(renderPages(await makePdf(['skjema', 'side to'])));
});

test('page labels follow their pages; parts without any count on', async () => {
  const roman = await makePdf(['i', 'ii'], (document) => {
    document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: [0, { S: 'r' }] }));
  });
  const { bytes } = await merge(await makePdf(['1', '2', '3']), roman);
  const { catalog, resolve } = await catalogOf(bytes);
  const nums = catalog.getDict('PageLabels', resolve)?.getArray('Nums', resolve);
  const read = [...(nums ?? [])].map((one) =>
    one instanceof PdfDict ? one.getName('S')?.value : 'value' in one && one.value,
  );
  expect(read).toEqual([0, 'D', 3, 'r']);
});

test('files, scripts and actions of a part are left behind', async () => {
  const busy = await makePdf(['en'], async (document) => {
    document.addJavaScript('start', 'app.alert(1)');
    await document.attach(new TextEncoder().encode('a'), 'a.txt');
    document
      .getPage(0)
      .node.set(PDFName.of('AA'), document.context.obj({ O: { S: 'JavaScript', JS: PDFString.of('1') } }));
    const link = {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 9, 9],
      A: { S: 'Launch', F: PDFString.of('x.exe') },
    };
    document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([link]));
  });
  const { bytes } = await merge(busy);
  expect((await inspectFile(bytes, 'a.pdf', [])).warnings).toEqual([]);
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/JavaScript|Launch|EmbeddedFile/);
});

test('PDF/A parts give PDF/A with one output intent; one plain part takes it away', async () => {
  const [first, second] = [await note('En'), await note('To')];
  const kept = await merge(first, second);
  expect(kept.pdfa).toBe('2b');
  expect(await inspectFile(kept.bytes, 'a.pdf', [])).toMatchObject({ pdfa: '2b', warnings: [] });
  expect(
    Buffer.from(kept.bytes)
      .toString('latin1')
      .match(/GTS_PDFA1/g),
  ).toHaveLength(1);
  const lost = await merge(first, await makePdf(['vanlig']));
  expect(lost.pdfa).toBeUndefined();
  expect((await inspectFile(lost.bytes, 'a.pdf', [])).pdfa).toBeUndefined();
});

test.each([
  [['2b', '2b'], '2b'],
  [['2a', '2u'], '2u'],
  [['2u', '3b'], '3b'],
  [['1a', '1b'], '1b'],
  [['1b', '2b'], undefined],
  [['3a', '3a'], '3a'],
])('parts of PDF/A %j agree on %s', async (levels, agreed) => {
  const parts = await Promise.all(
    levels.map(async (level) => {
      const bytes = await makePdf([level], (document) => {
        const xmp = `<r:D pdfaid:part="${level[0]}" pdfaid:conformance="${level[1]?.toUpperCase()}"/>`;
        document.catalog.set(PDFName.of('Metadata'), document.context.register(document.context.stream(xmp)));
      });
      return PDF.load(bytes);
    }),
  );
  expect(agreePdfa(parts)).toBe(agreed);
});

test('a part that cannot be merged is named with its place and its fault', async () => {
  const good = await makePdf(['god']);
  const signing = await makeSigning();
  const bad: readonly (readonly [string, Uint8Array])[] = [
    ['empty', new Uint8Array()],
    ['encrypted', await encrypt(good, 'x')],
    ['damaged', good.slice(0, good.length / 2)],
    ['signed', await signing.sign(good)],
    ['no-pages', await makePdf([])],
    ['kind-unknown', makePng(2, 2)],
  ];
  for (const [fault, bytes] of bad) {
    const refused = await merge(good, bytes, good).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PartUnusable);
    expect(refused).toMatchObject({ index: 1, fault });
  }
});

test('a title with signs no font has is kept as it is', async () => {
  const title = `${'å'.normalize('NFD')}👩‍👩‍👧\u0000${'x'.repeat(200)}`;
  const { bytes } = await mergeParts([{ title, bytes: await makePdf(['en']) }], { title, language: 'nb' });
  const { catalog, resolve } = await catalogOf(bytes);
  const shown = catalog.getDict('Outlines', resolve)?.getDict('First', resolve)?.get('Title', resolve);
  expect(shown instanceof PdfString && shown.asString()).toBe(`å👩‍👩‍👧 ${'x'.repeat(200)}`);
});
