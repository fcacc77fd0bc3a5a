/**
 * Firm signals that say what a paper is worth, who issues it or where it can be looked up. Sellers say so, and so do honest bodies
 * of their own certificates: whether the page sells tells little. The other firm signals promise what the seller will do.
 */
export const WORTH_SIGNALS: readonly string[] = [
  'absolute-terms/authority-claimed',
  'false-promise/checkable-papers',
  'false-promise/valid-everywhere',
];
