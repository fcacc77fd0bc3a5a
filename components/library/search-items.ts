import Fuse from 'fuse.js';
import type { ItemSummary } from '../../utils/casework/item-summary.ts';

/** Where in an item the words may stand: short fields that a person picks from, never page text. */
const FUZZY_FIELDS = [
  { name: 'title', weight: 3 },
  { name: 'host', weight: 2 },
  { name: 'phrases', weight: 2 },
  { name: 'rules', weight: 1 },
  { name: 'caseName', weight: 1 },
] as const;

interface SearchEntry {
  item: ItemSummary;
  title: string;
  host: string;
  phrases: readonly string[];
  rules: readonly string[];
  caseName: string;
  /** Everything joined, ids, addresses and certificate numbers included: found only character by character. */
  exact: string;
}

/** Finds items by what an officer types. */
export interface ItemSearch {
  /** Items that hold the words exactly, in their own order, then those that come near. All items for an empty query. */
  find(query: string): ItemSummary[];
}

/** Full-width letters and digits become plain, letters lower case. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim();

function entryOf(item: ItemSummary): SearchEntry {
  const entry = {
    item,
    title: plain(item.title),
    host: plain(item.host),
    phrases: item.phrases.map(plain),
    rules: item.rules.map(({ name }) => plain(name)),
    caseName: plain(item.caseName ?? ''),
  };
  const exact = [
    entry.title,
    plain(item.url),
    plain(item.id),
    ...entry.phrases,
    ...entry.rules,
    entry.caseName,
    ...item.certificateNumbers.map(plain),
  ].join('\n');
  return { ...entry, exact };
}

/**
 * Builds the search over the listed items. A near match is only ever offered for names and phrases: a certificate number or an
 * item id that is nearly the same is a different one.
 */
export function createItemSearch(items: readonly ItemSummary[]): ItemSearch {
  const entries = items.map(entryOf);
  const fuse = new Fuse(entries, {
    keys: FUZZY_FIELDS.map(({ name, weight }) => ({ name, weight })),
    ignoreLocation: true,
    threshold: 0.3,
    minMatchCharLength: 2,
  });
  return {
    find(query) {
      const words = plain(query);
      if (words === '') return [...items];
      const parts = words.split(/\s+/);
      const exact = entries.filter((entry) => parts.every((part) => entry.exact.includes(part)));
      const near = words.length < 2 || /\d/.test(words) ? [] : fuse.search(words).map((hit) => hit.item);
      return [...new Set([...exact, ...near])].map((entry) => entry.item);
    },
  };
}
