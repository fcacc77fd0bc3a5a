import type { FindingPlace } from '../evidence/finding-place.ts';

/** Where the findings of a document stand now, px of its viewport, and how far it is scrolled. */
export interface MeasuredPlaces {
  scroll: { x: number; y: number };
  boxes: readonly FindingPlace[];
}
