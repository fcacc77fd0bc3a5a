import { ExpectedFailure } from '../base/expected-failure.ts';
import { createSha256 } from '../evidence/digest.ts';
import { isPractice, PRACTICE_CASE_ID, PracticeError } from '../evidence/practice.ts';
import type { CustodyAct, EvidenceItem, EvidenceRecord, ItemStatus } from '../evidence/record.ts';
import { addressOf, bySeal, pageAddress } from '../evidence/same-address.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact, under } from './database.ts';
import { artefactOf, DamagedArtefactError, damagedParts, recordHealth } from './health.ts';
import { intactBlob, intactBytes } from './intact-blob.ts';
import { notify } from './notices.ts';
import { removeNumbers } from './number-index.ts';

/** No such item, or it was deleted meanwhile. */
export class UnknownItemError extends ExpectedFailure {
  override name = 'UnknownItemError';
  constructor(id: string) {
    super('error_itemUnknown', [id]);
  }
}

/** All items, newest first. */
export async function listItems(): Promise<EvidenceItem[]> {
  const items = await (await openDatabase()).getAll('items');
  return items.sort(bySeal);
}

/** How many items there are, practice left out, and how many of all were captured at this very address. No record is read. */
export async function countItems(url: string): Promise<{ all: number; ofPage: number }> {
  const { store } = (await openDatabase()).transaction('items');
  const [all, practice, ofPage] = await Promise.all([
    store.count(),
    store.index('case').count(PRACTICE_CASE_ID),
    store.index('address').count(url),
  ]);
  return { all: all - practice, ofPage };
}

/** The newest capture of an address, as a later record names it; undefined for the first. Only captures of the address are read. */
export async function newestCapture(url: string): Promise<EvidenceRecord['follows']> {
  const address = pageAddress(url);
  let newest: EvidenceItem | undefined;
  const index = (await openDatabase()).transaction('items').store.index('address');
  // A fragment names a place on the page; what comes between in this order are other addresses.
  for await (const { value } of index.iterate(IDBKeyRange.bound(address, `${address}#\uffff`)))
    if (pageAddress(addressOf(value)) === address && (!newest || bySeal(value, newest) < 0)) newest = value;
  return newest && { id: newest.id, sha256: newest.digest.sha256 };
}

/** Whether there is an item as wanted; they are looked at one after the other, so that not all stand in memory. */
export async function isAnyItem(wanted: (item: EvidenceItem) => boolean): Promise<boolean> {
  const { store } = (await openDatabase()).transaction('items');
  for await (const { value } of store) if (wanted(value)) return true;
  return false;
}

export async function readItem(id: string): Promise<EvidenceItem | undefined> {
  return (await openDatabase()).get('items', id);
}

/** One artefact, compared with its digests; a difference quarantines the item and throws. */
export const readArtefact = (itemId: string, name: string, signal?: AbortSignal): Promise<Blob> =>
  readIntact(intactBlob, { itemId, name, signal });

/** The same for code that only slices and reads; memory stays flat, however large and encrypted it is. */
export const readArtefactBytes = (itemId: string, name: string, signal?: AbortSignal): Promise<Blob> =>
  readIntact(intactBytes, { itemId, name, signal });

async function readIntact(
  read: typeof intactBytes,
  { itemId, name, signal }: { itemId: string; name: string; signal: AbortSignal | undefined },
): Promise<Blob> {
  const item = await readItem(itemId);
  const artefact = item?.record.artefacts.find((one) => one.name === name);
  if (!item || !artefact) throw new UnknownItemError(`${itemId}/${name}`);
  return (await read(artefactOf(itemId, artefact), artefact, signal)) ?? quarantine(item, name);
}

/** Writes a damaged part into the item's health and throws. */
export async function quarantine(item: EvidenceItem, name: string): Promise<never> {
  if (!item.health.damaged.includes(name)) await recordHealth(item.id, [...item.health.damaged, name]);
  throw new DamagedArtefactError(item.id, name);
}

/** Re-hashes everything of an item, writes the result into its health and one line into the log. */
export async function verifyItem(
  id: string,
  options: { person: string; signal?: AbortSignal; onProgress?: (done: number, total: number) => void },
): Promise<EvidenceItem> {
  const item = await readItem(id);
  if (!item) throw new UnknownItemError(id);
  const damaged = await damagedParts(item, options);
  const health = { checkedAt: new Date().toISOString(), damaged };
  const detail = damaged.length ? `校验不一致：${damaged.join('、')}` : '校验一致';
  return changeItem(id, 'verified', options.person, detail, (item) => ({ ...item, health }));
}

/** Deletes an item with everything of it. The reason stays in the log for good and must not be empty. */
export async function deleteItem(id: string, reason: string, person: string): Promise<void> {
  if (!reason.trim()) throw new RangeError('a deletion needs a reason');
  const sha256 = await createSha256();
  const line = await transact(
    ['items', 'artefacts', 'stamps', 'provenance', 'addenda', 'numbers', 'custody'],
    async (transaction) => {
      const items = transaction.objectStore('items');
      const item = await items.get(id);
      if (!item) throw new UnknownItemError(id);
      await items.delete(id);
      await removeNumbers(transaction.objectStore('numbers'), id);
      await transaction.objectStore('artefacts').delete(under(id));
      await transaction.objectStore('provenance').delete(under(id));
      await transaction.objectStore('addenda').delete(under(id));
      await transaction.objectStore('stamps').delete(id);
      const { sha256: itemSha256 } = item.digest;
      return appendWithin(
        transaction.objectStore('custody'),
        { act: 'deleted', itemId: id, person, detail: reason, itemSha256 },
        sha256,
      );
    },
  );
  notify({ kind: 'item', key: id });
  notify({ kind: 'log', key: String(line.sequence) });
}

/** Writes down that the item was opened. */
export const markViewed = (id: string, person: string) => changeItem(id, 'viewed', person, '查看', (item) => item);

/** A note is a line of the log: it can be added to, never edited. */
export const addNote = (id: string, text: string, person: string) =>
  changeItem(id, 'noted', person, text, (item) => item);

/** The states as the log writes them: an outsider reads it without the product. */
const STATUS_WORDS: Readonly<Record<ItemStatus, string>> = {
  pending: '待核实',
  investigating: '核查中',
  transferred: '已移送',
  unfounded: '不成立',
};

/** @param why stands before what is set, in the log */
export const setStatus = (id: string, status: ItemStatus, person: string, why = '') =>
  changeItem(id, 'status-changed', person, `${why}状态改为${STATUS_WORDS[status]}`, (item) => ({ ...item, status }));

/**
 * Puts the item into a case, or (undefined) takes it out. Practice stays in the practice case, and nothing else comes into it.
 * @param why stands before what is done, in the log
 * @throws PracticeError
 */
export const setCase = (id: string, caseId: string | undefined, person: string, why = '') =>
  changeItem(
    id,
    'status-changed',
    person,
    why + (caseId ? `归入案件 ${caseId}` : '移出案件'),
    ({ caseId: _left, ...item }) => {
      if (isPractice(item) !== (caseId === PRACTICE_CASE_ID)) throw new PracticeError();
      return { ...item, ...(caseId ? { caseId } : {}) };
    },
  );

/** Marks a finding of the item as false positive, or takes that back. The sealed record does not change. */
export const setDismissed = (id: string, findingId: string, dismissed: boolean, person: string) =>
  changeItem(id, dismissed ? 'dismissed' : 'restored', person, findingId, (item) => ({
    ...item,
    dismissed: dismissed
      ? [...new Set([...item.dismissed, findingId])]
      : item.dismissed.filter((one) => one !== findingId),
  }));

/** Writes down that the item left the house in a bundle whose tag manifest has the given SHA-256, and which parts did not hold. */
export const markExported = (
  id: string,
  { bundle, tagManifestSha256, damaged }: { bundle: string; tagManifestSha256: string; damaged: readonly string[] },
  person: string,
) => {
  const named = damaged.length ? `，其中不一致并已注明：${damaged.join('、')}` : '';
  const detail = `${bundle}（标签清单 SHA-256 ${tagManifestSha256}）${named}`;
  return changeItem(id, 'exported', person, detail, (item) => ({ ...item, exportedAt: new Date().toISOString() }));
};

/** The next free number of the local day, `E20261123-0007`. A number is given out once, also when its capture fails. */
export async function nextItemId(date: Date): Promise<string> {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  const number = await transact(['counters'], async (transaction) => {
    const counters = transaction.objectStore('counters');
    const next = ((await counters.get(day)) ?? 0) + 1;
    await counters.put(next, day);
    return next;
  });
  return `E${day}-${String(number).padStart(4, '0')}`;
}

/** Bytes used and allowed, and whether the browser promised not to evict them. */
export async function storageEstimate(): Promise<{ usage: number; quota: number; persisted: boolean }> {
  const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { usage, quota, persisted };
}

/** One change of what stands beside the seal, with its line in the log, in one transaction. */
export async function changeItem(
  id: string,
  act: CustodyAct,
  person: string,
  detail: string,
  update: (item: EvidenceItem) => EvidenceItem,
): Promise<EvidenceItem> {
  const sha256 = await createSha256();
  const [changed, line] = await transact(['items', 'custody'], async (transaction) => {
    const items = transaction.objectStore('items');
    const item = await items.get(id);
    if (!item) throw new UnknownItemError(id);
    const changed = update(item);
    await items.put(changed);
    const { sha256: itemSha256 } = item.digest;
    return [
      changed,
      await appendWithin(transaction.objectStore('custody'), { act, itemId: id, person, detail, itemSha256 }, sha256),
    ] as const;
  });
  notify({ kind: 'item', key: id });
  notify({ kind: 'log', key: String(line.sequence) });
  return changed;
}
