import { expect, it } from 'vitest';
import { lineBoxes } from '../../utils/page/range-boxes.ts';

const box = (x: number, y: number, width = 40, height = 20) => ({ x, y, width, height });

it('frames each line of a wrapped phrase by itself, and pieces of one line together', () => {
  expect(lineBoxes([box(300, 10), box(340, 12), box(0, 34, 60)])).toEqual([box(300, 10, 80, 22), box(0, 34, 60)]);
});

it('has nothing where nothing is drawn', () => expect(lineBoxes([])).toEqual([]));
