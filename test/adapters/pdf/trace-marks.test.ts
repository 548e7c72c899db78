import {
  type PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfString,
} from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { judging, name, numbers, type Page, put } from '../../support/forge/change-page.ts';
import { type Forge, openForge, pageAt } from '../../support/forge/forge.ts';

let forge: Forge;
beforeAll(async () => {
  forge = await openForge();
}, 60_000);
const judged = judging(() => forge);
const inFooter = (text: string) => `q BT ${text} ET Q`;

const image = (pdf: PDF, more: Readonly<Record<string, PdfObject>> = {}) =>
  pdf.createStream(
    {
      Type: name('XObject'),
      Subtype: name('Image'),
      Width: PdfNumber.of(1),
      Height: PdfNumber.of(1),
      ColorSpace: name('DeviceGray'),
      BitsPerComponent: PdfNumber.of(8),
      ...more,
    },
    Buffer.from([0xff]),
  );
const masked = put('XObject', 'B', (pdf) => image(pdf, { SMask: image(pdf) }));
const shading = () =>
  PdfDict.of({
    ShadingType: PdfNumber.of(2),
    ColorSpace: name('DeviceGray'),
    Coords: numbers(0, 0, 1, 0),
    Extend: new PdfArray([PdfBool.TRUE, PdfBool.TRUE]),
    Function: PdfDict.of({
      FunctionType: PdfNumber.of(2),
      Domain: numbers(0, 1),
      C0: numbers(1),
      C1: numbers(1),
      N: PdfNumber.of(1),
    }),
  });
const pattern = put('Pattern', 'P', () => PdfDict.of({ PatternType: PdfNumber.of(2), Shading: shading() }));
const form = (...box: readonly number[]) =>
  put('XObject', 'B', (pdf) =>
    pdf.createStream(
      {
        Subtype: name('Form'),
        Resources: PdfDict.of({}),
        ...(box.length > 0 && { BBox: numbers(...box) }),
      },
      Buffer.from('0.5 g 0 0 600 800 re f'),
    ),
  );
const drawings = put('Font', 'G', (pdf) =>
  PdfDict.of({
    Subtype: name('Type3'),
    FontBBox: numbers(0, 0, 1, 1),
    FontMatrix: numbers(1, 0, 0, 1, 0, 0),
    CharProcs: PdfDict.of({ a: pdf.createStream({}, Buffer.from('1 0 d0 0 0 600 800 re f')) }),
    Encoding: PdfDict.of({ Differences: new PdfArray([PdfNumber.of(97), name('a')]) }),
    FirstChar: PdfNumber.of(97),
    LastChar: PdfNumber.of(97),
    Widths: numbers(1),
  }),
);
const plain = (key: string, value: PdfObject) => put('ExtGState', 'Bred', () => PdfDict.of({ [key]: value }));

describe('what else a service adds', () => {
  test.each([
    ['an image', 'q 100 0 0 8 24 4 cm /B Do Q', masked],
    ['a pattern', 'q /Pattern cs /P scn 24 4 100 8 re f Q', pattern],
    ['a form', 'q 1 0 0 1 24 4 cm /B Do Q', form(0, 0, 100, 8)],
  ])('may stand beside the page: %s', async (_, content, change) => {
    expect(await judged(content, change)).toBe('same-document');
  });

  test.each([
    ['an image with a soft mask', 'q 600 0 0 800 0 0 cm /B Do Q', masked],
    ['a pattern', 'q /Pattern cs /P scn 24 4 100 400 re f Q', pattern],
    ['a shading', 'q /S sh Q', put('Shading', 'S', shading)],
    ['a form', 'q 1 0 0 1 24 4 cm /B Do Q', form(0, 0, 100, 400)],
    ['a form without a box', 'q 1 0 0 1 24 4 cm /B Do Q', form()],
    ['a font of drawings', inFooter('/G 7 Tf 1 0 0 1 24 4 Tm (a) Tj'), drawings],
    ['an inline image', 'q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q', () => {}],
    ['a stroke of a graphics state', 'q /Bred gs 0 4 m 600 4 l S Q', plain('LW', PdfNumber.of(900))],
    ['a long mitre', 'q 2 w 9999 M 24 4 m 100 4 l 24 4.001 l S Q', () => {}],
    ['a rectangle given twice', '24 4 9 4 24 4 400 800 re f', () => {}],
    ['a path begun before it is moved', 'q 24 4 m 1 0 0 1 0 400 cm 100 400 l S Q', () => {}],
  ])('does not count as beside it: %s', async (_, content, change) => {
    expect(await judged(content, change)).not.toBe('same-document');
  });

  test.each([
    [
      'a group that mixes colours anew',
      'Group',
      () => PdfDict.of({ S: name('Transparency'), CS: name('DeviceGray') }),
    ],
    ['a seal with five numbers for its place', 'Annots', (pdf: PDF) => seal(pdf, 50, 50, 400, 400, 0)],
    ['a seal that is seen', 'Annots', (pdf: PDF) => seal(pdf, 50, 50, 400, 400)],
  ])('does not belong on the page: %s', async (_, key, make) => {
    expect(await judged('', ({ pdf }) => pageAt(pdf, 1).dict.set(key, make(pdf)))).not.toBe('same-document');
  });

  test('does not act by itself', async () => {
    const action = PdfDict.of({ S: name('JavaScript'), JS: PdfString.fromString('app.alert(1)') });
    const place = (pdf: PDF) => seal(pdf, 0, 0, 0, 0);
    const set = (pdf: PDF, annotations: PdfArray) => pageAt(pdf, 1).dict.set('Annots', annotations);
    expect(await judged('', ({ pdf }) => set(pdf, place(pdf)))).toBe('same-document');
    for (const key of ['A', 'AA']) {
      const acting = ({ pdf }: Page) => {
        const places = place(pdf);
        const [field] = [...places].map((one) => (one instanceof PdfRef ? pdf.getObject(one) : one));
        if (field instanceof PdfDict) field.set(key, key === 'A' ? action : PdfDict.of({ PO: action }));
        set(pdf, places);
      };
      expect(await judged('', acting)).not.toBe('same-document');
    }
  });
});
const seal = (pdf: PDF, ...rect: readonly number[]) =>
  new PdfArray([
    pdf.register(
      PdfDict.of({
        Subtype: name('Widget'),
        FT: name('Sig'),
        T: PdfString.fromString('Plass'),
        Rect: numbers(...rect),
        AP: PdfDict.of({
          N: pdf.createStream(
            { Subtype: name('Form'), BBox: numbers(0, 0, 1, 1) },
            Buffer.from('1 g 0 0 1 1 re f'),
          ),
        }),
      }),
    ),
  ]);
