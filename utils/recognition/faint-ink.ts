import type { Pixels } from './pixels.ts';
import type { TiltedBox } from './tilted-box.ts';

/** Ink that is so much nearer to the paper than the darkest print is a watermark where lines cross each other. */
const FAINT = 0.4;
/** Lines that run more than this off the others, radians, are of another layer. */
const OFF = 0.14;
/** With a larger share than this across the others a picture bears a watermark. */
export const CROSSING = 0.12;

/** Share of the length of all lines that runs across the others: a watermark laid over the print. */
export function crossingShare(boxes: readonly TiltedBox[]): number {
  const long = boxes.filter(({ width, height }) => Math.max(width, height) > 1.6 * Math.min(width, height));
  if (long.length < 4) return 0;
  const angles = long.map(({ angle }) => angle).sort((a, b) => a - b);
  const middle = angles[angles.length >> 1]!;
  const lengthOf = (some: readonly TiltedBox[]) =>
    some.reduce((sum, { width, height }) => sum + Math.max(width, height), 0);
  return lengthOf(long.filter(({ angle }) => Math.abs(angle - middle) > OFF)) / lengthOf(long);
}

const luma = (data: Uint8ClampedArray, at: number) =>
  (data[at]! * 299 + data[at + 1]! * 587 + data[at + 2]! * 114) / 1000;

/** A copy of a picture with faint ink made paper, for print on light paper; null where the paper is dark. */
export function withoutFaintInk({ width, height, data }: Pixels): Pixels | null {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 4) counts[Math.round(luma(data, at))]! += 1;
  const levelAt = (share: number) => {
    let seen = 0;
    for (let level = 0; level < 256; level += 1) {
      seen += counts[level]!;
      if (seen >= width * height * share) return level;
    }
    return 255;
  };
  const paper = levelAt(0.8);
  const ink = levelAt(0.01);
  if (paper < 128 || paper - ink < 40) return null;
  const limit = paper - FAINT * (paper - ink);
  const copy = new Uint8ClampedArray(data);
  for (let at = 0; at < copy.length; at += 4) {
    if (luma(data, at) < limit) continue;
    copy[at] = paper;
    copy[at + 1] = paper;
    copy[at + 2] = paper;
  }
  return { width, height, data: copy };
}
