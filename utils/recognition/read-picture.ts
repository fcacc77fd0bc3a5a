import { imageSize } from 'image-size';
import { readCodes } from './codes.ts';
import type { Models } from './models.ts';
import {
  MAX_BYTES,
  MAX_PIXELS,
  MIN_SIDE,
  type PictureBox,
  type PictureReading,
  type RecognisedLine,
  type SkipReason,
} from './picture-reading.ts';
import { layOnPaper, type Pixels } from './pixels.ts';
import { readPixels } from './read-pixels.ts';
import { type Slice, slicesOf } from './slices.ts';

/** A picture that is not read, with the reason for the officer. */
export class PictureSkippedError extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The bytes in a `data:` address. Nothing is fetched, whatever the address says: a page chooses it.
 * @throws PictureSkippedError `too-heavy`, `not-fetched`, `vector`
 */
export function pictureBytes(address: string): Uint8Array<ArrayBuffer> {
  if (address.length > MAX_BYTES * 1.4) throw new PictureSkippedError('too-heavy');
  const comma = address.indexOf(',');
  if (!/^data:/i.test(address) || comma < 0) throw new PictureSkippedError('not-fetched');
  const head = address.slice(0, comma);
  if (/svg/i.test(head)) throw new PictureSkippedError('vector');
  try {
    const body = decodeURIComponent(address.slice(comma + 1));
    const plain = /;base64$/i.test(head.trim()) ? atob(body) : body;
    return Uint8Array.from(plain, (char) => char.charCodeAt(0));
  } catch {
    throw new PictureSkippedError('not-decodable');
  }
}

/** Dimensions from the file's own header, so that a huge picture is refused before its pixels are made. */
function measure(bytes: Uint8Array): { width: number; height: number } {
  try {
    const { type, width, height } = imageSize(bytes);
    if (type === 'svg') throw new PictureSkippedError('vector');
    return { width, height };
  } catch (error) {
    throw error instanceof PictureSkippedError ? error : new PictureSkippedError('not-decodable');
  }
}

/** SHA-256 of the bytes, lower-case hex: the key under which a reading is cached. */
export async function pictureDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A slice of a picture as it is read. */
function pixelsOf(bitmap: ImageBitmap, { y, height, scale }: Slice): Pixels {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, y, bitmap.width, height, 0, 0, canvas.width, canvas.height);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  layOnPaper(pixels);
  return pixels;
}

function moved(line: RecognisedLine, scale: number, down: number): RecognisedLine {
  const back = ({ x, y, width, height }: PictureBox): PictureBox => ({
    x: x / scale,
    y: y / scale + down,
    width: width / scale,
    height: height / scale,
  });
  return { ...line, box: back(line.box), glyphs: line.glyphs.map((glyph) => ({ ...glyph, box: back(glyph.box) })) };
}

async function readSlices(bitmap: ImageBitmap, models: Models, signal: AbortSignal) {
  const lines: RecognisedLine[] = [];
  let turned: number | undefined;
  for (const slice of slicesOf(bitmap.width, bitmap.height)) {
    const read = await readPixels(pixelsOf(bitmap, slice), models, signal);
    turned ??= read.turned;
    lines.push(
      ...read.lines
        .map((line) => moved(line, slice.scale, slice.y))
        .filter(({ box }) => {
          const middle = box.y + box.height / 2;
          return middle >= slice.own.from && middle < slice.own.to;
        }),
    );
  }
  return { lines, turned: turned ?? 0 };
}

/**
 * Reads text and codes of one picture.
 * @param digest SHA-256 of `bytes`, see {@link pictureDigest}
 * @throws PictureSkippedError when it is out of bounds or cannot be decoded
 */
export async function readPicture(
  bytes: Uint8Array<ArrayBuffer>,
  digest: string,
  models: () => Promise<Models>,
  signal: AbortSignal,
): Promise<Omit<PictureReading, 'reader'>> {
  const { width, height } = measure(bytes);
  if (width * height > MAX_PIXELS) throw new PictureSkippedError('too-large');
  if (Math.min(width, height) < MIN_SIDE) throw new PictureSkippedError('too-small');
  const blob = new Blob([bytes]);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(blob);
  } catch {
    throw new PictureSkippedError('not-decodable');
  }
  try {
    const codes = await readCodes(blob);
    const { lines, turned } = await readSlices(bitmap, await models(), signal);
    // A photograph may lie on its side in the file: places are counted in the picture as it stands upright.
    return { digest, width: bitmap.width, height: bitmap.height, lines, codes, turned };
  } finally {
    bitmap.close();
  }
}
