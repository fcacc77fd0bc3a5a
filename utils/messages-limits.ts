/** A frame lists at most this many findings; the rest are counted. */
export const MOST_FINDINGS = 500;
/** And this many certificates. */
export const MOST_CERTIFICATES = 50;
