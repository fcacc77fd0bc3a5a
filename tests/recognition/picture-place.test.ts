import { describe, expect, it } from 'vitest';
import { placeInPicture } from '../../utils/recognition/picture-place.ts';
import { lineOf } from './glyphs.ts';

const lines = [lineOf('检验报告', 100, 10), lineOf('编号:\tAB12', 100, 40), lineOf('合格', 100, 70)];

describe('the place of characters in a picture', () => {
  it('is the box around them', () => {
    expect(placeInPicture({ lines }, 0, 2)).toEqual({ x: 100, y: 10, width: 40, height: 20 });
    expect(placeInPicture({ lines }, 9, 4)).toEqual({ x: 180, y: 40, width: 80, height: 20 });
  });

  it('goes around all lines over which they run', () => {
    expect(placeInPicture({ lines }, 9, 7)).toEqual({ x: 100, y: 40, width: 160, height: 50 });
  });

  it('is none where there is no such text', () => {
    expect(placeInPicture({ lines }, 99, 4)).toBeNull();
    expect(placeInPicture({ lines }, 8, 1)).toBeNull();
  });
});
