import type { Disposition } from './finding.ts';

export interface Judgement {
  disposition: Disposition;
  /** The words that made it cited or negated. */
  reason?: string;
  /** Name of the cue that decided, where one did. */
  cue?: string;
}
