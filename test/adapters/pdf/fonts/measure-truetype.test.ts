import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { describe, expect, test } from 'vitest';
import { measureTrueType } from '../../../../main/adapters/pdf/fonts/measure-truetype.ts';
import { writeFont } from '../../../support/forge/write-font.ts';

const fileOf = (name: string) =>
  readFileSync(new URL(`../../../../resources/fonts/${name}`, import.meta.url));

describe('the reach of a font', () => {
  test.each(['SourceSans3-Regular.ttf', 'SourceSans3-Bold.ttf'])('is that of its glyphs: %s', (name) => {
    const font = fontkit.create(fileOf(name)) as ReturnType<typeof fontkit.create> & { numGlyphs: number };
    const boxes = Array.from({ length: font.numGlyphs }, (_, glyph) => font.getGlyph(glyph).path.cbox);
    const seen = boxes.filter(({ minY, maxY }) => Number.isFinite(minY) && Number.isFinite(maxY));
    const { below, above } = measureTrueType(fileOf(name));
    const lowest = Math.min(...seen.map(({ minY }) => minY)) / font.unitsPerEm;
    const highest = Math.max(...seen.map(({ maxY }) => maxY)) / font.unitsPerEm;
    // Control points may lie a little beyond the ones that fontkit makes of them.
    expect(below).toBeGreaterThanOrEqual(-lowest - 1e-9);
    expect(above).toBeGreaterThanOrEqual(highest - 1e-9);
    expect(below).toBeLessThan(-lowest + 0.05);
    expect(above).toBeLessThan(highest + 0.05);
  });

  test('follows what the outlines say, not what the font says of itself', () => {
    const font = Buffer.from(writeFont({ bottom: -3000, top: 9000 }));
    const head = font.readUInt32BE(font.indexOf('head') + 8);
    for (const at of [38, 42]) font.writeInt16BE(0, head + at);
    const glyf = font.readUInt32BE(font.indexOf('glyf') + 8);
    for (const at of [4, 8]) font.writeInt16BE(0, glyf + at);
    expect(measureTrueType(font)).toEqual({ below: 3, above: 9 });
  });

  test('is that of the outlines also where instructions fit them to the screen', () => {
    const font = Buffer.from(writeFont({ bottom: -200, top: 800 }));
    const glyf = font.readUInt32BE(font.indexOf('glyf') + 8);
    const length = font.readUInt32BE(font.indexOf('glyf') + 12);
    const outline = font.subarray(glyf, glyf + length);
    // One contour, then how long the instructions are: PUSHB[0] 1, POP.
    const [contour, points] = [outline.subarray(0, 12), outline.subarray(14)];
    const instructed = Buffer.concat([contour, Buffer.from([0, 3, 0xb0, 1, 0x21]), points]);
    const file = Buffer.concat([font, instructed]);
    const entry = file.indexOf('glyf');
    file.writeUInt32BE(font.length, entry + 8);
    file.writeUInt32BE(instructed.length, entry + 12);
    const loca = file.readUInt32BE(file.indexOf('loca') + 8);
    file.writeUInt32BE(instructed.length, loca + 8);
    expect(measureTrueType(file)).toEqual({ below: 0.2, above: 0.8 });
  });

  test('is unknown for a font that readers may read in different ways', () => {
    const font = Buffer.from(writeFont({ bottom: 0, top: 700 }));
    const changed = (change: (bytes: Buffer) => void) => {
      const bytes = Buffer.from(font);
      change(bytes);
      return () => measureTrueType(bytes);
    };
    const head = font.readUInt32BE(font.indexOf('head') + 8);
    expect(measureTrueType(font)).toEqual({ below: 0, above: 0.7 });
    expect(changed((bytes) => bytes.write('OTTO', 0))).toThrow('TrueType');
    expect(changed((bytes) => bytes.write('glyf', bytes.indexOf('cmap')))).toThrow('glyf');
    expect(changed((bytes) => bytes.write('SVG ', bytes.indexOf('cmap')))).toThrow('SVG');
    expect(changed((bytes) => bytes.writeInt16BE(7, head + 50))).toThrow('head');
    expect(changed((bytes) => bytes.writeUInt16BE(0, head + 18))).toThrow('head');
    expect(() => measureTrueType(font.subarray(0, font.length - 40))).toThrow('cannot measure');
    expect(() => measureTrueType(Buffer.alloc(3))).toThrow(RangeError);
  });
});
