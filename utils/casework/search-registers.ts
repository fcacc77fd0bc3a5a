import { foldNumber } from '../certificate/kind.ts';
import { nameKey } from '../lists/name-key.ts';
import { createNearSearch } from '../lists/near-names.ts';
import type { RegisterList } from '../lists/register.ts';
import type { StoredRegisterEntry } from '../store/evidence-database.ts';
import { findEntries, readNames } from '../store/register-store.ts';

/** What a search of the lists found. */
export interface RegisterHits {
  /** Rows that hold what was asked. */
  entries: StoredRegisterEntry[];
  /** There are more rows than these. */
  more: boolean;
  /** Rows whose names only come near. */
  near: StoredRegisterEntry[];
}

const MOST_ROWS = 50;
const MOST_NEAR = 5;

async function entriesNamed(lists: readonly RegisterList[], names: readonly string[]): Promise<StoredRegisterEntry[]> {
  const found = await Promise.all(names.map((name) => findEntries(lists, 'name', nameKey(name))));
  return [...new Map(found.flat().map((entry) => [`${entry.listId} ${entry.row}`, entry])).values()];
}

/** Looks for a name, a part of one, an approval number or a credit code in the lists. */
export async function searchRegisters(lists: readonly RegisterList[], query: string): Promise<RegisterHits> {
  const wanted = query.trim();
  if (wanted === '') return { entries: [], more: false, near: [] };
  const code = foldNumber(wanted);
  const byCode = [...(await findEntries(lists, 'number', code)), ...(await findEntries(lists, 'creditCode', code))];
  const names = (await Promise.all(lists.map(({ id }) => readNames(id)))).flat();
  const key = nameKey(wanted);
  const holding = names.filter((name) => name.includes(wanted) || (key !== '' && nameKey(name).includes(key)));
  const exact = await entriesNamed(lists, [...new Set(holding)].slice(0, MOST_ROWS));
  const near = exact.length > 0 ? [] : await entriesNamed(lists, createNearSearch(names)(wanted, MOST_NEAR));
  const entries = [...byCode, ...exact];
  return { entries: entries.slice(0, MOST_ROWS), more: byCode.length + holding.length > MOST_ROWS, near };
}
