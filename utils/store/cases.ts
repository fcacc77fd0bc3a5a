import type { Case, CaseChange, CaseEntry } from '../evidence/case.ts';
import { openDatabase, transact } from './database.ts';
import { notify } from './notices.ts';

/** All cases, newest first. */
export async function listCases(): Promise<Case[]> {
  const cases = await (await openDatabase()).getAll('cases');
  return cases.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

export async function readCase(id: string): Promise<Case | undefined> {
  return (await openDatabase()).get('cases', id);
}

/** Adds a case or replaces what is kept of it. */
export async function saveCase(value: Case): Promise<void> {
  await transact(['cases'], (transaction) => transaction.objectStore('cases').put(value));
  notify({ kind: 'case', key: value.id });
}

/** Changes some of a case, read and written in one transaction: a field left before the last one was stored loses nothing. */
export async function changeCase(id: string, { party, ...change }: CaseChange): Promise<void> {
  await transact(['cases'], async (transaction) => {
    const cases = transaction.objectStore('cases');
    const before = await cases.get(id);
    if (before) await cases.put({ ...before, ...change, party: { ...before.party, ...party } });
  });
  notify({ kind: 'case', key: id });
}

/** Adds a line to the case's time line, together with what it changes. */
export async function addCaseEntry(id: string, entry: Omit<CaseEntry, 'at'>, change: CaseChange = {}): Promise<void> {
  await transact(['cases'], async (transaction) => {
    const cases = transaction.objectStore('cases');
    const before = await cases.get(id);
    if (!before) return;
    const { party, ...rest } = change;
    const entries = [...(before.entries ?? []), { ...entry, at: new Date().toISOString() }];
    await cases.put({ ...before, ...rest, party: { ...before.party, ...party }, entries });
  });
  notify({ kind: 'case', key: id });
}

/** Removes the folder; its items stay and belong to no case. */
export async function deleteCase(id: string): Promise<void> {
  await transact(['cases', 'items'], async (transaction) => {
    await transaction.objectStore('cases').delete(id);
    const items = transaction.objectStore('items');
    for (const item of await items.index('case').getAll(id)) {
      const { caseId: _left, ...rest } = item;
      await items.put(rest);
    }
  });
  notify({ kind: 'case', key: id });
}
