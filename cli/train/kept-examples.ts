import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { packVector, unpackVector } from '../../utils/judge/packed-vector.ts';
import type { Vector } from '../../utils/judge/vector.ts';
import type { ClaimExample, PageExample } from './examples.ts';

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
