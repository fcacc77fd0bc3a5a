import type { ChosenScroller } from '../evidence/capture-job.ts';

/** A part of the page that scrolls by itself: a chat, the list of a mini-shop, a page in a frame. */
export interface OfferedScroller extends ChosenScroller {
  /** Address of the frame that holds it; empty for the top document. */
  frameUrl: string;
  /** CSS px: what shows of it, and the height of its whole content. */
  width: number;
  height: number;
  contentHeight: number;
  /** False in a frame whose place in the window cannot be told: it cannot be cut out of a picture of the window. */
  reachable: boolean;
}
