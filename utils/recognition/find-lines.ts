import type { Models } from './models.ts';
import type { Pixels } from './pixels.ts';
import { scalePixels } from './sample.ts';
import { textBoxes } from './text-boxes.ts';
import { scaleBox, type TiltedBox } from './tilted-box.ts';

/** The detector sees pictures whose long side lies between these, px. */
const LEAST_LONG_SIDE = 960;
const MOST_LONG_SIDE = 1280;
const MULTIPLE = 32;

/** What the detector was trained on: mean and deviation of each channel (ImageNet), fed blue first. */
const MEAN = [0.406, 0.456, 0.485] as const;
const DEVIATION = [0.225, 0.224, 0.229] as const;

function planes({ width, height, data }: Pixels): Float32Array {
  const size = width * height;
  const input = new Float32Array(3 * size);
  for (let channel = 0; channel < 3; channel += 1) {
    const from = 2 - channel;
    const factor = 1 / (255 * DEVIATION[channel]!);
    const offset = MEAN[channel]! / DEVIATION[channel]!;
    for (let i = 0, at = from, to = channel * size; i < size; i += 1, at += 4)
      input[to + i] = data[at]! * factor - offset;
  }
  return input;
}

const toMultiple = (side: number) => Math.max(MULTIPLE, Math.round(side / MULTIPLE) * MULTIPLE);

/** The scale at which a picture is looked through for print. */
export function searchScale(width: number, height: number): number {
  const long = Math.max(width, height);
  return Math.min(MOST_LONG_SIDE, Math.max(LEAST_LONG_SIDE, long)) / long;
}

/** Boxes of the lines of print in a picture, px of the picture. @param scale see {@link searchScale} */
export async function findLines(picture: Pixels, models: Models, scale: number): Promise<TiltedBox[]> {
  const width = toMultiple(picture.width * scale);
  const height = toMultiple(picture.height * scale);
  const map = await models.detect(planes(scalePixels(picture, width, height)), width, height);
  // Both sides were rounded apart; a tilt of some degrees does not feel it.
  const back = (picture.width / width + picture.height / height) / 2;
  return textBoxes(map).map((box) => ({
    ...scaleBox(box, back),
    x: (box.x * picture.width) / width,
    y: (box.y * picture.height) / height,
  }));
}
