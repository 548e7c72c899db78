import {
  type PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfString,
} from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { isVerified } from '../../../domain/verdict.ts';
import { verifySigned } from '../../../main/adapters/pdf/verify-signed.ts';
import { editContent, type Forge, openForge, pageAt } from '../../support/forge/forge.ts';
import { writeFont } from '../../support/forge/write-font.ts';

let forge: Forge;
beforeAll(async () => {
  forge = await openForge();
}, 60_000);

type Page = { readonly pdf: PDF; readonly resources: PdfDict };

/** What the verdict says of a file whose first own page has been changed before it was sealed. */
async function judged(content: string, change: (page: Page) => void = () => {}): Promise<string> {
  const file = await forge.sealChanged((pdf) => {
    const page = pageAt(pdf, 1);
    const resources = page.dict.getDict('Resources', pdf.getObject.bind(pdf));
    if (!resources) throw new Error('no resources');
    change({ pdf, resources });
    editContent(pdf, page, (own) => `${own}\n${content}`);
  });
  const verdict = await verifySigned(file, forge.order);
  expect([verdict.sealedBy.code, verdict.unchanged.code]).toEqual(['sealed', 'unchanged']);
  expect(isVerified(verdict)).toBe(verdict.isWhatWasSent.code === 'same-document');
  return verdict.isWhatWasSent.code;
}

const name = PdfName.of;
const numbers = (...values: readonly number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)));

/** Puts in a font, as `/G`, with one glyph of this size. */
const font =
  (
    box: { readonly bottom: number; readonly top: number },
    unitsPerEm?: number,
    more: PdfDict = PdfDict.of({}),
  ) =>
  ({ pdf, resources }: Page): void => {
    const program = pdf.createStream({}, writeFont(box, unitsPerEm));
    const descriptor = PdfDict.of({
      Type: name('FontDescriptor'),
      FontName: name('Stor'),
      Flags: PdfNumber.of(4),
      FontBBox: numbers(0, 0, 500, 700),
      ItalicAngle: PdfNumber.of(0),
      Ascent: PdfNumber.of(700),
      Descent: PdfNumber.of(0),
      CapHeight: PdfNumber.of(700),
      StemV: PdfNumber.of(80),
      FontFile2: program,
    });
    const descendant = PdfDict.of({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: name('Stor'),
      CIDSystemInfo: PdfDict.of({
        Registry: PdfString.fromString('Adobe'),
        Ordering: PdfString.fromString('Identity'),
        Supplement: PdfNumber.of(0),
      }),
      FontDescriptor: pdf.register(descriptor),
      DW: PdfNumber.of(500),
      CIDToGIDMap: name('Identity'),
    });
    const whole = PdfDict.of({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: name('Stor'),
      Encoding: name('Identity-H'),
      DescendantFonts: new PdfArray([pdf.register(descendant)]),
    });
    for (const [key, value] of more) whole.set(key, value);
    resources.getDict('Font', pdf.getObject.bind(pdf))?.set('G', whole);
  };
const ordinary = { bottom: -200, top: 800 };
const huge = { bottom: 0, top: 20_000 };

const inFooter = (text: string) => `q BT ${text} ET Q`;
const shown = inFooter('/G 7 Tf 1 0 0 1 24 4 Tm <0001> Tj');

describe('text that a service adds', () => {
  test('may stand beside the page', async () => {
    expect(await judged(shown, font(ordinary))).toBe('same-document');
  });

  test.each([
    ['glyphs of 20 000 units', shown, font(huge)],
    [
      'glyphs that reach down',
      inFooter('/G 7 Tf 1 0 0 1 24 838 Tm <0001> Tj'),
      font({ bottom: -20_000, top: 0 }),
    ],
    ['a font of few units to the em', shown, font(ordinary, 16)],
    [
      'lines that run down',
      inFooter('/G 7 Tf 1 0 0 1 300 835 Tm <000100010001> Tj'),
      font(ordinary, 1000, PdfDict.of({ Encoding: name('Identity-V') })),
    ],
    ['a wide pen', inFooter('1 Tr 500 w /F0 7 Tf 1 0 0 1 24 4 Tm <0014> Tj'), () => {}],
    [
      'a size set by a graphics state',
      inFooter('/F0 7 Tf /Stor gs 1 0 0 1 24 4 Tm <0014> Tj'),
      stateWithFont,
    ],
    [
      'a font by another spelling of its name',
      inFooter('/F0 7 Tf /#47 7 Tf 1 0 0 1 24 4 Tm <0001> Tj'),
      font(huge),
    ],
    ['a place that is given twice', inFooter('/F0 7 Tf 24 4 24 500 Td <0014> Tj'), () => {}],
    ['text that is lifted', inFooter('/F0 7 Tf 400 Ts 1 0 0 1 24 4 Tm <0014> Tj'), () => {}],
    ['a font size of its own', inFooter('/F0 7 Tf 1 0 0 90 24 4 Tm <0014> Tj'), () => {}],
    ['a slant', inFooter('/F0 7 Tf 1 0.4 0 1 24 4 Tm <0014> Tj'), () => {}],
    ['words spread upwards', inFooter('/F0 7 Tf 500 Tw 0 1 -1 0 300 4 Tm <0014> Tj'), () => {}],
  ])('does not count as beside it with %s', async (_, content, change) => {
    expect(await judged(content, change)).not.toBe('same-document');
  });
});

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
const put =
  (kind: string, key: string, make: (pdf: PDF) => PdfObject) =>
  ({ pdf, resources }: Page): void => {
    const own = resources.getDict(kind, pdf.getObject.bind(pdf)) ?? PdfDict.of({});
    own.set(key, make(pdf));
    resources.set(kind, own);
  };
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

type Attack = readonly [string, (pdf: PDF) => void];
const script = () => PdfDict.of({ S: name('JavaScript'), JS: PdfString.fromString('app.alert(1)') });
const annotate = (annotation: () => PdfDict) => (pdf: PDF) =>
  pageAt(pdf, 0).dict.set('Annots', new PdfArray([pdf.register(annotation())]));
const link = (action: PdfDict) => () =>
  PdfDict.of({ Subtype: name('Link'), Rect: numbers(0, 0, 90, 90), A: action });
const web = () => PdfDict.of({ S: name('URI'), URI: PdfString.fromString('https://example.org/') });
const treeOf = (pdf: PDF): PdfDict => {
  const tree = pdf.getCatalog().getDict('Pages', pdf.getObject.bind(pdf));
  if (!tree) throw new Error('no pages');
  return tree;
};
const profile = (pdf: PDF) =>
  pdf.getCatalog().set(
    'OutputIntents',
    new PdfArray([
      PdfDict.of({
        S: name('GTS_PDFA1'),
        DestOutputProfile: pdf.createStream({ N: PdfNumber.of(3) }, Buffer.from('hvit')),
      }),
    ]),
  );
const addKid = (page: PdfDict) => (pdf: PDF) => {
  const tree = treeOf(pdf);
  const kids = tree.getArray('Kids', pdf.getObject.bind(pdf));
  tree.set('Kids', new PdfArray([pdf.register(page), ...(kids?.toArray() ?? [])]));
};

describe('a page that a service adds, and what stands around the pages', () => {
  const codeOf = async (change: (pdf: PDF) => void, addedPages = forge.policy.addedPages) => {
    const file = await forge.sealChanged(change);
    const verdict = await verifySigned(file, { ...forge.order, policy: { ...forge.policy, addedPages } });
    expect([verdict.sealedBy.code, verdict.unchanged.code]).toEqual(['sealed', 'unchanged']);
    return verdict.isWhatWasSent.code;
  };

  test('may link to an address', async () => {
    expect(await codeOf(annotate(link(web())))).toBe('same-document');
  });

  test.each<Attack>([
    ['a link that runs a script', annotate(link(script()))],
    [
      'a link that goes on to a script',
      annotate(() => {
        const action = web();
        action.set('Next', script());
        return link(action)();
      }),
    ],
    ['a film', annotate(() => PdfDict.of({ Subtype: name('Screen'), Rect: numbers(0, 0, 90, 90) }))],
    [
      'a link that acts when its page is opened',
      annotate(() => {
        const one = link(web())();
        one.set('AA', PdfDict.of({ PO: script() }));
        return one;
      }),
    ],
    ['a field to fill in', annotate(() => PdfDict.of({ Subtype: name('Widget'), FT: name('Tx') }))],
    ['a place to turn to by itself', (pdf) => pageAt(pdf, 0).dict.set('Dur', PdfNumber.of(1))],
    ['colours of its own', profile],
    [
      'a part of the pages to show',
      (pdf) => pdf.getCatalog().set('ViewerPreferences', PdfDict.of({ ViewArea: name('TrimBox') })),
    ],
    ['a page without a kind', addKid(PdfDict.of({ MediaBox: numbers(0, 0, 595, 842) }))],
    [
      'a page that is not counted',
      addKid(PdfDict.of({ Type: name('Page'), MediaBox: numbers(0, 0, 595, 842) })),
    ],
    ['a number of pages that is wrong', (pdf) => treeOf(pdf).set('Count', PdfNumber.of(1))],
    ['a front page more', (pdf) => void pdf.addPage()],
    [
      'a front page twice',
      (pdf) => {
        const tree = treeOf(pdf);
        const kids = tree.getArray('Kids', pdf.getObject.bind(pdf))?.toArray() ?? [];
        tree.set('Kids', new PdfArray([...kids.slice(0, 1), ...kids]));
        tree.set('Count', PdfNumber.of(kids.length + 1));
      },
    ],
  ])('does not bring %s', async (_, change) => {
    expect(await codeOf(change)).not.toBe('same-document');
  });

  test('stands where the service is known to put it, and alone', async () => {
    expect(await codeOf(() => {}, 'receipt-page')).not.toBe('same-document');
    expect(await codeOf(() => {}, 'none')).not.toBe('same-document');
    expect(await codeOf((pdf) => void pdf.movePage(0, 3), 'receipt-page')).toBe('same-document');
    const both = (pdf: PDF) => {
      pdf.movePage(0, 3);
      pdf.addPage();
    };
    expect(await codeOf(both, 'receipt-page')).not.toBe('same-document');
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

function stateWithFont({ pdf, resources }: Page): void {
  const font = resources.getDict('Font', pdf.getObject.bind(pdf))?.get('F0');
  if (!font) throw new Error('no font');
  resources.set(
    'ExtGState',
    PdfDict.of({ Stor: PdfDict.of({ Font: new PdfArray([font, PdfNumber.of(900)]) }) }),
  );
}
