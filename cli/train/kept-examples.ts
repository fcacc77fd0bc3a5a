import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Vector } from '../../utils/judge/vector.ts';
import type { ClaimExample, PageExample } from './examples.ts';

/** Values are kept in so many steps of one. */
const STEPS = 1_024;

const pushNumber = (bytes: number[], number: number) => {
  let rest = number;
  for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
};

/** A vector as base 64: cells ascending, each as the distance from the one before, with its value. */
function packVector({ cells, values }: Vector): string {
  const sums = new Map<number, number>();
  for (const [at, cell] of cells.entries()) sums.set(cell, (sums.get(cell) ?? 0) + values[at]!);
  const bytes: number[] = [];
  let before = 0;
  for (const [cell, value] of [...sums].sort((a, b) => a[0] - b[0])) {
    pushNumber(bytes, cell - before);
    pushNumber(bytes, Math.round(value * STEPS));
    before = cell;
  }
  return Buffer.from(bytes).toString('base64');
}

function unpackVector(packed: string): Vector {
  const bytes = Buffer.from(packed, 'base64');
  const cells: number[] = [];
  const values: number[] = [];
  let at = 0;
  const next = () => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      number |= (byte & 127) << shift;
      if (byte < 128) return number;
    }
  };
  for (let cell = 0; at < bytes.length; ) {
    cell += next();
    cells.push(cell);
    values.push(next() / STEPS);
  }
  return { cells, values };
}

type Packed<T> = { [Key in keyof T]: T[Key] extends Vector ? string : T[Key] };

const packClaim = ({ own, ...rest }: ClaimExample): Packed<ClaimExample> => ({ ...rest, own: packVector(own) });

/** Writes examples to a file, a page a line: hashed features with their labels, and no text. */
export function writeExamples(path: string, examples: readonly PageExample[]): void {
  const lines = examples.map(({ page, runs, claims, ...rest }) =>
    JSON.stringify({ ...rest, page: packVector(page), runs: packVector(runs), claims: claims.map(packClaim) }),
  );
  writeFileSync(path, gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
}

/**
 * Examples read anew take the place of those with their id, new ones join at the end by id, and the others stay: of some pages
 * only the features are left. The order does not depend on how the folders were named.
 */
export function mergedExamples(kept: readonly PageExample[], fresh: readonly PageExample[]): PageExample[] {
  const anew = new Map(fresh.map((example) => [example.id, example]));
  const known = new Set(kept.map(({ id }) => id));
  const joining = [...anew.values()].filter(({ id }) => !known.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...kept.map((example) => anew.get(example.id) ?? example), ...joining];
}

/** The examples of a file. */
export function readExamples(path: string): PageExample[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { page, runs, claims, ...rest } = JSON.parse(line) as Omit<PageExample, 'page' | 'runs' | 'claims'> & {
        page: string;
        runs: string;
        claims: Packed<ClaimExample>[];
      };
      return {
        ...rest,
        page: unpackVector(page),
        runs: unpackVector(runs),
        claims: claims.map((claim) => ({
          ...claim,
          own: unpackVector(claim.own),
        })),
      };
    });
}
