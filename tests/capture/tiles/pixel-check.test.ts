import { describe, expect, it } from 'vitest';
import { compareRows, isBlack, isBlank, type Pixels } from '../../../utils/capture/tiles/pixel-check.ts';

/** A strip whose pixels come from a function. */
function strip(width: number, height: number, colour: (x: number, y: number) => [number, number, number]): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.set([...colour(x, y), 255], (y * width + x) * 4);
  return { data, width, height };
}

const gradient = (shift = 0) => strip(100, 40, (x, y) => [x * 2, (y + shift) * 5, 90]);

describe('comparing shared rows', () => {
  it('agrees on equal pictures', () => {
    expect(compareRows(gradient(), gradient())).toEqual({ pixels: 4000, differing: 0, agree: true });
  });

  it('takes the rounding of a decoder for equal', () => {
    const almost = strip(100, 40, (x, y) => [x * 2 + 3, y * 5, 88]);
    expect(compareRows(gradient(), almost).differing).toBe(0);
  });

  it('agrees around a blinking caret and counts its pixels', () => {
    const caret = strip(100, 40, (x, y) => (x === 50 && y < 20 ? [255, 0, 0] : [x * 2, y * 5, 90]));
    expect(compareRows(gradient(), caret)).toEqual({ pixels: 4000, differing: 20, agree: true });
  });

  it('disagrees when one strip is shifted by two rows', () => {
    expect(compareRows(gradient(), gradient(2)).agree).toBe(false);
  });

  it('disagrees on strips of different size', () => {
    expect(
      compareRows(
        gradient(),
        strip(100, 39, () => [0, 0, 0]),
      ).agree,
    ).toBe(false);
  });
});

describe('finding what was not painted', () => {
  it('calls one colour blank, whichever it is', () => {
    expect(isBlank(strip(50, 50, () => [255, 255, 255]))).toBe(true);
    expect(isBlank(strip(50, 50, () => [20, 90, 160]))).toBe(true);
  });

  it('does not call a strip with one stroke of text blank', () => {
    expect(isBlank(strip(50, 50, (x, y) => (y === 30 && x > 10 && x < 20 ? [0, 0, 0] : [255, 255, 255])))).toBe(false);
  });

  it('tells pure black from very dark', () => {
    expect(isBlack(strip(50, 4, () => [0, 0, 0]))).toBe(true);
    expect(isBlack(strip(50, 4, (x) => (x === 49 ? [1, 0, 0] : [0, 0, 0])))).toBe(false);
  });
});
