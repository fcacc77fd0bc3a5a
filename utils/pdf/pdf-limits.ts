/** Bytes of the largest file that is opened. */
export const MOST_BYTES = 100 * 1024 * 1024;
/** Pages that are read; of a longer file the rest is said to be unread. */
export const MOST_PAGES = 200;
/** Pages without text that are read as pictures: each takes the recogniser seconds. */
export const MOST_PICTURE_PAGES = 40;
/** Characters taken from one page. */
export const MOST_CHARACTERS = 60_000;
/** Milliseconds that the file may take to open, and one page to give its text or its picture. */
export const OPEN_MS = 60_000;
export const PAGE_MS = 30_000;
/** Pixels of a page's picture at most, and the scale at which print of certificates is read well: 2.2 CSS px are about 211 dpi. */
export const MOST_PAGE_PIXELS = 8_000_000;
export const PICTURE_SCALE = 2.2;
/** The scale of the pictures of pages that a capture keeps beside the file. */
export const PAGE_PICTURE_SCALE = 2;
/** CSS px of a point, and between two pages that are shown below each other. */
export const PX_OF_POINT = 96 / 72;
export const PAGE_GAP = 16;
