import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { combine, identity, pointAt, type Transform } from './geometry.ts';

type Point = readonly [x: number, y: number];

/** One letter as it stands on the page, in the page's own measure. */
export type Glyph = {
  readonly text: string;
  /** On the base line, where it begins and ends. */
  readonly start: Point;
  readonly end: Point;
  /** From the base line to the top of the font's letters, and down to the lowest. */
  readonly up: Point;
  readonly down: Point;
  /** Size of the font in points, as it is shown. */
  readonly size: number;
  /** Written, but not painted: the layer of text above a scanned page. */
  readonly unpainted: boolean;
  readonly order: number;
};
export type PageGlyphs = { readonly glyphs: readonly Glyph[]; readonly pictures: boolean };

type State = {
  ctm: Transform;
  font: FontFacts | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
};
type FontFacts = {
  readonly matrix: Transform;
  readonly vertical: boolean;
  readonly above: number;
  readonly below: number;
};
type Written = {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
};
type Names = typeof import('pdfjs-dist').OPS;

const fontUnits: Transform = [0.001, 0, 0, 0.001, 0, 0];
/** Least height above and depth below the base line, in ems: those of `Å` and `g`, whatever the font declares. */
const leastReach = { above: 0.95, below: 0.25 };
const mostReach = 1.6;

/**
 * Every letter that the page's content and the pictures of its annotations write, with its place, as pdf.js is about to
 * draw it: the same list of operations, with fonts, spacing and forms worked out. Letters in layers that are not shown
 * are left out. Letters of tiling patterns are not text to any reader and are left to the picture.
 */
export async function readGlyphs(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  names: Names,
): Promise<PageGlyphs> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const layers = await document.getOptionalContentConfig();
  const pictureOps = new Set<number>([
    names.paintImageXObject,
    names.paintInlineImageXObject,
    names.paintInlineImageXObjectGroup,
    names.paintImageXObjectRepeat,
    names.paintImageMaskXObject,
    names.paintImageMaskXObjectGroup,
    names.paintImageMaskXObjectRepeat,
  ]);
  const glyphs: Glyph[] = [];
  let pictures = false;
  let state = freshState(identity);
  const saved: State[] = [];
  const shown: boolean[] = [];
  let line: Point = [0, 0];
  let pen: Point = [0, 0];
  let textMatrix: Transform = identity;

  const moveLine = (x: number, y: number): void => {
    line = [line[0] + x, line[1] + y];
    pen = line;
  };
  const save = (): void => void saved.push({ ...state });
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const fontNamed = (name: string): FontFacts | undefined => {
    const store = name.startsWith('g_') ? page.commonObjs : page.objs;
    return store.has(name) ? factsOf(store.get(name)) : undefined;
  };

  for (const [order, operation] of fnArray.entries()) {
    const args: readonly unknown[] = argsArray[order] ?? [];
    const number = (at: number): number => Number(args[at] ?? 0);
    if (pictureOps.has(operation)) pictures = true;
    switch (operation) {
      case names.save:
        save();
        break;
      case names.restore:
        restore();
        break;
      case names.transform:
        state.ctm = combine(toMatrix(args), state.ctm);
        break;
      case names.paintFormXObjectBegin:
        save();
        if (args[0]) state.ctm = combine(toMatrix(args[0]), state.ctm);
        break;
      case names.paintFormXObjectEnd:
        restore();
        break;
      case names.beginGroup:
        // The matrix of an annotation is set by the form that follows.
        save();
        break;
      case names.endGroup:
        restore();
        break;
      case names.beginAnnotation:
        save();
        state = freshState(identity);
        if (args[2]) state.ctm = combine(toMatrix(args[2]), state.ctm);
        if (args[3]) state.ctm = combine(toMatrix(args[3]), state.ctm);
        break;
      case names.endAnnotation:
        restore();
        break;
      case names.beginMarkedContent:
        shown.push(true);
        break;
      case names.beginMarkedContentProps:
        shown.push(args[0] !== 'OC' || layers.isVisible(args[1]));
        break;
      case names.endMarkedContent:
        shown.pop();
        break;
      case names.beginText:
        textMatrix = identity;
        line = [0, 0];
        pen = line;
        break;
      case names.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case names.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case names.setHScale:
        state.scale = number(0) / 100;
        break;
      case names.setLeading:
        state.leading = -number(0);
        break;
      case names.setTextRise:
        state.rise = number(0);
        break;
      case names.setTextRenderingMode:
        state.mode = number(0);
        break;
      case names.setFont:
        state.font = fontNamed(String(args[0]));
        state.size = number(1);
        break;
      case names.setGState:
        for (const [key, value] of listOf(args[0]).map(listOf))
          if (key === 'Font' && Array.isArray(value)) {
            state.font = fontNamed(String(value[0]));
            state.size = Number(value[1]);
          }
        break;
      case names.moveText:
        moveLine(number(0), number(1));
        break;
      case names.setLeadingMoveText:
        state.leading = number(1);
        moveLine(number(0), number(1));
        break;
      case names.nextLine:
        moveLine(0, state.leading);
        break;
      case names.setTextMatrix:
        textMatrix = toMatrix(args[0]);
        line = [0, 0];
        pen = line;
        break;
      case names.showText:
        show(listOf(args[0]).filter(isShown), order);
        break;
    }
  }
  return { glyphs, pictures };

  function show(written: readonly (Written | number)[], order: number): void {
    const { font, size, scale, rise } = state;
    const onPage = combine(textMatrix, state.ctm);
    const visible = shown.every(Boolean);
    for (const one of written) {
      if (typeof one === 'number') {
        const back = (-one * size) / 1000;
        pen = font?.vertical ? [pen[0], pen[1] + back] : [pen[0] + back * scale, pen[1]];
        continue;
      }
      const facts = font ?? { matrix: fontUnits, vertical: false, ...leastReach };
      const spacing = (one.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      const width = one.width * facts.matrix[0] * size;
      const base: Point = [pen[0], pen[1] + rise];
      if (facts.vertical) {
        const [advance = -1000, vx = one.width / 2, vy = 880] = one.vmetric ?? [];
        const down = advance * facts.matrix[0] * size;
        const left = base[0] - vx * facts.matrix[0] * size;
        const foot = base[1] - vy * facts.matrix[0] * size;
        if (visible) put(one, onPage, [left, foot], width, facts, order);
        pen = [pen[0], pen[1] + down - spacing];
        continue;
      }
      if (visible) put(one, onPage, base, width * scale, facts, order);
      pen = [pen[0] + (width + spacing) * scale, pen[1]];
    }
  }

  function put(
    { unicode }: Written,
    onPage: Transform,
    [x, y]: Point,
    width: number,
    { above, below }: FontFacts,
    order: number,
  ): void {
    const { size, mode } = state;
    const start = pointAt(onPage, x, y);
    const top = pointAt(onPage, x, y + above * size);
    const foot = pointAt(onPage, x, y - below * size);
    const em = pointAt(onPage, x, y + size);
    glyphs.push({
      text: unicode.normalize('NFKC'),
      start,
      end: pointAt(onPage, x + width, y),
      up: [top[0] - start[0], top[1] - start[1]],
      down: [foot[0] - start[0], foot[1] - start[1]],
      size: Math.hypot(em[0] - start[0], em[1] - start[1]),
      unpainted: mode === 3 || mode === 7,
      order,
    });
  }
}

const freshState = (ctm: Transform): State => ({
  ctm,
  font: undefined,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

/** Six numbers, in an array or an object with the keys 0 to 5. */
const toMatrix = (value: unknown): Transform => {
  const at = (key: number): number => Number(Reflect.get(Object(value), key) ?? 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
};

/** Of a font as pdf.js keeps it; what it does not tell is taken as usual. */
function factsOf(font: unknown): FontFacts {
  const of = (key: string): unknown => Reflect.get(Object(font), key);
  const matrix = Array.isArray(of('fontMatrix')) ? toMatrix(of('fontMatrix')) : fontUnits;
  const { above, below } = of('isType3Font') ? typeThreeReach(of('bbox'), matrix) : reachOf(of);
  return {
    matrix,
    vertical: of('vertical') === true,
    above: Math.min(mostReach, Math.max(leastReach.above, above)),
    below: Math.min(mostReach, Math.max(leastReach.below, below)),
  };
}
const finite = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
const reachOf = (of: (key: string) => unknown) => ({
  above: finite(of('ascent'), 0),
  below: -finite(of('descent'), 0),
});
function typeThreeReach(bbox: unknown, matrix: Transform) {
  const [, bottom, , top] = Array.isArray(bbox) ? bbox.map(Number) : [];
  return { above: finite(top, 0) * matrix[3], below: -finite(bottom, 0) * matrix[3] };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** pdf.js gives a string to be shown as its characters, with the gaps between them as numbers. */
const isShown = (value: unknown): value is Written | number =>
  typeof value === 'number' ||
  (typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value);
