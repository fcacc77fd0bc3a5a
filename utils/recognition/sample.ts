import { emptyPixels, type Pixels } from './pixels.ts';

/** Maps a px of the picture to be made to a place in the source: x = a·u + c·v + e, y = b·u + d·v + f. */
export interface Affine {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

/** Catmull–Rom weights of the four px around a place, `t` behind the second. */
function cubic(t: number): readonly [number, number, number, number] {
  const t2 = t * t;
  const t3 = t2 * t;
  return [-0.5 * t3 + t2 - 0.5 * t, 1.5 * t3 - 2.5 * t2 + 1, -1.5 * t3 + 2 * t2 + 0.5 * t, 0.5 * t3 - 0.5 * t2];
}

/**
 * Samples a picture through an affine map: bicubic where it is enlarged, the mean of several bilinear samples where it is
 * reduced. Outside of the source its nearest edge is repeated.
 */
export function samplePixels(source: Pixels, width: number, height: number, map: Affine): Pixels {
  const made = emptyPixels(width, height);
  const acrossScale = Math.hypot(map.a, map.b);
  const downScale = Math.hypot(map.c, map.d);
  if (Math.max(acrossScale, downScale) <= 1.25) enlarge(source, made, map);
  else reduce(source, made, map, Math.ceil(acrossScale), Math.ceil(downScale));
  return made;
}

function enlarge(source: Pixels, made: Pixels, { a, b, c, d, e, f }: Affine): void {
  const { width, height, data } = source;
  const columns = new Int32Array(4);
  const rows = new Int32Array(4);
  let at = 0;
  for (let v = 0; v < made.height; v += 1) {
    for (let u = 0; u < made.width; u += 1, at += 4) {
      const x = a * (u + 0.5) + c * (v + 0.5) + e - 0.5;
      const y = b * (u + 0.5) + d * (v + 0.5) + f - 0.5;
      const left = Math.floor(x);
      const top = Math.floor(y);
      const across = cubic(x - left);
      const down = cubic(y - top);
      for (let i = 0; i < 4; i += 1) {
        columns[i] = Math.min(width - 1, Math.max(0, left - 1 + i)) * 4;
        rows[i] = Math.min(height - 1, Math.max(0, top - 1 + i)) * width * 4;
      }
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        for (let j = 0; j < 4; j += 1) {
          const row = rows[j]! + channel;
          sum +=
            down[j]! *
            (across[0] * data[row + columns[0]!]! +
              across[1] * data[row + columns[1]!]! +
              across[2] * data[row + columns[2]!]! +
              across[3] * data[row + columns[3]!]!);
        }
        made.data[at + channel] = sum;
      }
      made.data[at + 3] = 255;
    }
  }
}

function reduce(source: Pixels, made: Pixels, { a, b, c, d, e, f }: Affine, across: number, down: number): void {
  const { width, height, data } = source;
  const share = 1 / (across * down);
  let at = 0;
  for (let v = 0; v < made.height; v += 1) {
    for (let u = 0; u < made.width; u += 1, at += 4) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let j = 0; j < down; j += 1) {
        const dv = v + (j + 0.5) / down;
        for (let i = 0; i < across; i += 1) {
          const du = u + (i + 0.5) / across;
          const x = Math.min(width - 1.001, Math.max(0, a * du + c * dv + e - 0.5));
          const y = Math.min(height - 1.001, Math.max(0, b * du + d * dv + f - 0.5));
          const left = x | 0;
          const top = y | 0;
          const fx = x - left;
          const fy = y - top;
          const from = (top * width + left) * 4;
          const right = width > 1 ? from + 4 : from;
          const below = height > 1 ? from + width * 4 : from;
          const diagonal = below + (right - from);
          const w00 = (1 - fx) * (1 - fy);
          const w10 = fx * (1 - fy);
          const w01 = (1 - fx) * fy;
          const w11 = fx * fy;
          red += w00 * data[from]! + w10 * data[right]! + w01 * data[below]! + w11 * data[diagonal]!;
          green += w00 * data[from + 1]! + w10 * data[right + 1]! + w01 * data[below + 1]! + w11 * data[diagonal + 1]!;
          blue += w00 * data[from + 2]! + w10 * data[right + 2]! + w01 * data[below + 2]! + w11 * data[diagonal + 2]!;
        }
      }
      made.data[at] = red * share;
      made.data[at + 1] = green * share;
      made.data[at + 2] = blue * share;
      made.data[at + 3] = 255;
    }
  }
}

/** The picture at another size. */
export const scalePixels = (source: Pixels, width: number, height: number): Pixels =>
  samplePixels(source, width, height, {
    a: source.width / width,
    b: 0,
    c: 0,
    d: source.height / height,
    e: 0,
    f: 0,
  });
