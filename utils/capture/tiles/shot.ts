import type { FindingPlace } from '../../evidence/finding-place.ts';

/** One picture as the browser gives it. */
export interface Shot {
  /** A PNG as a `data:` address. */
  address: string;
  /** Where the findings stood at that moment; null where nobody knows. */
  places: Promise<readonly FindingPlace[] | null>;
}
