import type { Box, Transform } from './geometry.ts';
import { boxAround, pointAt } from './geometry.ts';
import type { Glyph } from './read-glyphs.ts';

type Point = readonly [x: number, y: number];

/** A letter on the page as it is shown: points from the top left corner, so `bottom` and `top` of a box are swapped. */
export type PlacedGlyph = {
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
  readonly size: number;
  /** Direction of the line, in radians. */
  readonly angle: number;
  /** All that the letter may paint. */
  readonly reach: Area;
  /** The box of its ink, without the lines above and below. */
  readonly body: Area;
  /** The middle of the letter: a mark that covers it hides the letter, and no mark on a neighbouring line reaches it. */
  readonly core: Area;
  readonly unpainted: boolean;
  readonly order: number;
};
/** In points from the top left corner. */
export type Area = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** What ink may stand out beside a letter, and above and below, in ems. */
const overhang = { beside: 0.08, above: 0.03 };

/** `toShown` leads from the page's own measure to the page as it is shown. */
export function placeGlyph(glyph: Glyph, toShown: Transform): PlacedGlyph {
  const { up, down } = glyph;
  const start = pointAt(toShown, ...glyph.start);
  const end = pointAt(toShown, ...glyph.end);
  const scale = Math.sqrt(Math.abs(toShown[0] * toShown[3] - toShown[1] * toShown[2]));
  const size = glyph.size * scale;
  const angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
  const [aside, along] = [Math.cos(angle) * overhang.beside * size, Math.sin(angle) * overhang.beside * size];
  /** The strip between two heights, as parts of what the font reaches above its line or below. */
  const strip = (from: readonly [number, Point], to: readonly [number, Point], wide: 0 | 1): Area => {
    const points = [from, to].flatMap(([part, vector]) => {
      const at = ([x, y]: Point) => pointAt(toShown, x + vector[0] * part, y + vector[1] * part);
      const [left, right] = [at(glyph.start), at(glyph.end)];
      return [
        [left[0] - aside * wide, left[1] - along * wide] as const,
        [right[0] + aside * wide, right[1] + along * wide] as const,
      ];
    });
    return toArea(boxAround(points, overhang.above * size * wide));
  };
  return {
    text: glyph.text,
    start,
    end,
    size,
    angle,
    reach: strip([1, up], [1, down], 1),
    body: strip([0.85, up], [0.9, down], 0),
    core: strip([0.1, up], [0.5, up], 0),
    unpainted: glyph.unpainted,
    order: glyph.order,
  };
}

const toArea = ({ left, bottom, right, top }: Box): Area => ({ left, top: bottom, right, bottom: top });

export const meets = (one: Area, other: Area): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Whether the inner area lies within the outer one, give or take half a point. */
export const isInside = (inner: Area, outer: Area): boolean =>
  inner.left >= outer.left - 0.5 &&
  inner.right <= outer.right + 0.5 &&
  inner.top >= outer.top - 0.5 &&
  inner.bottom <= outer.bottom + 0.5;

export const areaAround = (areas: readonly Area[]): Area => ({
  left: Math.min(...areas.map(({ left }) => left)),
  top: Math.min(...areas.map(({ top }) => top)),
  right: Math.max(...areas.map(({ right }) => right)),
  bottom: Math.max(...areas.map(({ bottom }) => bottom)),
});
