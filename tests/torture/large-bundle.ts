import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileBlob } from '../../cli/file-blob.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { writeBundle } from '../../utils/bundle/write-bundle.ts';
import type { Outcome } from './outcome.ts';
import { fileSink, recordedItems } from './recorded-items.ts';

const MEGABYTE = 1024 * 1024;

/** Resident memory above which a bundle of any size counts as held in memory. */
const ALLOWED_MEGABYTES = 300;

/** Writes and verifies a bundle with one recording of `megabytes` and watches the memory of the process. */
export async function largeBundle(megabytes: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'large-'));
  const failures: string[] = [];
  try {
    const items = await recordedItems(folder, 1, megabytes);
    const idle = process.memoryUsage.rss();
    let peak = idle;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const path = join(folder, 'bundle.zip');
    const started = performance.now();
    await writeBundle({ ...items, sink: await fileSink(path) });
    const written = performance.now();
    const verdict = await verifyBundle(await openFileBlob(path));
    const verified = performance.now();
    clearInterval(watch);

    const failed = verdict.checks.filter((check) => check.state === 'failed').map((check) => check.name);
    if (!verdict.ok) failures.push(`checks failed: ${failed.join()}`);
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
