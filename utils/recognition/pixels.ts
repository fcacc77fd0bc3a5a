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
