import type { PlacedGlyph } from './place-glyphs.ts';

/** Letters that are read as one word, in the order in which they are read. */
export type Word = { readonly text: string; readonly glyphs: readonly PlacedGlyph[] };

type Piece = { readonly glyphs: PlacedGlyph[]; endsWord: boolean };

/** Gaps in ems: within what one operation after the other writes, and between letters from different places. */
const gapWithin = 0.18;
const gapBetween = 0.12;
const closest = -0.2;

/**
 * Words of letters that stand beside each other on one line, whatever order and however many pieces the file writes them
 * in. They come in the order in which the file writes the first letter of each.
 */
export function gatherWords(glyphs: readonly PlacedGlyph[]): readonly Word[] {
  return joinPieces(cutPieces(glyphs)).map((piece) => ({
    text: piece.map(({ text }) => text).join(''),
    glyphs: piece,
  }));
}

const isBlank = ({ text }: PlacedGlyph): boolean => text.trim() === '';

/** Runs of letters that follow each other in the file and on the page. */
function cutPieces(glyphs: readonly PlacedGlyph[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  for (const glyph of glyphs) {
    if (isBlank(glyph)) {
      if (open) open.endsWord = true;
      open = undefined;
      continue;
    }
    const last = open?.glyphs.at(-1);
    if (open && last && follows(last, glyph, gapWithin)) open.glyphs.push(glyph);
    else {
      open = { glyphs: [glyph], endsWord: false };
      pieces.push(open);
    }
  }
  return pieces;
}

/** Whether the second letter stands right after the first on the same line. */
function follows(first: PlacedGlyph, second: PlacedGlyph, widest: number): boolean {
  const turn = Math.abs(Math.sin(first.angle - second.angle));
  if (turn > 0.05 || first.size > second.size * 1.7 || second.size > first.size * 1.7) return false;
  const size = Math.max(first.size, second.size);
  const [dx, dy] = [second.start[0] - first.end[0], second.start[1] - first.end[1]];
  const [cos, sin] = [Math.cos(first.angle), Math.sin(first.angle)];
  const along = dx * cos + dy * sin;
  const across = Math.abs(dy * cos - dx * sin);
  return across <= 0.3 * size && along >= closest * size && along <= widest * size;
}

const cell = 8;
const cellOf = (x: number, y: number): string => `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;

/** Joins pieces whose ends meet; each is looked up by where it begins. */
function joinPieces(pieces: readonly Piece[]): readonly (readonly PlacedGlyph[])[] {
  const byStart = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const first = piece.glyphs[0];
    if (!first) continue;
    const key = cellOf(...first.start);
    byStart.set(key, [...(byStart.get(key) ?? []), piece]);
  }
  const next = new Map<Piece, Piece>();
  const taken = new Set<Piece>();
  for (const piece of pieces) {
    const last = piece.glyphs.at(-1);
    if (!last || piece.endsWord) continue;
    const after = near(byStart, last.end, last.size).find((other) => {
      const first = other.glyphs[0];
      return other !== piece && !taken.has(other) && first !== undefined && follows(last, first, gapBetween);
    });
    if (!after || leadsTo(next, after, piece)) continue;
    next.set(piece, after);
    taken.add(after);
  }
  const words: { readonly glyphs: readonly PlacedGlyph[]; readonly order: number }[] = [];
  const places = new Map(pieces.map((piece, place) => [piece, place]));
  for (const piece of pieces) {
    if (taken.has(piece)) continue;
    const chain: Piece[] = [];
    for (let at: Piece | undefined = piece; at; at = next.get(at)) chain.push(at);
    words.push({
      glyphs: chain.flatMap(({ glyphs }) => glyphs),
      order: Math.min(...chain.map((one) => places.get(one) ?? 0)),
    });
  }
  return words.toSorted((a, b) => a.order - b.order).map(({ glyphs }) => glyphs);
}

function near(
  byStart: ReadonlyMap<string, readonly Piece[]>,
  [x, y]: readonly [number, number],
  size: number,
): readonly Piece[] {
  const reach = Math.min(4, Math.ceil((0.35 * size) / cell));
  const found: Piece[] = [];
  for (let across = -reach; across <= reach; across += 1)
    for (let down = -reach; down <= reach; down += 1)
      found.push(...(byStart.get(cellOf(x + across * cell, y + down * cell)) ?? []));
  return found;
}

function leadsTo(next: ReadonlyMap<Piece, Piece>, from: Piece, target: Piece): boolean {
  for (let at: Piece | undefined = from; at; at = next.get(at)) if (at === target) return true;
  return false;
}
