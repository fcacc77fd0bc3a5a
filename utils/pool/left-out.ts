import * as v from 'valibot';
import { type PoolChange, poolChange } from './change.ts';
import type { SharedKind } from './shared-value.ts';

/** A change of a segment that this version does not take: what it says it is of, and its place among the segment's changes, from 1. */
export interface LeftOut {
  change: number;
  of: SharedKind | 'other';
  key: string;
}

/** A segment of more such changes is no segment: what is left out is kept by name. */
export const MOST_LEFT_OUT = 400;
const LONGEST_KEY = 100;

const named = v.object({ kind: v.literal('value'), of: v.picklist(['case', 'item', 'survey']), key: v.string() });

/**
 * Parts the changes that this version takes from those that it does not. Each stands by itself: a value that is left out is as one that its
 * writer never put in, and what was edited from it stands beside what is here.
 */
export function sortChanges(all: readonly unknown[]): { changes: PoolChange[]; leftOut: LeftOut[] } {
  const sorted = { changes: [] as PoolChange[], leftOut: [] as LeftOut[] };
  for (const [index, change] of all.entries()) {
    if (v.is(poolChange, change)) {
      sorted.changes.push(change as PoolChange);
      continue;
    }
    const said = v.safeParse(named, change);
    const { of, key } = said.success ? said.output : { of: 'other' as const, key: '' };
    sorted.leftOut.push({ change: index + 1, of, key: key.slice(0, LONGEST_KEY) });
  }
  return sorted;
}
