import { PdfDict, PdfName, PdfStream } from '@libpdf/core';
import { measureFont, type ProgramEntry } from './fonts/measure-font.ts';
import type { Reach } from './fonts/span.ts';
import { dictsIn, type Resolve } from './pdf-objects.ts';

/** How far the glyphs of the readers' own fonts reach. */
const ordinary: Reach = { below: 0.6, above: 1.4 };
/** What hinting may add to a glyph's height, in ems. */
const fitting = 0.1;
const programs: readonly ProgramEntry[] = ['FontFile', 'FontFile2', 'FontFile3'];
const measured = new WeakMap<PdfStream, Reach | 'unknown'>();

/**
 * How far below and above its line a font paints. Nothing for glyphs that are drawings, for lines that run downwards,
 * and for an embedded font that cannot be measured: such text may reach anywhere.
 */
export function fontReach(font: PdfDict | undefined, resolve: Resolve): Reach | undefined {
  const kind = font?.get('Subtype', resolve);
  if (!font || !(kind instanceof PdfName)) return undefined;
  if (['Type1', 'MMType1', 'TrueType'].includes(kind.value)) return reachOf([font], resolve);
  if (kind.value !== 'Type0') return undefined;
  const encoding = font.get('Encoding', resolve);
  const descendants = dictsIn(font.get('DescendantFonts', resolve), resolve);
  if (!(encoding instanceof PdfName) || !encoding.value.endsWith('H') || descendants.length !== 1)
    return undefined;
  return reachOf([font, ...descendants], resolve);
}

function reachOf(fonts: readonly PdfDict[], resolve: Resolve): Reach | undefined {
  const embedded = fonts.flatMap((font) => {
    const descriptor = font.get('FontDescriptor', resolve);
    if (!(descriptor instanceof PdfDict)) return [];
    return programs.flatMap((entry) => {
      const program = descriptor.get(entry, resolve);
      return program ? [{ entry, program }] : [];
    });
  });
  const [only, ...more] = embedded;
  if (!only) return ordinary;
  const { entry, program } = only;
  if (!(program instanceof PdfStream) || more.length > 0) return undefined;
  const known = measured.get(program) ?? measure(entry, program);
  measured.set(program, known);
  return known === 'unknown' ? undefined : known;
}

function measure(entry: ProgramEntry, program: PdfStream): Reach | 'unknown' {
  try {
    const { below, above } = measureFont(entry, program.getDecodedData());
    // A reader that cannot use the embedded font substitutes one of its own.
    return {
      below: Math.max(below + fitting, ordinary.below),
      above: Math.max(above + fitting, ordinary.above),
    };
  } catch {
    return 'unknown';
  }
}
