/** `[a b c d e f]` as PDF writes it. */
export type Transform = readonly [number, number, number, number, number, number];
export type Box = {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
};

export const identity: Transform = [1, 0, 0, 1, 0, 0];

/** The transform that applies `m` first and `n` after it. */
export const combine = (m: Transform, n: Transform): Transform => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

export const pointAt = (m: Transform, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** The smallest upright box around points, grown by a margin on every side. */
export function boxAround(points: readonly (readonly [number, number])[], margin = 0): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    left: Math.min(...xs) - margin,
    bottom: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    top: Math.max(...ys) + margin,
  };
}

export const boxUnder = (m: Transform, { left, bottom, right, top }: Box): Box =>
  boxAround([
    pointAt(m, left, bottom),
    pointAt(m, right, bottom),
    pointAt(m, left, top),
    pointAt(m, right, top),
  ]);

/** Whether two boxes overlap by more than a rounding error. A box with a NaN in it overlaps everything. */
export const overlap = (one: Box, other: Box, tolerance = 0.5): boolean =>
  !(
    one.right <= other.left + tolerance ||
    one.left >= other.right - tolerance ||
    one.top <= other.bottom + tolerance ||
    one.bottom >= other.top - tolerance
  );

export const isWithin = (inner: Box, outer: Box, tolerance = 0.5): boolean =>
  inner.left >= outer.left - tolerance &&
  inner.bottom >= outer.bottom - tolerance &&
  inner.right <= outer.right + tolerance &&
  inner.top <= outer.top + tolerance;

export const isNear = (one: Box, other: Box, tolerance = 0.05): boolean =>
  isWithin(one, other, tolerance) && isWithin(other, one, tolerance);
