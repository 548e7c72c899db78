import { PdfArray, PdfDict, PdfNumber, PdfString } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { judging, name, numbers, type Page } from '../../support/forge/change-page.ts';
import { type Forge, openForge } from '../../support/forge/forge.ts';
import { box, writeCff } from '../../support/forge/write-cff.ts';
import { writeFont } from '../../support/forge/write-font.ts';
import { type1Box, writeType1 } from '../../support/forge/write-type1.ts';

let forge: Forge;
beforeAll(async () => {
  forge = await openForge();
}, 60_000);
const judged = judging(() => forge);

type Program = { readonly entry: 'FontFile' | 'FontFile2' | 'FontFile3'; readonly bytes: Uint8Array };
type Reach = { readonly bottom: number; readonly top: number };
const trueType = (reach: Reach, unitsPerEm?: number): Program => ({
  entry: 'FontFile2',
  bytes: writeFont(reach, unitsPerEm),
});
const cff = (reach: Reach): Program => ({
  entry: 'FontFile3',
  bytes: writeCff({ glyphs: [box(reach)] }),
});
const type1 = (reach: Reach): Program => ({
  entry: 'FontFile',
  bytes: writeType1({ glyphs: { A: type1Box(reach) } }),
});

/** Puts in a font, as `/G`, of two bytes to the letter. */
const font =
  ({ entry, bytes }: Program, more: PdfDict = PdfDict.of({})) =>
  ({ pdf, resources }: Page): void => {
    const program = pdf.createStream(entry === 'FontFile3' ? { Subtype: name('CIDFontType0C') } : {}, bytes);
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
      [entry]: program,
    });
    const descendant = PdfDict.of({
      Type: name('Font'),
      Subtype: name(entry === 'FontFile2' ? 'CIDFontType2' : 'CIDFontType0'),
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

/** Puts in a font, as `/G`, of one byte to the letter. */
const simple =
  ({ entry, bytes }: Program) =>
  ({ pdf, resources }: Page): void => {
    const program = pdf.createStream(entry === 'FontFile3' ? { Subtype: name('Type1C') } : {}, bytes);
    const whole = PdfDict.of({
      Type: name('Font'),
      Subtype: name(entry === 'FontFile2' ? 'TrueType' : 'Type1'),
      BaseFont: name('Stor'),
      FontDescriptor: pdf.register(
        PdfDict.of({ Type: name('FontDescriptor'), FontName: name('Stor'), [entry]: program }),
      ),
    });
    resources.getDict('Font', pdf.getObject.bind(pdf))?.set('G', whole);
  };
const ordinary = { bottom: -200, top: 800 };
const huge = { bottom: 0, top: 20_000 };

const inFooter = (text: string) => `q BT ${text} ET Q`;
const shown = inFooter('/G 7 Tf 1 0 0 1 24 4 Tm <0001> Tj');

describe('text that a service adds', () => {
  test.each([
    ['TrueType', font(trueType(ordinary))],
    ['CFF', font(cff(ordinary))],
    ['simple TrueType', simple(trueType(ordinary))],
    ['simple CFF', simple(cff(ordinary))],
    ['Type 1', simple(type1(ordinary))],
  ])('may stand beside the page: %s', async (_, change) => {
    expect(await judged(shown, change)).toBe('same-document');
  });

  test.each([
    ['glyphs of 20 000 units', shown, font(trueType(huge))],
    ['CFF glyphs of 20 000 units', shown, font(cff(huge))],
    ['CFF glyphs of 20 000 units in a simple font', shown, simple(cff(huge))],
    ['Type 1 glyphs of 20 000 units', shown, simple(type1(huge))],
    ['CFF that says it is TrueType', shown, font({ ...cff(ordinary), entry: 'FontFile2' })],
    ['TrueType that says it is Type 1', shown, simple({ ...trueType(ordinary), entry: 'FontFile' })],
    [
      'hardly any height in a font that a reader may replace',
      inFooter('/G 900 Tf 1 0 0 1 24 4 Tm <0001> Tj'),
      font(cff({ bottom: 0, top: 1 })),
    ],
    [
      'glyphs that reach down',
      inFooter('/G 7 Tf 1 0 0 1 24 838 Tm <0001> Tj'),
      font(trueType({ bottom: -20_000, top: 0 })),
    ],
    ['a font of few units to the em', shown, font(trueType(ordinary, 16))],
    [
      'lines that run down',
      inFooter('/G 7 Tf 1 0 0 1 300 835 Tm <000100010001> Tj'),
      font(trueType(ordinary), PdfDict.of({ Encoding: name('Identity-V') })),
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
      font(trueType(huge)),
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
function stateWithFont({ pdf, resources }: Page): void {
  const font = resources.getDict('Font', pdf.getObject.bind(pdf))?.get('F0');
  if (!font) throw new Error('no font');
  resources.set(
    'ExtGState',
    PdfDict.of({ Stor: PdfDict.of({ Font: new PdfArray([font, PdfNumber.of(900)]) }) }),
  );
}
