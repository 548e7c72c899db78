import { emptySpan, fail, type Span } from './span.ts';

/** Follows a pen by how far it goes up and down. Every place it names counts as painted, control points too. */
export class Outline {
  y: number;
  span: Span = emptySpan;
  private begun = false;
  constructor(y = 0) {
    this.y = y;
  }

  move(dy: number): void {
    this.begun = true;
    this.step(dy);
  }

  /** Lines and curves, each point from the one before it. */
  draw(...steps: readonly number[]): void {
    // Readers differ about where a path without an initial moveto begins.
    if (!this.begun) fail('a path without a beginning');
    for (const dy of steps) this.step(dy);
  }

  private step(dy: number): void {
    this.y += dy;
    if (!Number.isFinite(this.y)) fail('a place');
    this.span = { low: Math.min(this.span.low, this.y), high: Math.max(this.span.high, this.y) };
  }
}

/** What one glyph paints by itself, and how far up an accent is lifted that it borrows from another. */
export type GlyphSpan = { readonly span: Span; readonly lift?: number };

/**
 * The span of all glyphs. Which ones a glyph is put together of is for each reader to find: any of them may stand as
 * high as the accent is lifted.
 */
export function spanOfAll(glyphs: Iterable<GlyphSpan>): Span {
  let [low, high, down, up] = [0, 0, 0, 0];
  for (const { span, lift = 0 } of glyphs) {
    [low, high] = [Math.min(low, span.low), Math.max(high, span.high)];
    [down, up] = [Math.min(down, lift), Math.max(up, lift)];
  }
  return { low: low + down, high: high + up };
}
