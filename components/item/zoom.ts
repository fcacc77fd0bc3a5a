/** Steps of the picture's scale, screen px per px of the page. */
const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The next larger (1) or smaller (-1) step from a scale; the last one at either end. */
export function zoomStep(scale: number, by: 1 | -1): number {
  const next = by === 1 ? STEPS.find((step) => step > scale + 0.005) : STEPS.findLast((step) => step < scale - 0.005);
  return next ?? STEPS.at(by === 1 ? -1 : 0)!;
}
