import { type ItemSummary, JUDGEMENTS } from '../../utils/casework/item-summary.ts';
import type { DeadlineState } from '../../utils/evidence/deadline.ts';
import type { ItemStatus } from '../../utils/evidence/record.ts';
import { DISPOSITIONS } from '../../utils/scan/finding.ts';

/** The groups of the filter column. Groups add up (AND); values inside one are alternatives (OR). */
export const FACETS = [
  'case',
  'status',
  'due',
  'handler',
  'certificate',
  'problem',
  'keeping',
  'judged',
  'platform',
  'host',
  'rule',
  'found',
  'disposition',
  'field',
  'source',
] as const;
export type Facet = (typeof FACETS)[number];

/** Groups that the figures lead to; the column lists them only while one of their values is chosen. */
export const FIGURE_FACETS: readonly Facet[] = ['found', 'disposition', 'field', 'source'];

/** The chosen values of each group and the span of days (ISO 8601, inclusive; an open end is empty). */
export interface ItemFilter {
  chosen: Readonly<Record<Facet, readonly string[]>>;
  from: string;
  until: string;
  /** In the order they were set, so that Esc clears the last one. */
  order: readonly (Facet | 'date')[];
}

export const NO_FILTER: ItemFilter = {
  chosen: {
    case: [],
    status: [],
    due: [],
    handler: [],
    certificate: [],
    problem: [],
    keeping: [],
    judged: [],
    platform: [],
    host: [],
    rule: [],
    found: [],
    disposition: [],
    field: [],
    source: [],
  },
  from: '',
  until: '',
  order: [],
};

/** Value of the groups case and handler for items that are in no case, or whose case nobody handles. */
export const NO_CASE = '-';

export interface FacetValue {
  value: string;
  /** Name for a case or a rule; the value itself otherwise. */
  name: string;
  count: number;
  chosen: boolean;
}

/** What is done, or still to do, about keeping an item. */
export const KEEPINGS = ['unconfirmed', 'confirmed', 'unexported', 'unstamped', 'damaged'] as const;
export type Keeping = (typeof KEEPINGS)[number];

function keepingsOf({ confirmed, exported, stamped, damaged }: ItemSummary): readonly Keeping[] {
  return [
    confirmed ? 'confirmed' : 'unconfirmed',
    ...(exported ? [] : (['unexported'] as const)),
    ...(stamped ? [] : (['unstamped'] as const)),
    ...(damaged.length > 0 ? (['damaged'] as const) : []),
  ];
}

/** How much time is left for the check; settled items have no deadline and are in none of them. */
export const DUES = ['passed', 'near', 'ample'] as const satisfies readonly DeadlineState[];

/** What came of reading the certificates shown. */
export const CERTIFICATE_RESULTS = ['missing', 'doubt', 'complete', 'none'] as const;
export type CertificateResult = (typeof CERTIFICATE_RESULTS)[number];

function certificateResultsOf({ certificates, missing, doubts }: ItemSummary): readonly CertificateResult[] {
  if (certificates === 0) return ['none'];
  if (missing + doubts === 0) return ['complete'];
  return [...(missing > 0 ? (['missing'] as const) : []), ...(doubts > 0 ? (['doubt'] as const) : [])];
}

/** Whether claims stand, and how strong. */
const FOUND = ['strong', 'weak', 'none'] as const;
export type Found = (typeof FOUND)[number];

function foundOf({ strong, weak }: ItemSummary): readonly Found[] {
  if (strong + weak === 0) return ['none'];
  return [...(strong > 0 ? (['strong'] as const) : []), ...(weak > 0 ? (['weak'] as const) : [])];
}

/** Groups whose values keep an order of their own. */
const ORDERS: Partial<Record<Facet, readonly string[]>> = {
  due: DUES,
  certificate: CERTIFICATE_RESULTS,
  keeping: KEEPINGS,
  judged: JUDGEMENTS,
  found: FOUND,
  disposition: [...DISPOSITIONS, 'dismissed'],
};

const STATUSES: readonly ItemStatus[] = ['pending', 'investigating', 'transferred', 'unfounded'];

const VALUES: Record<Facet, (item: ItemSummary) => readonly { value: string; name: string }[]> = {
  case: (item) => [{ value: item.caseId ?? NO_CASE, name: item.caseName ?? item.caseId ?? '' }],
  status: (item) => [{ value: item.status, name: item.status }],
  due: ({ deadline }) => (deadline?.certain ? [{ value: deadline.state, name: deadline.state }] : []),
  certificate: (item) => certificateResultsOf(item).map((value) => ({ value, name: value })),
  keeping: (item) => keepingsOf(item).map((value) => ({ value, name: value })),
  judged: (item) => item.judged.map((value) => ({ value, name: value })),
  handler: ({ owner }) => (owner ? [{ value: owner.handler || NO_CASE, name: owner.handler }] : []),
  problem: ({ problems }) => problems.map((value) => ({ value, name: value })),
  platform: ({ owner }) => (owner?.platform ? [{ value: owner.platform, name: owner.platform }] : []),
  host: (item) => [{ value: item.host, name: item.host }],
  rule: (item) => item.rules.map(({ id, name }) => ({ value: id, name })),
  found: (item) => foundOf(item).map((value) => ({ value, name: value })),
  disposition: ({ dispositions }) => dispositions.map((value) => ({ value, name: value })),
  field: ({ missingFields }) => missingFields.map((value) => ({ value, name: value })),
  source: ({ owner }) => (owner?.source ? [{ value: owner.source, name: owner.source }] : []),
};

/** The values of all items of a list in one group, in their order, and each value once with its name. */
interface Column {
  values: readonly (readonly string[])[];
  names: ReadonlyMap<string, string>;
}

/** Worked out once for a list: a click in the column asks for every group of thousands of items. */
const columns = new WeakMap<readonly ItemSummary[], Map<Facet, Column>>();

function columnOf(items: readonly ItemSummary[], facet: Facet): Column {
  const known = columns.get(items) ?? new Map<Facet, Column>();
  columns.set(items, known);
  const before = known.get(facet);
  if (before) return before;
  const names = new Map<string, string>();
  const values = items.map((item) => {
    // What was sealed for practice is counted by no group but its case.
    if (item.practice && facet !== 'case') return [];
    return VALUES[facet](item).map(({ value, name }) => {
      if (!names.has(value)) names.set(value, name);
      return value;
    });
  });
  const made = { values, names };
  known.set(facet, made);
  return made;
}

function inSpan(item: ItemSummary, { from, until }: ItemFilter): boolean {
  return (from === '' || item.date >= from) && (until === '' || item.date <= until);
}

const askedGroups = (filter: ItemFilter) => FACETS.filter((facet) => filter.chosen[facet].length > 0);

/** A test of the item at a place of the list by some groups and the span. */
function testOf(items: readonly ItemSummary[], filter: ItemFilter, facets: readonly Facet[]) {
  const asked = facets.map((facet) => ({
    values: columnOf(items, facet).values,
    chosen: new Set(filter.chosen[facet]),
  }));
  return (item: ItemSummary, index: number): boolean =>
    inSpan(item, filter) && asked.every(({ values, chosen }) => values[index]!.some((value) => chosen.has(value)));
}

/** The items that pass every group. */
export function filterItems(items: readonly ItemSummary[], filter: ItemFilter): ItemSummary[] {
  return items.filter(testOf(items, filter, askedGroups(filter)));
}

/**
 * The values of one group with the number of items each would show under all other groups. Chosen values stay listed at 0;
 * cases and statuses keep their own order, hosts and rules come most frequent first.
 */
export function facetValues(items: readonly ItemSummary[], filter: ItemFilter, facet: Facet): FacetValue[] {
  const { values, names } = columnOf(items, facet);
  const chosen = new Set(filter.chosen[facet]);
  const listed = new Map<string, FacetValue>();
  const list = (value: string, name: string) => listed.set(value, { value, name, count: 0, chosen: chosen.has(value) });
  if (facet === 'status') for (const status of STATUSES) list(status, status);
  for (const [value, name] of names) if (!listed.has(value)) list(value, name);
  const passes = testOf(
    items,
    filter,
    askedGroups(filter).filter((each) => each !== facet),
  );
  for (const [index, item] of items.entries())
    if (passes(item, index)) for (const value of values[index]!) listed.get(value)!.count += 1;
  const all = [...listed.values()];
  if (facet === 'status') return all;
  const fixed = ORDERS[facet];
  if (fixed) return all.sort((a, b) => fixed.indexOf(a.value) - fixed.indexOf(b.value));
  if (facet === 'case')
    return all.sort((a, b) => Number(a.value === NO_CASE) - Number(b.value === NO_CASE) || (a.name < b.name ? 1 : -1));
  return all.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The filter with one value of a group switched. */
export function toggleValue(filter: ItemFilter, facet: Facet, value: string): ItemFilter {
  const before = filter.chosen[facet];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return withOrder({ ...filter, chosen: { ...filter.chosen, [facet]: after } }, facet, after.length > 0);
}

/** The filter with one group cleared. */
export function clearFacet(filter: ItemFilter, facet: Facet): ItemFilter {
  return withOrder({ ...filter, chosen: { ...filter.chosen, [facet]: [] } }, facet, false);
}

/** The filter with another span of days. */
export function setSpan(filter: ItemFilter, from: string, until: string): ItemFilter {
  return withOrder({ ...filter, from, until }, 'date', from !== '' || until !== '');
}

/** The filter without the group that was set last. */
export function clearLast(filter: ItemFilter): ItemFilter {
  const last = filter.order.at(-1);
  if (last === undefined) return filter;
  return last === 'date' ? setSpan(filter, '', '') : clearFacet(filter, last);
}

function withOrder(filter: ItemFilter, facet: Facet | 'date', set: boolean): ItemFilter {
  const rest = filter.order.filter((each) => each !== facet);
  return { ...filter, order: set ? [...rest, facet] : rest };
}
