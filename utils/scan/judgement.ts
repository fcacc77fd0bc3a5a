import type { Disposition } from './finding.ts';

export interface Judgement {
  disposition: Disposition;
  /** The words that made it cited or negated. */
  reason?: string;
}
