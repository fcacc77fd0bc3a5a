/** A frame lists at most this many findings; the rest are counted. */
export const MOST_FINDINGS = 500;
/** And this many certificates. */
export const MOST_CERTIFICATES = 50;
/** Characters of a page's text that are handed on for its signs or to try a rule on. */
export const MOST_TEXT = 400_000;
/** Characters of a picture that is handed from a page to its reader as a `data:` address. */
export const MOST_DRAWING = 36_000_000;
