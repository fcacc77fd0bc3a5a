import { expect, it } from 'vitest';
import { capturedPicture, partsShowing } from '../../components/item/captured-picture.ts';
import type { PicturePart } from '../../components/library/picture-parts.ts';

const part = (name: string, y: number) =>
  ({ artefact: { name }, region: { x: 0, y, width: 1000, height: 500 } }) as unknown as PicturePart;
const PARTS = [part('tile-1.png', 0), part('tile-2.png', 500), part('tile-3.png', 1000)];
const CERTIFICATE = {
  rect: { x: 100, y: 400, width: 200, height: 300 },
  pictureSize: { width: 800, height: 1200 },
};

it('is put together of the tiles that show it, in px of the picture that was read', () => {
  const urls = new Map([
    ['tile-1.png', 'blob:1'],
    ['tile-2.png', 'blob:2'],
  ]);
  expect(partsShowing(CERTIFICATE, PARTS).map(({ artefact }) => artefact.name)).toEqual(['tile-1.png', 'tile-2.png']);
  expect(capturedPicture(CERTIFICATE, PARTS, urls)).toEqual({
    width: 800,
    height: 1200,
    images: [
      { src: 'blob:1', x: -400, y: -1600, width: 4000, height: 2000 },
      { src: 'blob:2', x: -400, y: 400, width: 4000, height: 2000 },
    ],
  });
});

it('is none where nothing of it was captured', () => {
  expect(capturedPicture(CERTIFICATE, PARTS, new Map())).toBeUndefined();
  expect(capturedPicture({}, PARTS, new Map([['tile-1.png', 'blob:1']]))).toBeUndefined();
});
