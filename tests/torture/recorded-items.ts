import { createCipheriv } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { openFileBlob } from '../../cli/file-blob.ts';
import type { BundleRequest } from '../../utils/bundle/bundle-request.ts';
import { writeBundle } from '../../utils/bundle/write-bundle.ts';
import { nextLine } from '../../utils/evidence/custody-log.ts';
import { createSha256, digestBlob } from '../../utils/evidence/digest.ts';
import type { CustodyLine, EvidenceItem } from '../../utils/evidence/record.ts';
import { createSigningKey, sealRecord } from '../../utils/evidence/seal.ts';
import { sampleRecord } from '../evidence/sample-record.ts';

const MEGABYTE = 1024 * 1024;

/** Everything of a bundle but where it goes. */
export type RecordedItems = Pick<BundleRequest, 'items' | 'readArtefact' | 'custodyLines' | 'signer' | 'now'>;

/**
 * Sealed items, each with a recording of `megabytes` that lies in `folder`, under a signing key of their own: a library that
 * takes them in has never seen them.
 */
export async function recordedItems(folder: string, count: number, megabytes: number): Promise<RecordedItems> {
  const [signer, sha256] = await Promise.all([createSigningKey('2026-11-23T00:00:00.000Z'), createSha256()]);
  const items: EvidenceItem[] = [];
  const custodyLines: CustodyLine[] = [];
  const recordings = new Map<string, Blob>();
  for (let number = 1; number <= count; number += 1) {
    const id = `E20261123-${String(number).padStart(4, '0')}`;
    const path = join(folder, `${id}.webm`);
    await writeNoise(path, number, megabytes);
    const blob = await openFileBlob(path);
    recordings.set(id, blob);
    const facts = { name: 'recording.webm', role: 'recording', mediaType: 'video/webm', method: '录屏' } as const;
    const capturedAt = '2026-11-23T02:15:05.000Z';
    const record = sampleRecord(id, [{ ...facts, capturedAt, size: blob.size, ...(await digestBlob(blob)) }]);
    const seal = await sealRecord(record, signer);
    const health = { checkedAt: record.sealedAt, damaged: [] };
    items.push({ id, record, ...seal, status: 'pending', health, dismissed: [] });
    const entry = { act: 'captured', itemId: id, person: '张三、李四', detail: '封存 1 个文件' } as const;
    const { sha256: itemSha256 } = seal.digest;
    custodyLines.push(nextLine(custodyLines.at(-1), { ...entry, at: record.sealedAt, itemSha256 }, sha256));
  }
  const readArtefact = async (itemId: string) => recordings.get(itemId)!;
  return { items, readArtefact, custodyLines, signer, now: new Date('2026-11-23T02:20:00.000Z') };
}

/** The bundle of {@link recordedItems}, as a file in `folder`. */
export async function recordedBundle(
  folder: string,
  count: number,
  megabytes: number,
): Promise<{ path: string; items: readonly EvidenceItem[] }> {
  const path = join(folder, 'bundle.zip');
  const recorded = await recordedItems(folder, count, megabytes);
  await writeBundle({ ...recorded, sink: await fileSink(path) });
  return { path, items: recorded.items };
}

/** Bytes of which no two pieces are alike, so that a piece in the wrong place shows. */
async function writeNoise(path: string, seed: number, megabytes: number): Promise<void> {
  const cipher = createCipheriv('aes-256-ctr', Buffer.alloc(32, seed), Buffer.alloc(16));
  const zeros = Buffer.alloc(MEGABYTE);
  const file = await open(path, 'w');
  try {
    for (let written = 0; written < megabytes; written += 1) await file.writeFile(cipher.update(zeros));
  } finally {
    await file.close();
  }
}

/**
 * Takes the next chunk when the last one is written, as the browser's own file streams do. Node's `Writable.toWeb` counts
 * chunks where it means bytes (22.23: 65,536 of them may wait) and would be what fills the memory.
 */
export async function fileSink(path: string): Promise<WritableStream<Uint8Array>> {
  const file = await open(path, 'w');
  return new WritableStream({
    write: async (chunk) => {
      await file.writeFile(chunk);
    },
    close: () => file.close(),
    abort: () => file.close(),
  });
}
