import type { EvidenceItem } from '../evidence/record.ts';
import { appendLine } from './custody-store.ts';
import { listItems } from './evidence-store.ts';
import { damagedParts, recordHealth } from './health.ts';

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
  const due = (await listItems())
    .filter((item) => Date.parse(item.health.checkedAt) < before.getTime())
    .sort((a, b) => a.health.checkedAt.localeCompare(b.health.checkedAt));
  const found: string[] = [];
  for (const [index, item] of due.entries()) {
    options.signal?.throwIfAborted();
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

const isNews = (item: EvidenceItem, damaged: readonly string[]) =>
  damaged.some((name) => !item.health.damaged.includes(name));
