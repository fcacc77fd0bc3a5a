import { FACETS, type Facet, type ItemFilter, NO_FILTER } from './filter-items.ts';
import { SORT_ORDERS, type SortOrder } from './sort-items.ts';

/** All that an officer has set in the list: it lives in the address, so that going back finds it again. */
export interface ListState {
  filter: ItemFilter;
  order: SortOrder;
  /** Words of the search field. */
  query: string;
  /** The current row; null for the first one. */
  current: string | null;
}

export const FRESH_LIST: ListState = { filter: NO_FILTER, order: 'time', query: '', current: null };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isFacet = (name: string): name is Facet => (FACETS as readonly string[]).includes(name);

/** Writes the state as the query of an address, without `?`; groups stand in the order in which they were set. */
export function writeListState({ filter, order, query, current }: ListState): string {
  const fields = new URLSearchParams();
  for (const group of filter.order) {
    if (group === 'date') {
      if (filter.from) fields.append('from', filter.from);
      if (filter.until) fields.append('until', filter.until);
    } else for (const value of filter.chosen[group]) fields.append(group, value);
  }
  if (order !== 'time') fields.append('sort', order);
  if (query) fields.append('q', query);
  if (current) fields.append('at', current);
  return fields.toString();
}

/** Reads it back; what no list can be set to is left out. */
export function readListState(search: string): ListState {
  const chosen: Record<Facet, string[]> = { ...mapFacets(() => []) };
  const order: (Facet | 'date')[] = [];
  let from = '';
  let until = '';
  const state: ListState = { ...FRESH_LIST };
  for (const [name, value] of new URLSearchParams(search)) {
    const group = isFacet(name) ? name : (name === 'from' || name === 'until') && DAY.test(value) ? 'date' : null;
    if (group && !order.includes(group)) order.push(group);
    if (isFacet(name)) chosen[name].push(value);
    else if (group && name === 'from') from = value;
    else if (group) until = value;
    else if (name === 'sort') state.order = SORT_ORDERS.find((each) => each === value) ?? 'time';
    else if (name === 'q') state.query = value;
    else if (name === 'at') state.current = value;
  }
  return { ...state, filter: { chosen, from, until, order } };
}

const mapFacets = <T>(value: () => T) =>
  Object.fromEntries(FACETS.map((facet) => [facet, value()])) as Record<Facet, T>;
