import { expect, it } from 'vitest';
import { sharedPart } from '../../../utils/capture/tiles/frame-place.ts';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

it('tells what of a frame shows in the window', () => {
  expect(sharedPart(box(0, 0, 800, 600), box(60, 500, 700, 500))).toEqual(box(60, 500, 700, 100));
  expect(sharedPart(box(0, 0, 800, 600), box(60, 700, 700, 500))).toMatchObject({ width: 700, height: 0 });
});
