import { imageSize } from 'image-size';
import { ExpectedFailure } from '../base/expected-failure.ts';

/** A file that is not taken as a picture; the sentence says why. */
export class PictureRefusedError extends ExpectedFailure {
  override name = 'PictureRefusedError';
}

/** Bytes and pixels of the largest picture that is taken from elsewhere: far above what telephones make. */
export const MOST_PICTURE_BYTES = 50 * 1024 * 1024;
export const MOST_PICTURE_PIXELS = 80_000_000;

/** Formats that browsers of the floor show. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
};

export interface PictureFile {
  mediaType: string;
  /** Ending of its name in a bundle. */
  extension: string;
  /** It has further pictures behind the first, which is the one that is read. */
  animated: boolean;
}

const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** Whether a GIF has a second picture: its blocks are walked to the second, never further. */
function gifMoves(bytes: Uint8Array): boolean {
  const table = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + table(bytes[10] ?? 0);
  const skipBlocks = () => {
    while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1;
    at += 1;
  };
  for (let pictures = 0; at < bytes.length; ) {
    const kind = bytes[at];
    if (kind === 0x2c) {
      pictures += 1;
      if (pictures > 1) return true;
      at += 11 + table(bytes[at + 9] ?? 0);
      skipBlocks();
    } else if (kind === 0x21) {
      at += 2;
      skipBlocks();
    } else return false;
  }
  return false;
}

/** Whether a PNG says before its pixels that it moves. */
function pngMoves(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length; ) {
    const name = latin(bytes, at + 4, at + 8);
    if (name === 'acTL') return true;
    if (name === 'IDAT') return false;
    at += view.getUint32(at) + 12;
  }
  return false;
}

const moves: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  gif: gifMoves,
  png: pngMoves,
  webp: (bytes) => latin(bytes, 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0,
};

/**
 * What a file is, from its own first bytes, before any pixel is made; its name and its stated type say nothing.
 * @throws PictureRefusedError for what is no picture, a drawing of vectors, or larger than is taken
 */
export function inspectPicture(bytes: Uint8Array<ArrayBuffer>): PictureFile {
  if (bytes.byteLength > MOST_PICTURE_BYTES) throw new PictureRefusedError('error_pictureTooHeavy');
  let size: ReturnType<typeof imageSize>;
  try {
    size = imageSize(bytes);
  } catch (error) {
    throw new PictureRefusedError('error_pictureUnreadable', [], { cause: error });
  }
  const { type = '', width, height } = size;
  if (type === 'svg') throw new PictureRefusedError('error_pictureVector');
  const mediaType = Object.hasOwn(MEDIA_TYPES, type) ? MEDIA_TYPES[type] : undefined;
  if (!mediaType) throw new PictureRefusedError('error_pictureFormat', [type || '?']);
  if (width * height > MOST_PICTURE_PIXELS) throw new PictureRefusedError('error_pictureTooLarge');
  return { mediaType, extension: type, animated: moves[type]?.(bytes) ?? false };
}
