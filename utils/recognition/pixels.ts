/** A picture in memory: four bytes a pixel (red, green, blue, alpha), row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** An empty picture, black and transparent. */
export const emptyPixels = (width: number, height: number): Pixels => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4),
});

/** Lays a picture on white paper, in place: what is transparent is shown as the page's own paper. */
export function layOnPaper({ data }: Pixels): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]!;
    if (alpha === 255) continue;
    for (let channel = 0; channel < 3; channel += 1)
      data[at + channel] = 255 - ((255 - data[at + channel]!) * alpha) / 255;
    data[at + 3] = 255;
  }
}

/** The picture turned clockwise. @param degrees 90, 180 or 270 */
export function turnPixels(picture: Pixels, degrees: number): Pixels {
  const { width, height } = picture;
  const turned = degrees === 180 ? emptyPixels(width, height) : emptyPixels(height, width);
  const from = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height);
  const to = new Uint32Array(turned.data.buffer);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const target =
        degrees === 90
          ? x * height + (height - 1 - y)
          : degrees === 270
            ? (width - 1 - x) * height + y
            : (height - 1 - y) * width + (width - 1 - x);
      to[target] = from[y * width + x]!;
    }
  }
  return turned;
}

/** A part of a picture, copied. Whole px, inside of the picture. */
export function cutPixels(picture: Pixels, x: number, y: number, width: number, height: number): Pixels {
  const part = emptyPixels(width, height);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * picture.width + x) * 4;
    part.data.set(picture.data.subarray(from, from + width * 4), row * width * 4);
  }
  return part;
}
