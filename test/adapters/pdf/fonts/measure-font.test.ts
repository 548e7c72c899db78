import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureFont } from '../../../../main/adapters/pdf/fonts/measure-font.ts';
import { box, charstring, dictNumber, type2, writeCff } from '../../../support/forge/write-cff.ts';
import { type1, type1Box, type1String, writeType1 } from '../../../support/forge/write-type1.ts';

const standard = new URL('./standard_fonts/', import.meta.resolve('pdfjs-dist/package.json'));
const usual = { bottom: -200, top: 800 };
const huge = { bottom: -3000, top: 9000 };

describe('the reach of a CFF font', () => {
  // Lowest and highest control points, as fontTools tells them.
  test.each([
    ['FoxitSerif.pfb', { below: 0.218, above: 0.898 }],
    ['FoxitSymbol.pfb', { below: 0.293, above: 1.01 }],
  ])('is that of its glyphs: %s', (name, reach) => {
    expect(measureFont('FontFile3', readFileSync(new URL(name, standard)))).toEqual(reach);
  });

  const reachOf = (...glyphs: readonly Buffer[]) => measureFont('FontFile3', writeCff({ glyphs }));

  test('follows the outlines of every glyph, and of what they call', () => {
    expect(reachOf(box(usual), box(huge))).toEqual({ below: 3, above: 9 });
    const calls = charstring(-107, [type2.callsubr], [type2.endchar]);
    const subroutine = charstring(0, 9000, [type2.rmoveto], 5, [type2.hlineto], [type2.return]);
    expect(measureFont('FontFile3', writeCff({ glyphs: [calls], subroutines: [subroutine] }))).toEqual({
      below: 0,
      above: 9,
    });
  });

  test('counts an accent as high as it may be lifted', () => {
    expect(reachOf(box(usual), charstring(0, 700, 65, 66, [type2.endchar]))).toEqual({
      below: 0.2,
      above: 1.5,
    });
  });

  test.each([
    ['arithmetic', charstring(0, 1, 1, [...type2.add], [type2.rmoveto], [type2.endchar])],
    ['operands too many', charstring(1, 2, 3, 4, [type2.rmoveto], [type2.endchar])],
    ['a second width', charstring(9, 1, 2, [type2.hstem], 9, 0, 1, [type2.rmoveto], [type2.endchar])],
    ['a path without a beginning', charstring(9000, [type2.vlineto], [type2.endchar])],
    ['more after the end', charstring([type2.endchar], 0, 9000, [type2.rmoveto])],
    ['no end', charstring(0, 100, [type2.rmoveto])],
    ['a subroutine that is missing', charstring(0, [type2.callsubr], [type2.endchar])],
    ['an unknown operator', charstring([17], [type2.endchar])],
  ])('is unknown for a glyph with %s', (_, glyph) => {
    expect(() => reachOf(glyph)).toThrow('cannot measure the font');
  });

  test('is unknown where the font may be scaled, slanted or read in two ways', () => {
    const half = Buffer.from([0x1e, 0xa5, 0xff]);
    const none = dictNumber(0);
    const matrix = (...values: readonly Buffer[]) => Buffer.concat([...values, Buffer.from([12, 7])]);
    const withTop = (top: Buffer) => measureFont('FontFile3', writeCff({ glyphs: [box(usual)], top }));
    expect(withTop(matrix(half, none, none, half, none, none))).toEqual({ below: 100, above: 400 });
    expect(() => withTop(matrix(half, none, half, half, none, none))).toThrow('slant');
    const once = matrix(half, none, none, half, none, none);
    expect(() => withTop(Buffer.concat([once, once]))).toThrow('twice');
    const painted = Buffer.concat([dictNumber(2), Buffer.from([12, 5])]);
    expect(() => withTop(painted)).toThrow('a kind of drawing');
    expect(() => measureFont('FontFile3', Buffer.from([1, 0, 4, 1]))).toThrow(RangeError);
    expect(() => measureFont('FontFile2', writeCff({ glyphs: [] }))).toThrow('not TrueType');
  });
});

describe('the reach of a Type 1 font', () => {
  const reachOf = (...glyphs: readonly Buffer[]) =>
    measureFont('FontFile', writeType1({ glyphs: Object.fromEntries(glyphs.entries()) }));

  test('follows the outlines of every glyph', () => {
    expect(reachOf(type1Box(usual), type1Box(huge))).toEqual({ below: 3, above: 9 });
    const glyphs = { a: type1Box(usual) };
    expect(measureFont('FontFile', writeType1({ glyphs, matrix: '0.002 0 0 0.002 0 0' }))).toEqual({
      below: 0.4,
      above: 1.6,
    });
  });

  const begin = [0, 500, [type1.hsbw]] as const;
  const flex = [
    type1String(
      3,
      0,
      [...type1.callothersubr],
      [...type1.pop],
      [...type1.pop],
      [...type1.setcurrentpoint],
      [type1.return],
    ),
    type1String(0, 1, [...type1.callothersubr], [type1.return]),
    type1String(0, 2, [...type1.callothersubr], [type1.return]),
    type1String([type1.return]),
    type1String(1, 3, [...type1.callothersubr], [...type1.pop], [type1.callsubr], [type1.return]),
    type1String(0, 9000, [type1.rmoveto], [type1.return]),
  ];
  const flexTo = (y: number) =>
    type1String(
      ...begin,
      ...[0, 100, [type1.rmoveto], 1, [type1.callsubr]],
      ...[0, 1, 2, 3, 4, 5, 6].flatMap(() => [10, 20, [type1.rmoveto], 2, [type1.callsubr]] as const),
      ...[50, 70, y, 0, [type1.callsubr], [type1.closepath], [type1.endchar]],
    );
  const withFlex = (glyph: Buffer) =>
    measureFont('FontFile', writeType1({ glyphs: { a: glyph }, subroutines: flex }));

  test('follows flexes, and counts an accent as high as it may be lifted', () => {
    expect(withFlex(flexTo(240))).toEqual({ below: 0, above: 0.24 });
    expect(reachOf(type1Box(usual), type1String(...begin, 0, 0, 700, 65, 66, [...type1.seac]))).toEqual({
      below: 0.2,
      above: 1.5,
    });
  });

  test('lets a glyph that is put together end twice', () => {
    const twice = type1String(...begin, 0, 0, 700, 65, 66, [...type1.seac], [type1.endchar]);
    expect(reachOf(type1Box(usual), twice)).toEqual({ below: 0.2, above: 1.5 });
  });

  test.each([
    ['a flex that says it ends elsewhere', () => withFlex(flexTo(9000))],
    ['hints that draw', () => withFlex(type1String(...begin, 5, 4, [type1.callsubr], [type1.endchar]))],
    ['operands too many', () => reachOf(type1String(...begin, 1, 2, 3, [type1.rmoveto], [type1.endchar]))],
    ['no side bearing', () => reachOf(type1String(0, 9000, [type1.rmoveto], [type1.endchar]))],
    ['no end', () => reachOf(type1String(...begin))],
    [
      'more after an accent than its end',
      () =>
        reachOf(
          type1String(...begin, 0, 0, 9, 65, 66, [...type1.seac], 0, 9000, [type1.rmoveto], [type1.endchar]),
        ),
    ],
    ['PostScript of its own', () => reachOf(type1String(...begin, 0, 9, [...type1.callothersubr]))],
  ])('is unknown for a glyph with %s', (_, measure) => {
    expect(measure).toThrow('cannot measure the font');
  });

  test.each([
    ['two matrices', { clear: '/FontMatrix [1 0 0 1 0 0] def' }],
    ['a second list of glyphs', { secret: '/CharStrings 1 dict dup begin' }],
    ['several masters', { clear: '/WeightVector [0.5 0.5] def' }],
    ['a slant', { matrix: '0.001 0 0.0003 0.001 0 0' }],
  ])('is unknown for one with %s', (_, wish) => {
    expect(() => measureFont('FontFile', writeType1({ glyphs: { a: type1Box(usual) }, ...wish }))).toThrow(
      'cannot measure the font',
    );
  });

  test('is unknown for what is no Type 1', () => {
    expect(() => measureFont('FontFile', Buffer.from('%!PS-AdobeFont-1.0: Stor'))).toThrow('not Type 1');
    expect(() => measureFont('FontFile', writeCff({ glyphs: [] }))).toThrow('not Type 1');
  });
});
