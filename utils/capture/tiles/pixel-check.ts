/** Pixels as `ImageData` has them: RGBA, row by row. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Channels may differ by this much: the same picture decoded and scaled twice is not always equal to the last bit. */
const CHANNEL_TOLERANCE = 8;

/** Neighbours agree while no more of their shared pixels differ; a blinking caret does, a shifted page does not. */
const AGREEING_SHARE = 0.02;

/** Compares two equally large strips pixel by pixel. */
export function compareRows(above: Pixels, below: Pixels): { pixels: number; differing: number; agree: boolean } {
  if (above.width !== below.width || above.height !== below.height)
    return { pixels: above.width * above.height, differing: above.width * above.height, agree: false };
  const pixels = above.width * above.height;
  let differing = 0;
  for (let offset = 0; offset < pixels * 4; offset += 4) {
    const same =
      Math.abs(above.data[offset]! - below.data[offset]!) <= CHANNEL_TOLERANCE &&
      Math.abs(above.data[offset + 1]! - below.data[offset + 1]!) <= CHANNEL_TOLERANCE &&
      Math.abs(above.data[offset + 2]! - below.data[offset + 2]!) <= CHANNEL_TOLERANCE;
    if (!same) differing += 1;
  }
  return { pixels, differing, agree: differing <= pixels * AGREEING_SHARE };
}

/** True when every pixel has (nearly) the colour of the first: nothing was drawn there. */
export function isBlank({ data, width, height }: Pixels): boolean {
  for (let offset = 4; offset < width * height * 4; offset += 4) {
    for (let channel = 0; channel < 3; channel += 1) {
      if (Math.abs(data[offset + channel]! - data[channel]!) > CHANNEL_TOLERANCE) return false;
    }
  }
  return true;
}

/** True when every pixel is pure black, as rows are that the browser returned without painting them. */
export function isBlack({ data, width, height }: Pixels): boolean {
  for (let offset = 0; offset < width * height * 4; offset += 4) {
    if (data[offset] || data[offset + 1] || data[offset + 2]) return false;
  }
  return true;
}
