import type { EvidenceItem } from '../evidence/record.ts';
import { appendLine } from '../store/custody-store.ts';
import { openDatabase } from '../store/database.ts';
import { readItem } from '../store/evidence-store.ts';
import { damagedParts, recordHealth } from '../store/health.ts';

/** Every item is read back and re-hashed at least this often, as long as the browser runs, in milliseconds. */
export const SWEEP_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * Re-hashes the items that were not checked since `before`, the longest unchecked first: browsers do lose files behind
 * stored blobs, and an item that is only opened in court must not be found damaged there. Meant for idle time; stops at the
 * end of a file when `signal` aborts. Newly found damage is written into the log.
 * @returns ids of the damaged items among those checked.
 */
export async function sweepHealth(
  before: Date,
  options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<string[]> {
  const due = await uncheckedSince(before);
  const found: string[] = [];
  for (const [index, id] of due.entries()) {
    options.signal?.throwIfAborted();
    const item = await readItem(id);
    if (!item) continue;
    const damaged = await damagedParts(item, options.signal ? { signal: options.signal } : {});
    if (damaged.length) found.push(item.id);
    if (isNews(item, damaged)) {
      const { sha256: itemSha256 } = item.digest;
      const detail = `定期校验不一致：${damaged.join('、')}`;
      await appendLine({ act: 'verified', itemId: item.id, person: '软件', detail, itemSha256 });
    }
    await recordHealth(item.id, damaged);
    options.onProgress?.(index + 1, due.length);
  }
  return found;
}

/** Ids, the longest unchecked first; the items are looked at one after the other, so that not all stand in memory. */
async function uncheckedSince(before: Date): Promise<string[]> {
  const { store } = (await openDatabase()).transaction('items');
  const due: { id: string; checkedAt: string }[] = [];
  for await (const { value } of store) {
    const { checkedAt } = value.health;
    const at = Date.parse(checkedAt);
    // A time to come, or none, was written by a clock that was wrong: it must not put the check off.
    if (!(at >= before.getTime() && at <= Date.now())) due.push({ id: value.id, checkedAt });
  }
  return due.sort((a, b) => a.checkedAt.localeCompare(b.checkedAt)).map(({ id }) => id);
}

const isNews = (item: EvidenceItem, damaged: readonly string[]) =>
  damaged.some((name) => !item.health.damaged.includes(name));
