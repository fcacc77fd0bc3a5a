import Fuse from 'fuse.js';
import { nameKey } from './name-key.ts';

/** Fuse compares patterns of up to this many characters. */
const LONGEST_PATTERN = 32;
const SHORTEST_PATTERN = 3;

/** The names of a list that come nearest to one that is not on it; few, nearest first. */
export function nearNames(names: readonly string[], wanted: string, most = 3): string[] {
  const pattern = nameKey(wanted).slice(0, LONGEST_PATTERN);
  if (pattern.length < SHORTEST_PATTERN) return [];
  const entries = names.map((name) => ({ name, key: nameKey(name) }));
  const fuse = new Fuse(entries, { keys: ['key'], ignoreLocation: true, threshold: 0.35 });
  return fuse.search(pattern, { limit: most }).map(({ item }) => item.name);
}
