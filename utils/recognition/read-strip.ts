import { type Models, STRIP_HEIGHT } from './models.ts';
import type { Pixels } from './pixels.ts';
import { readCharacters, type StripCharacter } from './read-characters.ts';
import { samplePixels } from './sample.ts';
import type { TiltedBox } from './tilted-box.ts';

/** The network looks at eight px a step, and at least at so wide a strip. */
const STEP = 8;
const LEAST_WIDTH = 320;
const MOST_WIDTH = 3200;

/** The upright strip that a box cuts out of a picture, {@link STRIP_HEIGHT} px high. */
export function cutStrip(picture: Pixels, { x, y, width, height, angle }: TiltedBox): Pixels {
  const long = Math.min(MOST_WIDTH, Math.max(STEP, Math.round((width * STRIP_HEIGHT) / height)));
  const across = width / long;
  const down = height / STRIP_HEIGHT;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return samplePixels(picture, long, STRIP_HEIGHT, {
    a: across * cos,
    b: across * sin,
    c: -down * sin,
    d: down * cos,
    e: x - (width / 2) * cos + (height / 2) * sin,
    f: y - (width / 2) * sin - (height / 2) * cos,
  });
}

/** What a strip says, its places as shares of its length. */
export async function readStrip(strip: Pixels, models: Models): Promise<StripCharacter[]> {
  const width = Math.ceil(Math.max(LEAST_WIDTH, strip.width) / STEP) * STEP;
  const size = width * STRIP_HEIGHT;
  const input = new Float32Array(3 * size);
  for (let channel = 0; channel < 3; channel += 1) {
    for (let row = 0; row < STRIP_HEIGHT; row += 1) {
      const to = channel * size + row * width;
      for (let column = 0, at = row * strip.width * 4 + 2 - channel; column < strip.width; column += 1, at += 4)
        input[to + column] = strip.data[at]! / 127.5 - 1;
    }
  }
  const scores = await models.recognise(input, width);
  return readCharacters(
    scores,
    models.characters,
    models.rivals,
    STEP / strip.width,
    (STRIP_HEIGHT * 0.9) / strip.width,
  );
}

/** Mean probability of what was read; nothing read is no reading. */
export const meanOf = (characters: readonly StripCharacter[]): number =>
  characters.length === 0 ? 0 : characters.reduce((sum, each) => sum + each.probability, 0) / characters.length;
