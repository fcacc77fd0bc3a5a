import type { Box } from './range-boxes.ts';

/** Where the card stands: its corner in the viewport, and where on its edge the pointer towards the phrase sits. */
export interface CardPlace {
  /** Where the card stands from the phrase; `apart`: it stayed where it was for another phrase, and points at none. */
  side: 'right' | 'left' | 'below' | 'above' | 'apart';
  x: number;
  y: number;
  /** CSS px from the card's top (right, left) or left (below, above) edge to the pointer's middle. */
  pointer: number;
}

interface Size {
  width: number;
  height: number;
}

/** Between the phrase and the card, for the pointer. */
const GAP = 16;
/** Between the card and the edge of the viewport. */
const EDGE = 8;
/** The pointer stays clear of the card's round corners. */
const CORNER = 20;
/** A narrower page has the panel instead. */
export const NARROWEST = 420;

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high));

/** What of a box is inside the viewport; null when nothing is. */
export function shownPart({ x, y, width, height }: Box, viewport: Size): Box | null {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  const right = Math.min(viewport.width, x + width);
  const bottom = Math.min(viewport.height, y + height);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/** The place that the card has, for another phrase: its buttons stay under the pointer. Null where it would cover that phrase or does not fit. */
export function heldPlace(held: CardPlace, whole: Box, card: Size, viewport: Size): CardPlace | null {
  const phrase = shownPart(whole, viewport);
  if (!phrase || held.y + card.height + EDGE > viewport.height || held.x + card.width + EDGE > viewport.width)
    return null;
  const covers =
    held.x < phrase.x + phrase.width + EDGE &&
    held.x + card.width + EDGE > phrase.x &&
    held.y < phrase.y + phrase.height + EDGE &&
    held.y + card.height + EDGE > phrase.y;
  return covers ? null : { x: held.x, y: held.y, side: 'apart', pointer: 0 };
}

/**
 * A place for the card that fits the viewport and never covers the phrase: right of it, left, below, above. Null when there is none
 * (or the viewport is too narrow): the panel is opened then. All in CSS px of the viewport.
 */
export function placeCard(whole: Box, card: Size, viewport: Size): CardPlace | null {
  const phrase = shownPart(whole, viewport);
  if (!phrase || viewport.width < NARROWEST || card.height + 2 * EDGE > viewport.height) return null;
  const right = phrase.x + phrase.width;
  const bottom = phrase.y + phrase.height;
  const middleX = phrase.x + phrase.width / 2;
  const middleY = phrase.y + phrase.height / 2;
  // The pointer stands about a quarter down the card, so that what follows the phrase stays in view.
  const y = between(EDGE, middleY - Math.min(card.height / 4, 100), viewport.height - EDGE - card.height);
  const x = between(EDGE, phrase.x - EDGE, viewport.width - EDGE - card.width);
  const beside = between(CORNER, middleY - y, card.height - CORNER);
  const along = between(CORNER, middleX - x, card.width - CORNER);
  if (right + GAP + card.width + EDGE <= viewport.width) return { side: 'right', x: right + GAP, y, pointer: beside };
  if (phrase.x - GAP - card.width >= EDGE) return { side: 'left', x: phrase.x - GAP - card.width, y, pointer: beside };
  if (bottom + GAP + card.height + EDGE <= viewport.height) {
    return { side: 'below', x, y: bottom + GAP, pointer: along };
  }
  if (phrase.y - GAP - card.height >= EDGE)
    return { side: 'above', x, y: phrase.y - GAP - card.height, pointer: along };
  return null;
}
