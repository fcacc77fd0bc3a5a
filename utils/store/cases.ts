import type { Case, CaseChange, CaseEntry } from '../evidence/case.ts';
import { createSha256 } from '../evidence/digest.ts';
import { appendWithin } from './custody-store.ts';
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

/** Removes the folder; its items stay and belong to no case. Each of them has a line of the log that says so, and the case one of its own. */
export async function deleteCase(id: string, person: string): Promise<void> {
  const sha256 = await createSha256();
  const lines = await transact(['cases', 'items', 'custody'], async (transaction) => {
    const cases = transaction.objectStore('cases');
    const before = await cases.get(id);
    if (!before) return [];
    await cases.delete(id);
    const [items, custody] = [transaction.objectStore('items'), transaction.objectStore('custody')];
    const lines = [
      await appendWithin(custody, { act: 'deleted', person, detail: `删除案件 ${before.name || id}` }, sha256),
    ];
    for (const { caseId: _left, ...item } of await items.index('case').getAll(id)) {
      await items.put(item);
      const entry = { itemId: item.id, itemSha256: item.digest.sha256, person, detail: `移出案件：案件 ${id} 已删除` };
      lines.push(await appendWithin(custody, { act: 'status-changed', ...entry }, sha256));
    }
    return lines;
  });
  notify({ kind: 'case', key: id });
  for (const { itemId, sequence } of lines) {
    if (itemId !== undefined) notify({ kind: 'item', key: itemId });
    notify({ kind: 'log', key: String(sequence) });
  }
}
