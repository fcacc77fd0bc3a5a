import { describe, expect, it } from 'vitest';
import { inspectPicture, MOST_PICTURE_BYTES } from '../../utils/recognition/picture-file.ts';

const bytesOf = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : [...part])),
  );

const FRAME = [0x2c, 0, 0, 0, 0, 40, 0, 40, 0, 0, 2, 1, 0, 0];
const CONTROL = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
const gif = (frames: number) =>
  bytesOf(
    'GIF89a',
    [40, 0, 40, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    Array.from({ length: frames }, () => [...CONTROL, ...FRAME]).flat(),
    [0x3b],
  );

const chunk = (name: string, body: readonly number[]) => [
  ...[0, 0, 0, body.length],
  ...[...name].map((char) => char.charCodeAt(0)),
  ...body,
  ...[0, 0, 0, 0],
];
const size = (value: number) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const png = (width: number, height: number, ...chunks: number[][]) =>
  bytesOf(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', [...size(width), ...size(height), 8, 2, 0, 0, 0]),
    chunks.flat(),
    chunk('IDAT', [1, 2, 3]),
  );

describe('a picture that is handed over', () => {
  it.each([
    ['a GIF of one picture', gif(1), 'image/gif', false],
    ['a GIF of two', gif(2), 'image/gif', true],
    ['a PNG', png(300, 200), 'image/png', false],
    ['a PNG that moves', png(300, 200, chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0])), 'image/png', true],
  ] as const)('%s is told by its bytes', (_, bytes, mediaType, animated) => {
    expect(inspectPicture(bytes)).toMatchObject({ mediaType, animated });
  });

  it.each([
    [
      'a drawing that may load other things',
      bytesOf('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'error_pictureVector',
    ],
    ['a hundred megapixels', png(10_000, 10_000), 'error_pictureTooLarge'],
    ['no picture', new Uint8Array(64).fill(0xab), 'error_pictureUnreadable'],
    ['nothing', new Uint8Array(0), 'error_pictureUnreadable'],
    ['a GIF that breaks off in its head', bytesOf('GIF89a'), 'error_pictureUnreadable'],
    ['a heavy file', new Uint8Array(MOST_PICTURE_BYTES + 1), 'error_pictureTooHeavy'],
    [
      'a photograph that browsers do not show',
      bytesOf([0, 0, 0, 24], 'ftypheic', new Array(8).fill(0), 'mif1heic'),
      'error_picture',
    ],
  ] as const)('%s is refused before it is decoded', (_, bytes, key) => {
    expect(() => inspectPicture(bytes)).toThrow(expect.objectContaining({ key: expect.stringContaining(key) }));
  });
});
