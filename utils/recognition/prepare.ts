import { estimateSkew } from './deskew.ts';
import { type GreyPicture, toGrey } from './grey.ts';
import type { PictureBox } from './reading.ts';

/** The recogniser reads best when print is about 30 px high; certificates are shown with some 30 to 45 lines a page. */
const TARGET_SIDE = 2000;
const MAX_SCALE = 3;

/** A picture ready for the recogniser, and the way back to the page's picture. */
export interface PreparedPicture {
  canvas: OffscreenCanvas;
  /** Maps a box in the prepared picture to one in the picture as it came. */
  toOriginal(box: PictureBox): PictureBox;
}

/** Scale at which a picture is read: small ones enlarged (at most {@link MAX_SCALE}), large ones reduced. */
export function readingScale(width: number, height: number): number {
  const scale = TARGET_SIDE / Math.max(width, height);
  return Math.min(MAX_SCALE, Math.max(0.25, scale));
}

function draw(source: CanvasImageSource, width: number, height: number, degrees: number, scale: number) {
  const radians = (degrees * Math.PI) / 180;
  const sin = Math.abs(Math.sin(radians));
  const cos = Math.abs(Math.cos(radians));
  const canvas = new OffscreenCanvas(
    Math.ceil((width * cos + height * sin) * scale),
    Math.ceil((width * sin + height * cos) * scale),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(radians);
  context.scale(scale, scale);
  context.drawImage(source, -width / 2, -height / 2);
  return { canvas, context };
}

function greyOf(context: OffscreenCanvasRenderingContext2D, width: number, height: number): GreyPicture {
  return toGrey(context.getImageData(0, 0, width, height).data, width, height);
}

function paint(context: OffscreenCanvasRenderingContext2D, grey: GreyPicture): void {
  const image = context.createImageData(grey.width, grey.height);
  for (let i = 0, p = 0; i < grey.pixels.length; i += 1, p += 4) {
    const value = grey.pixels[i]!;
    image.data[p] = value;
    image.data[p + 1] = value;
    image.data[p + 2] = value;
    image.data[p + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

/**
 * Scales, turns by `turn` degrees clockwise, removes seal colour, levels the lines and stretches the contrast.
 * @param turn 0, 90, 180 or 270
 */
export function prepare(bitmap: ImageBitmap, turn: number): PreparedPicture {
  const { width, height } = bitmap;
  const scale = readingScale(width, height);
  let { canvas, context } = draw(bitmap, width, height, turn, scale);
  let grey = greyOf(context, canvas.width, canvas.height);
  const skew = estimateSkew(grey);
  if (skew !== 0) {
    ({ canvas, context } = draw(bitmap, width, height, turn - skew, scale));
    grey = greyOf(context, canvas.width, canvas.height);
  }
  paint(context, grey);
  const radians = (-(turn - skew) * Math.PI) / 180;
  const back = (x: number, y: number) => {
    const dx = (x - canvas.width / 2) / scale;
    const dy = (y - canvas.height / 2) / scale;
    return {
      x: dx * Math.cos(radians) - dy * Math.sin(radians) + width / 2,
      y: dx * Math.sin(radians) + dy * Math.cos(radians) + height / 2,
    };
  };
  return {
    canvas,
    toOriginal(box) {
      const corners = [
        back(box.x, box.y),
        back(box.x + box.width, box.y),
        back(box.x, box.y + box.height),
        back(box.x + box.width, box.y + box.height),
      ];
      const left = Math.max(0, Math.min(...corners.map((corner) => corner.x)));
      const top = Math.max(0, Math.min(...corners.map((corner) => corner.y)));
      const right = Math.min(width, Math.max(...corners.map((corner) => corner.x)));
      const bottom = Math.min(height, Math.max(...corners.map((corner) => corner.y)));
      return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
    },
  };
}
