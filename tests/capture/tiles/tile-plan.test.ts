import { describe, expect, it } from 'vitest';
import { OVERLAP, planTiles, sharedRows, TILE_HEIGHT } from '../../../utils/capture/tiles/tile-plan.ts';

const heights = [1, 39, 40, 41, 3999, 4000, 4001, 4040, 7960, 7961, 33_000, 140_000];

describe('planning tiles', () => {
  it.each(heights)('covers %i px without a gap, none higher than allowed, neighbours sharing rows', (height) => {
    const plan = planTiles({ width: 1280, height }, TILE_HEIGHT, OVERLAP);
    expect(plan[0]!.y).toBe(0);
    expect(plan.at(-1)!.y + plan.at(-1)!.height).toBe(height);
    for (const [index, tile] of plan.entries()) {
      expect(tile.height).toBeLessThanOrEqual(TILE_HEIGHT);
      expect(tile.height).toBeGreaterThan(0);
      const next = plan[index + 1];
      if (next) expect(sharedRows(tile, next)).toEqual({ top: next.y, bottom: next.y + OVERLAP });
    }
  });

  it('begins no tile that shows nothing new', () => {
    expect(planTiles({ width: 10, height: TILE_HEIGHT }, TILE_HEIGHT, OVERLAP)).toHaveLength(1);
    expect(planTiles({ width: 10, height: TILE_HEIGHT + TILE_HEIGHT - OVERLAP }, TILE_HEIGHT, OVERLAP)).toHaveLength(2);
  });

  it.each([700, 1500, 3300])('moves the last whole view up to the end of a page of %i px', (height) => {
    const plan = planTiles({ width: 1280, height }, 700, 60, true);
    expect(plan.every((tile) => tile.height === 700)).toBe(true);
    expect(plan.at(-1)!.y).toBe(height - 700);
    for (const [index, tile] of plan.entries())
      if (plan[index + 1])
        expect(sharedRows(tile, plan[index + 1]!)!.bottom - plan[index + 1]!.y).toBeGreaterThanOrEqual(60);
  });

  it('keeps a step that is a whole number of device pixels at the usual zooms', () => {
    for (const zoom of [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2])
      expect(((TILE_HEIGHT - OVERLAP) * zoom) % 1).toBeCloseTo(0, 6);
  });

  it('refuses tiles that would never advance', () => {
    expect(() => planTiles({ width: 10, height: 100 }, 40, 40)).toThrow(RangeError);
  });
});

it('finds no shared rows where tiles do not touch', () => {
  expect(sharedRows({ x: 0, y: 0, width: 1, height: 10 }, { x: 0, y: 10, width: 1, height: 10 })).toBeNull();
});
