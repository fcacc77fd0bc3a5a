import { describe, expect, it } from 'vitest';
import { estimateSkew } from '../../utils/recognition/deskew.ts';
import { toGrey } from '../../utils/recognition/grey.ts';
import { readingScale } from '../../utils/recognition/prepare.ts';

const rgba = (...pixels: [number, number, number, number?][]) =>
  Uint8ClampedArray.from(pixels.flatMap(([r, g, b, a = 255]) => [r, g, b, a]));

/** 90 pixels of paper, 10 of print, and the pixels in question at the end. */
const sheet = (paper: number, print: number, ...pixels: [number, number, number, number?][]) =>
  toGrey(
    rgba(...Array(90).fill([paper, paper, paper]), ...Array(10).fill([print, print, print]), ...pixels),
    100 + pixels.length,
    1,
  ).pixels;

describe('toGrey', () => {
  it('lets a red seal fade into the paper and keeps black print under it', () => {
    const pixels = sheet(250, 30, [220, 40, 40], [120, 20, 20]);
    expect(pixels[100]).toBeGreaterThan(220);
    expect(pixels[101]).toBeLessThan(160);
  });

  it('does so on a faint copy too', () => {
    expect(sheet(190, 140, [185, 160, 160])[100]).toBeGreaterThan(220);
  });

  it('stretches faint print', () => {
    const pixels = sheet(200, 150);
    expect([pixels[0], pixels[99]]).toEqual([255, 0]);
  });

  it('turns light print on dark around', () => {
    const pixels = sheet(20, 240);
    expect(pixels[0]).toBeGreaterThan(pixels[99]!);
  });

  it('shows transparent pixels on paper and leaves a blank picture alone', () => {
    expect([...toGrey(rgba([0, 0, 0, 0], [251, 251, 251]), 2, 1).pixels]).toEqual([255, 251]);
  });
});

describe('estimateSkew', () => {
  /** Bars like lines of print, drawn at an angle. */
  function bars(degrees: number) {
    const size = 600;
    const pixels = new Uint8Array(size * size).fill(255);
    const slope = Math.tan((degrees * Math.PI) / 180);
    for (let y = 0; y < size; y += 1) {
      for (let x = 60; x < size - 60; x += 1) {
        const row = y - slope * x;
        if (row > 60 && row < 540 && ((row % 40) + 40) % 40 < 14 && (x >> 3) % 3 !== 0) pixels[y * size + x] = 0;
      }
    }
    return { width: size, height: size, pixels };
  }

  it.each([-5, -2, 1.5, 4])('finds lines at %s degrees', (degrees) => {
    expect(estimateSkew(bars(degrees))).toBeCloseTo(degrees, 0);
  });

  it('leaves level lines and blank pictures alone', () => {
    expect(estimateSkew(bars(0))).toBe(0);
    expect(estimateSkew({ width: 50, height: 50, pixels: new Uint8Array(2500).fill(255) })).toBe(0);
  });
});

describe('readingScale', () => {
  it('enlarges small pictures within bounds and reduces large ones', () => {
    expect(readingScale(500, 400)).toBe(3);
    expect(readingScale(1000, 800)).toBe(2);
    expect(readingScale(4000, 3000)).toBe(0.5);
    expect(readingScale(20_000, 1000)).toBe(0.25);
  });
});
