import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileBlob } from '../../cli/file-blob.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { writeBundle } from '../../utils/bundle/write-bundle.ts';
import { digestBlob } from '../../utils/evidence/digest.ts';
import { createSigningKey, sealRecord } from '../../utils/evidence/seal.ts';
import { sampleRecord } from '../evidence/sample-record.ts';
import type { Outcome } from './outcome.ts';

const MEGABYTE = 1024 * 1024;

/** Resident memory above which a bundle of any size counts as held in memory. */
const ALLOWED_MEGABYTES = 300;

/** Writes and verifies a bundle with one recording of `megabytes` and watches the memory of the process. */
export async function largeBundle(megabytes: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'large-'));
  const failures: string[] = [];
  try {
    const recording = join(folder, 'recording.webm');
    writeFileSync(recording, 'webm');
    truncateSync(recording, megabytes * MEGABYTE);
    const blob = await FileBlob.open(recording);
    const name = 'recording.webm';
    const facts = { name, role: 'recording', mediaType: 'video/webm', size: blob.size, method: '录屏' } as const;
    const artefact = { ...facts, capturedAt: '2026-11-23T02:15:05.000Z', ...(await digestBlob(blob)) };
    const signer = await createSigningKey('2026-11-23T00:00:00.000Z');
    const record = sampleRecord('E20261123-0001', [artefact]);
    const health = { checkedAt: record.sealedAt, damaged: [] };
    const seal = await sealRecord(record, signer);
    const item = { id: record.id, record, ...seal, status: 'pending', health, dismissed: [] } as const;

    const idle = process.memoryUsage.rss();
    let peak = idle;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const path = join(folder, 'bundle.zip');
    const started = performance.now();
    await writeBundle({
      items: [item],
      readArtefact: async () => blob,
      custodyLines: [],
      signer,
      now: new Date('2026-11-23T02:20:00.000Z'),
      sink: await fileSink(path),
    });
    const written = performance.now();
    const verdict = await verifyBundle(await FileBlob.open(path));
    const verified = performance.now();
    clearInterval(watch);

    // The log is empty on purpose, so only its check may fail.
    const failed = verdict.checks.filter((check) => check.state === 'failed').map((check) => check.name);
    if (failed.join() !== 'custody') failures.push(`checks failed: ${failed.join()}`);
    const grown = (peak - idle) / MEGABYTE;
    if (grown > ALLOWED_MEGABYTES) failures.push(`memory grew by ${grown.toFixed(0)} MB`);
    const rate = (from: number, to: number) => `${(megabytes / ((to - from) / 1000)).toFixed(0)} MB/s`;
    const notes = [
      `memory +${grown.toFixed(0)} MB`,
      `written at ${rate(started, written)}`,
      `verified at ${rate(written, verified)}`,
    ];
    return { name: `bundle of ${megabytes} MB`, tried: 1, failures, notes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Takes the next chunk when the last one is written, as the browser's own file streams do. Node's `Writable.toWeb` counts
 * chunks where it means bytes (22.23: 65,536 of them may wait) and would be what fills the memory.
 */
async function fileSink(path: string): Promise<WritableStream<Uint8Array>> {
  const file = await open(path, 'w');
  return new WritableStream({
    write: async (chunk) => {
      await file.writeFile(chunk);
    },
    close: () => file.close(),
    abort: () => file.close(),
  });
}
