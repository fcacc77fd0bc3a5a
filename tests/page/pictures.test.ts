// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { listPictures } from '../../utils/page/pictures.ts';
import { MAX_PICTURES } from '../../utils/recognition/picture-reading.ts';

it('lists as many of three thousand pictures as are read, and names the rest with the reason', () => {
  document.body.innerHTML = Array.from(
    { length: 3000 },
    (_, index) => `<img src="https://shop.example/${index}.jpg">`,
  ).join('');
  for (const image of document.querySelectorAll('img')) {
    image.getBoundingClientRect = () => ({ x: 0, y: 0, width: 400, height: 300 }) as DOMRect;
    Object.defineProperties(image, {
      naturalWidth: { value: 400 },
      naturalHeight: { value: 300 },
      complete: { value: true },
    });
  }
  let last = 0;
  const { pictures, skipped } = listPictures(document, () => `picture-${++last}`);
  expect(pictures).toHaveLength(MAX_PICTURES);
  expect(skipped).toHaveLength(3000 - MAX_PICTURES);
  expect(new Set(skipped.map(({ reason }) => reason))).toEqual(new Set(['too-many']));
});
