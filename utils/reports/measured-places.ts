import type { FindingPlace } from '../evidence/finding-place.ts';

/** Lines of one finding that are framed in pictures: no phrase is longer. */
export const MOST_LINES = 4;

/** Where the findings of a document stand now, px of its viewport, and how far it is scrolled. */
export interface MeasuredPlaces {
  scroll: { x: number; y: number };
  /** One a line. */
  boxes: readonly FindingPlace[];
}
