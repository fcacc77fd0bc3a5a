import { imageSize } from 'image-size';
import { readCodes } from './codes.ts';
import type { Recogniser } from './ocr.ts';
import { prepare } from './prepare.ts';
import {
  MAX_BYTES,
  MAX_PIXELS,
  MIN_SIDE,
  type PictureReading,
  type RecognisedLine,
  type SkipReason,
} from './reading.ts';

/** A picture that is not read, with the reason for the officer. */
export class PictureSkippedError extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Below this mean confidence an upright reading is doubted and the picture is tried turned. */
const DOUBTED = 0.62;

/**
 * Fetches a picture that a page shows, from the browser's cache where it is there.
 * @throws PictureSkippedError `too-heavy`, `not-fetched`, `vector`
 */
export async function fetchPicture(url: string, signal: AbortSignal): Promise<Blob> {
  if (!/^(https?|data):/i.test(url)) throw new PictureSkippedError('not-fetched');
  if (url.length > MAX_BYTES * 1.4) throw new PictureSkippedError('too-heavy');
  let response: Response;
  try {
    response = await fetch(url, { cache: 'force-cache', credentials: 'include', signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new PictureSkippedError('not-fetched');
  }
  if (!response.ok) throw new PictureSkippedError('not-fetched');
  if (/svg/i.test(response.headers.get('content-type') ?? '')) throw new PictureSkippedError('vector');
  if (Number(response.headers.get('content-length') ?? 0) > MAX_BYTES) throw new PictureSkippedError('too-heavy');
  const blob = await response.blob();
  if (blob.size > MAX_BYTES) throw new PictureSkippedError('too-heavy');
  return blob;
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

const legibility = (reading: { lines: readonly RecognisedLine[]; confidence: number }) =>
  reading.confidence * Math.min(1, reading.lines.reduce((sum, line) => sum + line.text.length, 0) / 40);

/** Reads upright first; when that is doubtful, a quarter turn both ways and upside down, and keeps the most legible. */
async function readTurned(bitmap: ImageBitmap, recogniser: Recogniser, signal: AbortSignal) {
  let best: { lines: RecognisedLine[]; confidence: number; turned: number } | undefined;
  for (const turned of [0, 90, 270, 180]) {
    signal.throwIfAborted();
    const prepared = prepare(bitmap, turned);
    const { lines, confidence } = await recogniser.recognise(prepared.canvas);
    const reading = {
      lines: lines.map((line) => ({ ...line, box: prepared.toOriginal(line.box) })),
      confidence,
      turned,
    };
    if (!best || legibility(reading) > legibility(best)) best = reading;
    if (legibility(best) >= DOUBTED) break;
  }
  return best!;
}

/**
 * Reads text and codes of one picture.
 * @param digest SHA-256 of `bytes`, see {@link pictureDigest}
 * @throws PictureSkippedError when it is out of bounds or cannot be decoded
 */
export async function readPicture(
  bytes: Uint8Array<ArrayBuffer>,
  digest: string,
  recogniser: () => Promise<Recogniser>,
  signal: AbortSignal,
): Promise<PictureReading> {
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
    const { lines, turned } = await readTurned(bitmap, await recogniser(), signal);
    return { digest, width, height, lines, codes, turned };
  } finally {
    bitmap.close();
  }
}
