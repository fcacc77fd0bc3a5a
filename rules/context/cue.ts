/**
 * The words that make a finding cited or negated. Data: every cue has sentences in which it decides and sentences in which
 * the same characters must not, with 〈…〉 around the finding; a test walks them all.
 */
export interface Cue {
  name: string;
  disposition: 'cited' | 'negated';
  /** Which part of the block is read: everything before or after the finding in its clause or in its sentence. */
  part: 'clauseBefore' | 'sentenceBefore' | 'clauseAfter' | 'sentenceAfter';
  /** The first group, or else the whole match, is the reason shown. */
  pattern: RegExp;
  /** Characters between the cue and the finding, at most; list items between 、 are not counted. */
  reach: number;
  decides: readonly string[];
  spares: readonly string[];
}
