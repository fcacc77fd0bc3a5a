import { describe, expect, it } from 'vitest';
import { heldPlace, placeCard } from '../../utils/page/card-position.ts';
import type { Box } from '../../utils/page/range-boxes.ts';

const CARD = { width: 376, height: 380 };
const SCREEN = { width: 1366, height: 768 };

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

describe('where the card stands', () => {
  it.each([
    ['right of a phrase at the left', { x: 60, y: 200, width: 150, height: 30 }, 'right'],
    ['left of a phrase at the right', { x: 1100, y: 200, width: 150, height: 30 }, 'left'],
    ['below a wide phrase at the top', { x: 40, y: 60, width: 1200, height: 30 }, 'below'],
    ['above a wide phrase at the bottom', { x: 40, y: 600, width: 1200, height: 30 }, 'above'],
  ])('%s', (_, phrase, side) => {
    expect(placeCard(phrase, CARD, SCREEN)?.side).toBe(side);
  });

  it('finds no place beside a phrase that fills the screen, on a narrow page, or on a low one', () => {
    expect(placeCard({ x: 0, y: 100, width: 1366, height: 500 }, CARD, SCREEN)).toBeNull();
    expect(placeCard({ x: 10, y: 10, width: 50, height: 20 }, CARD, { width: 419, height: 2000 })).toBeNull();
    expect(placeCard({ x: 10, y: 10, width: 50, height: 20 }, CARD, { width: 1366, height: 390 })).toBeNull();
  });

  it('stays on the screen, off the phrase, and points at it, wherever the phrase is', () => {
    for (let x = -50; x < SCREEN.width; x += 61) {
      for (let y = -20; y < SCREEN.height; y += 37) {
        for (const width of [20, 200, 700]) {
          const phrase = { x, y, width, height: 28 };
          const place = placeCard(phrase, CARD, SCREEN);
          if (!place) continue;
          const card = { ...CARD, x: place.x, y: place.y };
          expect(overlap(card, phrase)).toBe(false);
          expect(card.x >= 0 && card.x + card.width <= SCREEN.width).toBe(true);
          expect(card.y >= 0 && card.y + card.height <= SCREEN.height).toBe(true);
          const edge = place.side === 'right' || place.side === 'left' ? CARD.height : CARD.width;
          expect(place.pointer > 0 && place.pointer < edge).toBe(true);
        }
      }
    }
  });
});

describe('the card that steps on', () => {
  const held = placeCard({ x: 60, y: 200, width: 150, height: 30 }, CARD, SCREEN)!;

  it('stays where it was, and points at nothing', () => {
    const place = heldPlace(held, { x: 900, y: 600, width: 100, height: 30 }, CARD, SCREEN);
    expect(place).toEqual({ side: 'apart', x: held.x, y: held.y, pointer: 0 });
  });

  it('moves when it would cover the next phrase, or has grown past the screen', () => {
    expect(heldPlace(held, { x: held.x + 40, y: held.y + 40, width: 100, height: 30 }, CARD, SCREEN)).toBeNull();
    expect(heldPlace(held, { x: 900, y: 600, width: 100, height: 30 }, { ...CARD, height: 660 }, SCREEN)).toBeNull();
  });
});
