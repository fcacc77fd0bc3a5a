import type { ItemStatus } from '../evidence/record.ts';
import type { ItemSummary } from './item-summary.ts';

/** A bar: claims by level, or items. */
export interface CountedRule {
  id: string;
  name: string;
  level: 'strong' | 'weak';
  count: number;
}

/** The claims of one week, and what was done in it. */
export interface CountedWeek {
  /** Its Monday, ISO 8601. */
  from: string;
  /** Its Sunday. */
  until: string;
  strong: number;
  weak: number;
  items: number;
  hosts: number;
  withClaims: number;
  missing: number;
  doubts: number;
  transferred: number;
}

export interface Statistics {
  items: number;
  withClaims: number;
  claims: number;
  transferred: number;
  /** Checks that end within three days, and that are over. */
  near: number;
  passed: number;
  /** Nearest deadline that is not over, ISO 8601. */
  nextDeadline: string | null;
  intact: boolean;
  rules: readonly CountedRule[];
  hosts: readonly { host: string; count: number }[];
  statuses: Readonly<Record<ItemStatus, number>>;
  /** Every week from the first to the last item, also empty ones. */
  weeks: readonly CountedWeek[];
}

const DAY = 86_400_000;
const isoDay = (days: number) => new Date(days * DAY).toISOString().slice(0, 10);

/** The Monday of a date's week, in days since 1970-01-01 (a Thursday). */
function monday(date: string): number {
  const days = Date.parse(`${date}T00:00:00Z`) / DAY;
  return days - ((days + 3) % 7);
}

function countWeek(from: number, items: readonly ItemSummary[]): CountedWeek {
  const sum = (part: (item: ItemSummary) => number) => items.reduce((total, item) => total + part(item), 0);
  return {
    from: isoDay(from),
    until: isoDay(from + 6),
    strong: sum(({ strong }) => strong),
    weak: sum(({ weak }) => weak),
    items: items.length,
    hosts: new Set(items.map(({ host }) => host)).size,
    withClaims: items.filter(({ strong, weak }) => strong + weak > 0).length,
    missing: sum(({ missing }) => missing),
    doubts: sum(({ doubts }) => doubts),
    transferred: items.filter(({ status }) => status === 'transferred').length,
  };
}

/** Weeks beyond which gaps are left out: one item of 1970 must not draw a row for each week since. */
const GAPLESS_WEEKS = 520;

function countWeeks(items: readonly ItemSummary[]): CountedWeek[] {
  const byWeek = new Map<number, ItemSummary[]>();
  for (const item of items) {
    const week = monday(item.date);
    const of = byWeek.get(week);
    if (of) of.push(item);
    else byWeek.set(week, [item]);
  }
  const weeks = [...byWeek.keys()].sort((a, b) => a - b);
  const first = weeks[0];
  if (first === undefined) return [];
  const span = (weeks.at(-1)! - first) / 7 + 1;
  const shown = span > GAPLESS_WEEKS ? weeks : Array.from({ length: span }, (_, index) => first + index * 7);
  return shown.map((from) => countWeek(from, byWeek.get(from) ?? []));
}

function countRules(items: readonly ItemSummary[]): CountedRule[] {
  const rules = new Map<string, CountedRule>();
  for (const { id, name, level } of items.flatMap((item) => item.rules)) {
    const before = rules.get(id);
    rules.set(id, { id, name, level, count: (before?.count ?? 0) + 1 });
  }
  return [...rules.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** What can be counted of sealed items. A rule counts once an item, however often its words stand there. */
export function countStatistics(items: readonly ItemSummary[]): Statistics {
  const deadlines = items.flatMap(({ deadline }) => (deadline ? [deadline] : []));
  const hosts = new Map<string, number>();
  const statuses: Record<ItemStatus, number> = { pending: 0, investigating: 0, transferred: 0, unfounded: 0 };
  for (const { host, status } of items) {
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
    statuses[status] += 1;
  }
  return {
    items: items.length,
    withClaims: items.filter(({ strong, weak }) => strong + weak > 0).length,
    claims: items.reduce((sum, { strong, weak }) => sum + strong + weak, 0),
    transferred: statuses.transferred,
    near: deadlines.filter(({ state }) => state === 'near').length,
    passed: deadlines.filter(({ state }) => state === 'passed').length,
    nextDeadline:
      deadlines
        .filter(({ state }) => state !== 'passed')
        .map(({ date }) => date)
        .sort()[0] ?? null,
    intact: items.every(({ damaged }) => damaged.length === 0),
    rules: countRules(items),
    hosts: [...hosts].map(([host, count]) => ({ host, count })).sort((a, b) => b.count - a.count),
    statuses,
    weeks: countWeeks(items),
  };
}
