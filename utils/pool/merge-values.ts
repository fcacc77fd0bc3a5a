import { canonicalJson, plainCopy } from '../evidence/canonical-json.ts';
import type { ItemStatus } from '../evidence/record.ts';
import type { ItemState, SharedKind, SharedValues } from './shared-value.ts';

/** Two edits of one value as one, or the members that both changed to something else. */
export type Merged<T> = { value: T } | { clash: readonly string[] };

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(plainCopy(a)) === canonicalJson(plainCopy(b)));

const byText = (a: unknown, b: unknown): number => {
  const [one, other] = [canonicalJson(plainCopy(a)), canonicalJson(plainCopy(b))];
  return one < other ? -1 : Number(one > other);
};

/** Everything that either list has, once, in an order that does not depend on whose is first. */
function united<T>(one: readonly T[] = [], other: readonly T[] = [], order: (value: T) => string = () => ''): T[] {
  const all = new Map([...one, ...other].map((value) => [canonicalJson(plainCopy(value)), value]));
  return [...all.values()].sort((a, b) => order(a).localeCompare(order(b), 'en') || byText(a, b));
}

/** What was added on either side is there, what was taken out on either side is gone. */
function mergedSet(one: readonly string[], other: readonly string[], base: readonly string[] = []): string[] {
  const kept = base.filter((each) => one.includes(each) && other.includes(each));
  const added = [...one, ...other].filter((each) => !base.includes(each));
  return [...new Set([...kept, ...added])].sort();
}

const FURTHER: readonly ItemStatus[] = ['pending', 'investigating', 'unfounded', 'transferred'];
const further = (one: ItemStatus, other: ItemStatus) => (FURTHER.indexOf(one) > FURTHER.indexOf(other) ? one : other);

/** The side that changed; both did: `choose`. */
const oneOf = <T>(one: T, other: T, base: T, choose: (one: T, other: T) => T): T => {
  if (same(one, other) || same(other, base)) return one;
  return same(one, base) ? other : choose(one, other);
};

function mergeItems(one: ItemState, other: ItemState, base?: ItemState): Merged<ItemState> {
  const later = (a?: string, b?: string) => ((a ?? '') > (b ?? '') ? a : b);
  const caseId = oneOf(one.caseId, other.caseId, base?.caseId, later);
  const confirmations = united(one.confirmations, other.confirmations, ({ at }) => at);
  const papers = united(one.papers, other.papers, ({ madeAt }) => madeAt);
  return {
    value: {
      status: oneOf<ItemStatus>(one.status, other.status, base?.status ?? 'pending', further),
      dismissed: mergedSet(one.dismissed, other.dismissed, base?.dismissed),
      ...(caseId ? { caseId } : {}),
      ...(confirmations.length ? { confirmations } : {}),
      ...(papers.length ? { papers } : {}),
    },
  };
}

function mergeSurveys(one: SharedValues['survey'], other: SharedValues['survey']): Merged<SharedValues['survey']> {
  const known = (value: SharedValues['survey']) => Number(value.result !== 'open');
  const order = known(one) - known(other) || one.at.localeCompare(other.at, 'en') || byText(one, other);
  return { value: order > 0 ? one : other };
}

type Members = Record<string, unknown>;

/** Member by member; the time lines are united, and what both changed to something else clashes. */
function mergeCases(one: Members, other: Members, base: Members | undefined, path = ''): Merged<Members> {
  const value: Members = {};
  const clash: string[] = [];
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [mine, theirs, before] = [one[name], other[name], base?.[name]];
    if (path === '' && name === 'entries') {
      value[name] = united(mine as { at: string }[], theirs as { at: string }[], ({ at }) => at);
    } else if (same(mine, theirs) || (base && same(theirs, before))) {
      if (mine !== undefined) value[name] = mine;
    } else if (base && same(mine, before)) {
      if (theirs !== undefined) value[name] = theirs;
    } else if (name === 'party' && path === '') {
      const party = mergeCases(mine as Members, theirs as Members, before as Members | undefined, 'party.');
      if ('clash' in party) clash.push(...party.clash);
      else value[name] = party.value;
    } else clash.push(path + name);
  }
  return clash.length ? { clash } : { value };
}

/**
 * Two edits of one value in one. It comes to the same whichever side is first, so that two machines that do it apart agree.
 * @param base what both started from; undefined when nothing is known of it
 */
export function mergeValues<K extends SharedKind>(
  of: K,
  one: SharedValues[K],
  other: SharedValues[K],
  base: SharedValues[K] | undefined,
): Merged<SharedValues[K]> {
  if (same(one, other)) return { value: one };
  if (of === 'item')
    return mergeItems(one as ItemState, other as ItemState, base as ItemState) as Merged<SharedValues[K]>;
  if (of === 'survey')
    return mergeSurveys(one as SharedValues['survey'], other as SharedValues['survey']) as Merged<SharedValues[K]>;
  return mergeCases(
    one as unknown as Members,
    other as unknown as Members,
    base as unknown as Members,
  ) as unknown as Merged<SharedValues[K]>;
}
