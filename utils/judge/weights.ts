/** Learnt weights as they are kept: one byte a cell, the cells that are zero left out, times a scale. */
export interface PackedWeights {
  bits: number;
  scale: number;
  /** Base 64 of pairs: how many zero cells come before (one or more bytes, 255 goes on), then the cell's weight as a signed byte. */
  cells: string;
}

/** The weights of the judge, by what they weigh, and where its decisions part. */
export interface JudgeWeights {
  id: string;
  version: string;
  /** Whether a page sells papers, by its named words. */
  page: PackedWeights;
  /** Whether a page makes promises that are claims: by its named words, and by its runs of characters. */
  promise: PackedWeights;
  runs: PackedWeights;
  /** Whether words are a claim. */
  claim: PackedWeights;
  thresholds: Thresholds;
}

/** Shares of being right: a claim from `claim`, a strong one from `strong`, listed as possible from `possible`. */
export interface Thresholds {
  strong: number;
  claim: number;
  possible: number;
}

const STEPS = 127;

const base64 = (bytes: readonly number[]) => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** Rounds weights to 127 steps either way of the greatest. */
export function packWeights(weights: Float64Array): PackedWeights {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / STEPS || 1;
  const bytes: number[] = [];
  let zeros = 0;
  for (const weight of weights) {
    const step = Math.round(weight / scale);
    if (step === 0) {
      zeros++;
      continue;
    }
    for (; zeros >= 255; zeros -= 255) bytes.push(255);
    bytes.push(zeros, step & 0xff);
    zeros = 0;
  }
  return { bits: Math.log2(weights.length), scale: Number(scale.toPrecision(9)), cells: base64(bytes) };
}

/** The weights of packed ones, as numbers. */
export function unpackWeights({ bits, scale, cells }: PackedWeights): Float32Array {
  const weights = new Float32Array(2 ** bits);
  const text = atob(cells);
  let cell = 0;
  for (let at = 0; at < text.length; at++) {
    const zeros = text.charCodeAt(at);
    cell += zeros;
    if (zeros === 255) continue;
    weights[cell++] = ((text.charCodeAt(++at) << 24) >> 24) * scale;
  }
  return weights;
}
