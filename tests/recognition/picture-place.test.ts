import { describe, expect, it } from 'vitest';
import { placeInPicture } from '../../utils/recognition/picture-place.ts';

const line = (text: string, y: number) => ({ text, confidence: 0.9, box: { x: 100, y, width: 200, height: 20 } });
const lines = [line('检验报告', 10), line('编号：AB12', 40), line('合格', 70)];

describe('the place of characters in a picture', () => {
  it('is the part of the line in which they stand, wide characters counted twice', () => {
    expect(placeInPicture({ lines, turned: 0 }, 0, 2)).toEqual({ x: 100, y: 10, width: 100, height: 20 });
    expect(placeInPicture({ lines, turned: 0 }, 8, 4)).toEqual({ x: 220, y: 40, width: 80, height: 20 });
  });

  it('goes around all lines over which they run', () => {
    expect(placeInPicture({ lines, turned: 0 }, 8, 7)).toEqual({ x: 100, y: 40, width: 200, height: 50 });
  });

  it('is the whole line of a turned picture', () => {
    expect(placeInPicture({ lines, turned: 90 }, 8, 4)).toEqual(lines[1]!.box);
  });

  it('is none where there is no such text', () => {
    expect(placeInPicture({ lines, turned: 0 }, 99, 4)).toBeNull();
    expect(placeInPicture({ lines: [line('', 0)], turned: 0 }, 0, 1)).toBeNull();
  });
});
