/** A grey picture: one byte a pixel, row by row; 0 is black. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Red over both other channels by this much of the picture's own contrast is taken for seal ink. */
const SEAL_EXCESS = 0.15;
/** Less contrast than this, in grey levels, is a blank picture. */
const BLANK = 12;

const luma = (r: number, g: number, b: number) => (r * 299 + g * 587 + b * 114) / 1000;

/** The grey values between which the print and the paper of a picture lie. */
interface Contrast {
  low: number;
  high: number;
  /** Light print on dark. */
  inverted: boolean;
}

function contrastOf(histogram: Uint32Array, total: number): Contrast {
  const percentile = (share: number) => {
    let seen = 0;
    for (let value = 0; value < 256; value += 1) {
      seen += histogram[value]!;
      if (seen >= total * share) return value;
    }
    return 255;
  };
  const inverted = percentile(0.5) < 96;
  return { low: percentile(inverted ? 0.1 : 0.01), high: percentile(inverted ? 0.99 : 0.9), inverted };
}

/**
 * RGBA → dark print on light paper, contrast stretched. Seal ink is read through its red channel, where it is nearly as light
 * as the paper, so that print under a red seal stays and the seal goes; everything else is Rec. 601 luma. Transparent pixels
 * are shown on paper. A blank picture keeps its grey.
 */
export function toGrey(rgba: Uint8ClampedArray, width: number, height: number): GreyPicture {
  const pixels = new Uint8Array(width * height);
  const histogram = new Uint32Array(256);
  for (let i = 0, p = 0; i < pixels.length; i += 1, p += 4) {
    const alpha = rgba[p + 3]!;
    const value = luma(rgba[p]!, rgba[p + 1]!, rgba[p + 2]!);
    pixels[i] = alpha === 255 ? value : 255 - ((255 - value) * alpha) / 255;
    histogram[pixels[i]!]! += 1;
  }
  const { low, high, inverted } = contrastOf(histogram, pixels.length);
  const range = high - low;
  if (range < BLANK) return { width, height, pixels };
  const stretch = (value: number) => Math.max(0, Math.min(255, ((value - low) * 255) / range));
  for (let i = 0, p = 0; i < pixels.length; i += 1, p += 4) {
    const r = rgba[p]!;
    const isSeal = !inverted && r - Math.max(rgba[p + 1]!, rgba[p + 2]!) > SEAL_EXCESS * range;
    const value = stretch(isSeal ? r + 0.1 * range : pixels[i]!);
    pixels[i] = inverted ? 255 - value : value;
  }
  return { width, height, pixels };
}
