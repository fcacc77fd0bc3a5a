import { describe, expect, it } from 'vitest';
import { CROSSING, crossingShare, withoutFaintInk } from '../../utils/recognition/faint-ink.ts';
import { emptyPixels, layOnPaper, type Pixels } from '../../utils/recognition/pixels.ts';
import { removeSealInk } from '../../utils/recognition/seal-ink.ts';
import { slicesOf } from '../../utils/recognition/slices.ts';
import { textBoxes } from '../../utils/recognition/text-boxes.ts';
import { partOf, smallestBox } from '../../utils/recognition/tilted-box.ts';

type Colour = readonly [number, number, number];
const PAPER: Colour = [252, 252, 250];
const RED: Colour = [221, 50, 60];

function sheet(width: number, height: number, paint: (x: number, y: number) => Colour): Pixels {
  const picture = emptyPixels(width, height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) picture.data.set([...paint(x, y), 255], (y * width + x) * 4);
  return picture;
}
const at = ({ width, data }: Pixels, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];

describe('red ink', () => {
  const ring = (x: number, y: number, cx: number) => {
    const off = Math.hypot(x - cx, y - 100);
    return off > 62 && off < 70;
  };

  it('of a seal is made paper, and print under it stays', () => {
    const picture = sheet(300, 200, (x, y) =>
      y > 95 && y < 105 && x < 200 ? [20, 18, 18] : ring(x, y, 150) ? RED : PAPER,
    );
    removeSealInk(picture);
    expect(Math.min(...at(picture, 150, 33))).toBeGreaterThan(230);
    expect(Math.max(...at(picture, 84, 100))).toBeLessThan(60);
  });

  it('of a title, a price or a filled badge stays', () => {
    const title = sheet(400, 100, (x, y) => (y > 40 && y < 60 && x > 20 && x < 380 && x % 12 < 7 ? RED : PAPER));
    removeSealInk(title);
    expect(at(title, 24, 50)).toEqual([...RED]);
    const badge = sheet(200, 200, (x, y) => (Math.hypot(x - 100, y - 100) < 60 ? RED : PAPER));
    removeSealInk(badge);
    expect(at(badge, 100, 100)).toEqual([...RED]);
  });
});

describe('boxes of print', () => {
  it('are tilted as the print is, and grown from its kernel', () => {
    const values = new Float32Array(200 * 100);
    for (let along = -60; along <= 60; along += 0.25)
      for (let across = -5; across <= 5; across += 0.25) {
        const x = Math.round(100 + along * Math.cos(0.1) - across * Math.sin(0.1));
        const y = Math.round(50 + along * Math.sin(0.1) + across * Math.cos(0.1));
        values[y * 200 + x] = 0.9;
      }
    const [box, ...others] = textBoxes({ width: 200, height: 100, values });
    expect(others).toEqual([]);
    expect(box!.angle).toBeCloseTo(0.1, 1);
    expect(box!.width).toBeGreaterThan(125);
    expect(box!.height).toBeGreaterThan(18);
  });

  it('leave specks and doubtful patches out', () => {
    const values = new Float32Array(100 * 100);
    values[5050] = 1;
    for (let i = 0; i < 20; i += 1) for (let j = 0; j < 10; j += 1) values[(20 + j) * 100 + 20 + i] = 0.4;
    expect(textBoxes({ width: 100, height: 100, values })).toEqual([]);
  });

  it('give the place of a part', () => {
    const box = smallestBox([
      [0, 0],
      [100, 0],
      [100, 20],
      [0, 20],
    ]);
    expect(partOf(box, 25, 50)).toEqual({ x: 25, y: 0, width: 25, height: 20 });
  });
});

describe('a watermark', () => {
  const line = (angle: number) => ({ x: 0, y: 0, width: 200, height: 20, angle });

  it('shows by lines that run across the others', () => {
    expect(crossingShare([line(0), line(0.01), line(0.02), line(-0.42), line(-0.42)])).toBeGreaterThan(CROSSING);
    expect(crossingShare([line(0.08), line(0.1), line(0.09), line(0.12)])).toBe(0);
  });

  it('is made paper; print on dark paper is left alone', () => {
    const picture = sheet(100, 100, (x, y) => (y < 10 ? [20, 20, 20] : x < 20 ? [215, 220, 228] : PAPER));
    expect(at(withoutFaintInk(picture)!, 10, 50)).toEqual(at(withoutFaintInk(picture)!, 60, 50));
    expect(at(withoutFaintInk(picture)!, 50, 5)).toEqual([20, 20, 20]);
    expect(withoutFaintInk(sheet(50, 50, (x) => (x < 10 ? [240, 240, 240] : [20, 30, 40])))).toBeNull();
  });
});

describe('slices', () => {
  it('are one for a sheet, reduced when it is large', () => {
    expect(slicesOf(900, 700)).toEqual([{ y: 0, height: 700, scale: 1, own: { from: 0, to: 700 } }]);
    expect(slicesOf(4800, 3600)[0]?.scale).toBe(0.5);
  });

  it('cover a long picture wholly, each line belonging to one of them', () => {
    const slices = slicesOf(790, 9000);
    expect(slices.length).toBeGreaterThan(6);
    expect(slices[0]?.own.from).toBe(0);
    expect(slices.at(-1)?.own.to).toBe(9000);
    for (const [index, { y, height, own }] of slices.entries()) {
      expect(own.from).toBeGreaterThanOrEqual(y);
      expect(own.to).toBeLessThanOrEqual(y + height);
      if (index > 0) expect(own.from).toBeCloseTo(slices[index - 1]!.own.to);
    }
  });
});

it('shows transparent pixels on paper', () => {
  const clear = emptyPixels(1, 1);
  layOnPaper(clear);
  expect([...clear.data]).toEqual([255, 255, 255, 255]);
});
