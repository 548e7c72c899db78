/** How far below and above its line a font paints, in ems. */
export type Reach = { readonly below: number; readonly above: number };

/** From the lowest to the highest point of an outline, in units of the font; upside down where it has none. */
export type Span = { readonly low: number; readonly high: number };
export const emptySpan: Span = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };

/** The reach of all glyphs; their line counts as painted. */
export const reachOf = ({ low, high }: Span, unitsPerEm: number): Reach => ({
  below: Math.max(0, -low) / unitsPerEm,
  above: Math.max(0, high) / unitsPerEm,
});

export function fail(what: string): never {
  throw new Error(`cannot measure the font: ${what}`);
}
