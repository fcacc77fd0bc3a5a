import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import { filterItems } from './filter-items.ts';
import type { ListState } from './list-address.ts';
import { createItemSearch } from './search-items.ts';
import { sortItems } from './sort-items.ts';

/** The items that pass filter and search. Search puts exact hits first; without words the chosen order holds. */
export function shownItems(items: readonly ItemSummary[], { filter, order, query }: Omit<ListState, 'current'>) {
  const filtered = sortItems(filterItems(items, filter), order);
  return query.trim() === '' ? filtered : createItemSearch(filtered).find(query);
}

/** Where an item stands in the list as it was left, and its neighbours there. */
export interface PlaceInList {
  /** From 1. */
  place: number;
  total: number;
  previous?: string;
  next?: string;
}

/** The place of an item among those shown; undefined when the list does not show it. */
export function placeInList(shown: readonly ItemSummary[], itemId: string): PlaceInList | undefined {
  const index = shown.findIndex(({ id }) => id === itemId);
  if (index < 0) return undefined;
  const previous = shown[index - 1]?.id;
  const next = shown[index + 1]?.id;
  return {
    place: index + 1,
    total: shown.length,
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
  };
}
