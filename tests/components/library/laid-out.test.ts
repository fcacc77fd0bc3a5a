import { expect, it } from 'vitest';
import { laidOut } from '../../../components/library/picture-parts.ts';
import type { Artefact } from '../../../utils/evidence/record.ts';

const part = (y: number, height: number, number?: number) => ({
  artefact: { name: `${number}-${y}`, ...(number === undefined ? {} : { part: number }) } as Artefact,
  region: { x: 0, y, width: 400, height },
});

it('lays the parts that scroll by themselves below the page, each in its own coordinates', () => {
  const places = laidOut([part(0, 1000), part(960, 500), part(0, 300, 1), part(300, 200, 1), part(0, 100, 2)]);
  expect(places.map(({ place }) => [place.y, place.height])).toEqual([
    [0, 1000],
    [960, 500],
    [1508, 300],
    [1808, 200],
    [2056, 100],
  ]);
  // Boxes are placed by the region, which stays as it was sealed.
  expect(places[3]!.region.y).toBe(300);
});
