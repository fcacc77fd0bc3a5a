import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { writeBundle } from '../../utils/bundle/write-bundle.ts';
import { recordedItems } from '../torture/recorded-items.ts';

type Progress = { done: number; total: number; file: string };

const MEGABYTE = 1024 * 1024;

it('moves within a file, to the whole, in writing and in checking; and stops there when it is cancelled', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'progress-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const items = await recordedItems(folder, 1, 10);
  const parts: BlobPart[] = [];
  const written: Progress[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (chunk) => void parts.push(new Uint8Array(chunk)) });
  await writeBundle({ ...items, sink, onProgress: (progress) => written.push(progress) });
  expect(written.at(-1)).toMatchObject({ done: 20 * MEGABYTE, total: 20 * MEGABYTE });
  expect(written.length).toBeGreaterThan(4);

  const zip = new Blob(parts);
  const checked: Progress[] = [];
  await verifyBundle(zip, { onProgress: (progress) => checked.push(progress) });
  expect(checked.at(-1)!.done).toBe(checked.at(-1)!.total);
  expect(checked.filter(({ file }) => file.endsWith('recording.webm')).length).toBeGreaterThan(4);

  for (const at of [checked.find(({ done }) => done > MEGABYTE)!, checked.find(({ file }) => file === '')!]) {
    const cancel = new AbortController();
    const onProgress = ({ done }: Progress) => done >= at.done && cancel.abort();
    await expect(verifyBundle(zip, { onProgress, signal: cancel.signal })).rejects.toThrow(/abort/i);
  }
});
