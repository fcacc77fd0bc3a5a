import type { Vector } from './vector.ts';

/** Values are kept in so many steps of one. */
const STEPS = 1_024;

const pushNumber = (bytes: number[], number: number) => {
  let rest = number;
  for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
};

/** A vector as base 64: cells ascending, each as the distance from the one before, with its value. */
export function packVector({ cells, values }: Vector): string {
  const sums = new Map<number, number>();
  for (const [at, cell] of cells.entries()) sums.set(cell, (sums.get(cell) ?? 0) + values[at]!);
  const bytes: number[] = [];
  let before = 0;
  for (const [cell, value] of [...sums].sort((a, b) => a[0] - b[0])) {
    pushNumber(bytes, cell - before);
    pushNumber(bytes, Math.round(value * STEPS));
    before = cell;
  }
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function unpackVector(packed: string): Vector {
  const text = atob(packed);
  const cells: number[] = [];
  const values: number[] = [];
  let at = 0;
  const next = () => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = text.charCodeAt(at++);
      number |= (byte & 127) << shift;
      if (!(byte >= 128)) return number;
    }
  };
  for (let cell = 0; at < text.length; ) {
    cell += next();
    cells.push(cell);
    values.push(next() / STEPS);
  }
  return { cells, values };
}
