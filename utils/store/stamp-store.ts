import { canonicalBytes } from '../evidence/canonical-json.ts';
import { createSha256 } from '../evidence/digest.ts';
import { awaitsStamp } from '../evidence/practice.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { requestStamp, type StampExchange, type StampSender } from '../evidence/request-stamp.ts';
import { bySeal } from '../evidence/same-address.ts';
import { StampError } from '../evidence/timestamp.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact } from './database.ts';
import { notify } from './notices.ts';

const NONCE_BYTES = 16;

export async function readStamp(itemId: string): Promise<StampExchange | undefined> {
  return (await openDatabase()).get('stamps', itemId);
}

/** Items without a time stamp, oldest first: they are the queue, whatever the reason why there is none yet. */
export async function unstampedItems(): Promise<EvidenceItem[]> {
  const { store } = (await openDatabase()).transaction('items');
  const waiting: EvidenceItem[] = [];
  for await (const { value } of store) if (awaitsStamp(value)) waiting.push(value);
  return waiting.sort((a, b) => bySeal(b, a));
}

/** Has the record of one item stamped; the exchange, the item's time and the log line are kept together. */
export async function stampItem(item: EvidenceItem, send: StampSender, signal?: AbortSignal): Promise<void> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const exchange = await requestStamp(canonicalBytes(item.record), { send, nonce, ...(signal ? { signal } : {}) });
  const sha256 = await createSha256();
  const line = await transact(['items', 'stamps', 'custody'], async (transaction) => {
    const items = transaction.objectStore('items');
    const stored = await items.get(item.id);
    if (!stored) return undefined;
    await transaction.objectStore('stamps').put({ ...exchange, itemId: item.id });
    await items.put({ ...stored, stampedAt: exchange.time });
    const detail = `${exchange.time}，${exchange.authority} 签发`;
    const { sha256: itemSha256 } = stored.digest;
    const entry = { act: 'stamped', itemId: item.id, person: '软件', detail, itemSha256 } as const;
    return appendWithin(transaction.objectStore('custody'), entry, sha256);
  });
  if (!line) return;
  notify({ kind: 'item', key: item.id });
  notify({ kind: 'log', key: String(line.sequence) });
}

/**
 * Tries the whole queue once. A reply that does not verify leaves its item unstamped and the rest go on; when the service
 * cannot be had at all the failure is passed on, since the others would fare no better.
 */
export async function stampPending(
  send: StampSender,
  options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<{ stamped: number; rejected: readonly { itemId: string; error: StampError }[] }> {
  const rejected: { itemId: string; error: StampError }[] = [];
  let stamped = 0;
  const waiting = await unstampedItems();
  for (const [index, item] of waiting.entries()) {
    options.onProgress?.(index, waiting.length);
    try {
      await stampItem(item, send, options.signal);
      stamped += 1;
    } catch (error) {
      if (!(error instanceof StampError)) throw error;
      rejected.push({ itemId: item.id, error });
    }
  }
  return { stamped, rejected };
}
