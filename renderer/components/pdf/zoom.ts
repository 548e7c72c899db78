/** `fit` follows the width of the window; a number is a fixed scale where 1 is 100 %. */
export type Zoom = 'fit' | number;

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
const smallest = steps[0];
const largest = steps[steps.length - 1] ?? 4;
/** Screens have 96 pixels where paper has 72 points. */
export const pixelsPerPoint = 96 / 72;

export const scaleToFit = (room: number, pageWidth: number): number =>
  Math.min(largest, Math.max(smallest, room / (pageWidth * pixelsPerPoint)));

/** The next step up or down from where one is, also when that is between two steps. */
export function stepZoom(scale: number, direction: 1 | -1): number {
  const near = 0.005;
  return direction === 1
    ? (steps.find((step) => step > scale + near) ?? largest)
    : (steps.findLast((step) => step < scale - near) ?? smallest);
}
