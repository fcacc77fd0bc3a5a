/** A part of a picture that is read at once, px of the picture, and the scale at which it is read. */
export interface Slice {
  y: number;
  height: number;
  scale: number;
  /** The part of it whose lines are its own: neighbours overlap, and a line on the edge of one is whole in the other. */
  own: { from: number; to: number };
}

/** A sheet is reduced to this long side, a strip (a shop's long picture) to this width. */
const SHEET_SIDE = 2400;
const STRIP_WIDTH = 1280;
/** Pictures this much higher than wide are read in slices: reduced as a whole their print would be lost. */
const STRIP_RATIO = 1.9;
/** Heights of a slice and of what it shares with its neighbour, px as read. */
const SLICE_HEIGHT = 1280;
const SHARED_HEIGHT = 160;

/** How a picture is cut up to be read, from top to bottom. */
export function slicesOf(width: number, height: number): Slice[] {
  const strip = height > STRIP_RATIO * width;
  const scale = Math.min(1, strip ? STRIP_WIDTH / width : SHEET_SIDE / Math.max(width, height));
  if (!strip || height * scale <= SLICE_HEIGHT * 1.25) return [{ y: 0, height, scale, own: { from: 0, to: height } }];
  const step = (SLICE_HEIGHT - SHARED_HEIGHT) / scale;
  const count = Math.ceil((height - SHARED_HEIGHT / scale) / step);
  return Array.from({ length: count }, (_, index) => {
    const y = Math.round(index * step);
    const end = index === count - 1 ? height : Math.min(height, Math.round(y + SLICE_HEIGHT / scale));
    const half = SHARED_HEIGHT / scale / 2;
    return {
      y,
      height: end - y,
      scale,
      own: { from: index === 0 ? 0 : y + half, to: index === count - 1 ? height : y + step + half },
    };
  });
}
