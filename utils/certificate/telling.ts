import type { LabelMeaning } from '../../rules/certificate-label.ts';

/** What a sentence says of a certificate without naming the field; group 1 is the value. */
export interface Telling {
  meaning: LabelMeaning;
  pattern: RegExp;
  weak?: true;
}
