import type { LabelMeaning } from '../certificate-label.ts';

/**
 * What a sentence says of a certificate without naming the field. The template is a pattern whose slots are named in
 * `slots.ts`; `{=slot}`, or `(=…)`, holds the value that is read.
 */
export interface TellingRecord {
  meaning: LabelMeaning;
  template: string;
  /** Used when nothing better was read. */
  weak?: true;
  /** Sentences with the value that is read in them, and sentences in which it reads nothing. */
  is: readonly (readonly [sentence: string, value: string])[];
  isNot: readonly string[];
}
