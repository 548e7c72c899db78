import type { Drawing } from './compare/open-drawn-file.ts';
import type { Word } from './gather-words.ts';
import { type Area, meets, type PlacedGlyph } from './place-glyphs.ts';

type Pictures = {
  /** The page as it is shown, and the same without text. */
  readonly whole: Drawing;
  readonly bare: Drawing;
  /** Pixels to a point. */
  readonly scale: number;
  readonly pictures: boolean;
};

/** Colours that differ by less look the same on paper. */
const sameColour = 12;
/** The least part of a letter's room that its ink fills: a full stop has some hundredths. */
const leastInk = 0.012;
/** The largest part of its box that a letter's ink can fill; more is a covering shape. */
const mostInk = 0.85;
/** How much of a letter another may cover before nobody can tell which of them is seen. */
const mostShared = 0.35;
/** The same for the letters right beside it in its word: a comma moves in below a `P`. */
const mostKerned = 0.75;

/**
 * The letters that a person sees on the page. Only these may be written anew, since a file can hold words that something
 * covers, that are white on white or that lie outside their frame, and nobody has judged them. A letter is seen where the
 * drawing changes when text is left out; one that is never painted, as above a scanned page, where the picture below it has
 * ink. Letters that lie on top of others count for nothing, since the ink may be either's: text under a watermark is
 * therefore in the picture alone.
 */
export function seenGlyphs(words: readonly Word[], drawings: Pictures): ReadonlySet<PlacedGlyph> {
  const glyphs = words.flatMap((word) => word.glyphs);
  const candidates = glyphs.filter((glyph) =>
    glyph.unpainted
      ? drawings.pictures && hasInkBelow(drawings, glyph)
      : changedShare(drawings, glyph.body) >= leastInk,
  );
  return withoutStacks(candidates, glyphs, neighboursIn(words));
}

/** Drops letters that share their place with another; of the same letter set twice, as bold is made, one stays. */
function withoutStacks(
  candidates: readonly PlacedGlyph[],
  all: readonly PlacedGlyph[],
  neighbours: ReadonlyMap<PlacedGlyph, readonly (PlacedGlyph | undefined)[]>,
): ReadonlySet<PlacedGlyph> {
  const side = 24;
  const grid = new Map<string, PlacedGlyph[]>();
  const cellsOf = ({ body }: PlacedGlyph): readonly string[] => {
    const cells: string[] = [];
    const [left, right] = [Math.floor(body.left / side), Math.floor(body.right / side)];
    const [top, bottom] = [Math.floor(body.top / side), Math.floor(body.bottom / side)];
    // At most 200 cells each way: a letter as large as the page must not fill the index.
    for (let x = left; x <= Math.min(right, left + 200); x += 1)
      for (let y = top; y <= Math.min(bottom, top + 200); y += 1) cells.push(`${x} ${y}`);
    return cells;
  };
  for (const glyph of all)
    for (const cell of cellsOf(glyph)) {
      const there = grid.get(cell);
      if (there) there.push(glyph);
      else grid.set(cell, [glyph]);
    }
  const seen = new Set<PlacedGlyph>();
  for (const glyph of candidates) {
    const others = new Set(cellsOf(glyph).flatMap((cell) => grid.get(cell) ?? []));
    others.delete(glyph);
    const clash = [...others].some(
      (other) =>
        shared(glyph.body, other.body) > (neighbours.get(glyph)?.includes(other) ? mostKerned : mostShared) &&
        !(isTwin(glyph, other) && !seen.has(other)),
    );
    if (!clash) seen.add(glyph);
  }
  return seen;
}

const neighboursIn = (words: readonly Word[]) =>
  new Map(
    words.flatMap(({ glyphs }) =>
      glyphs.map((glyph, at) => [glyph, [glyphs[at - 1], glyphs[at + 1]]] as const),
    ),
  );

const isTwin = (one: PlacedGlyph, other: PlacedGlyph): boolean =>
  one.text === other.text &&
  one.unpainted === other.unpainted &&
  Math.hypot(one.start[0] - other.start[0], one.start[1] - other.start[1]) < 0.15 * one.size;

/** The part of the first box's area that the second covers, 0 to 1. */
function shared(one: Area, other: Area): number {
  if (!meets(one, other)) return 0;
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const room = (one.right - one.left) * (one.bottom - one.top);
  return room > 0 ? (across * down) / room : 1;
}

function changedShare({ whole, bare, scale }: Pictures, area: Area): number {
  return share(whole, scale, area, (at) => differs(whole.pixels, at, bare.pixels, at));
}

/**
 * A letter above a scanned page stands only roughly where its ink is, so ink right beside it counts. A letter that lies
 * wholly on what is not paper is covered, as by a black bar.
 */
function hasInkBelow({ whole, scale }: Pictures, { body, size }: PlacedGlyph): boolean {
  const around = {
    left: body.left - 0.35 * size,
    top: body.top - 0.15 * size,
    right: body.right + 0.35 * size,
    bottom: body.bottom + 0.15 * size,
  };
  const paper = lightestIn(whole, scale, around);
  if (paper === undefined) return false;
  // Scanned paper varies in colour; only a difference larger than that variation is ink.
  const isInk = (at: number) => differs(whole.pixels, at, whole.pixels, paper, 4 * sameColour);
  return share(whole, scale, body, isInk) < mostInk && share(whole, scale, around, isInk) >= leastInk;
}

function lightestIn(whole: Drawing, scale: number, area: Area): number | undefined {
  let [lightest, value]: [number | undefined, number] = [undefined, -1];
  share(whole, scale, area, (at) => {
    const light = (whole.pixels[at] ?? 0) + (whole.pixels[at + 1] ?? 0) + (whole.pixels[at + 2] ?? 0);
    if (light > value) [lightest, value] = [at, light];
    return false;
  });
  return lightest;
}

function share(drawing: Drawing, scale: number, area: Area, counts: (at: number) => boolean): number {
  const left = Math.max(0, Math.round(area.left * scale));
  const right = Math.min(drawing.width, Math.round(area.right * scale));
  const top = Math.max(0, Math.round(area.top * scale));
  const bottom = Math.min(drawing.height, Math.round(area.bottom * scale));
  let found = 0;
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1)
      if (counts((row * drawing.width + column) * 4)) found += 1;
  const room = (area.right - area.left) * (area.bottom - area.top) * scale * scale;
  return room > 0 ? found / room : 0;
}

const differs = (one: Buffer, at: number, other: Buffer, there: number, most: number = sameColour): boolean =>
  Math.abs((one[at] ?? 0) - (other[there] ?? 0)) > most ||
  Math.abs((one[at + 1] ?? 0) - (other[there + 1] ?? 0)) > most ||
  Math.abs((one[at + 2] ?? 0) - (other[there + 2] ?? 0)) > most;
