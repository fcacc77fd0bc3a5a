// The background carries it: the smaller build does all that is wanted here.
import Fuse from 'fuse.js/basic';
import { nameKey } from './name-key.ts';

/** Fuse compares patterns of up to this many characters. */
const LONGEST_PATTERN = 32;
const SHORTEST_PATTERN = 3;
const MOST = 3;

/** Finds the names that come nearest to one that is not among them; few, nearest first. */
export type NearSearch = (wanted: string, most?: number) => string[];

/** Builds the search over the names of lists. Fifty thousand of them take tenths of a second, here and again at each search. */
export function createNearSearch(names: readonly string[]): NearSearch {
  const entries = [...new Set(names)].map((name) => ({ name, key: nameKey(name) }));
  const fuse = new Fuse(entries, { keys: ['key'], ignoreLocation: true, threshold: 0.35 });
  return (wanted, most = MOST) => {
    const pattern = nameKey(wanted).slice(0, LONGEST_PATTERN);
    return pattern.length < SHORTEST_PATTERN ? [] : fuse.search(pattern, { limit: most }).map(({ item }) => item.name);
  };
}
