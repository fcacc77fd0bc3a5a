import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFileBlob } from '../../cli/file-blob.ts';

it('a file reads like the blob of its bytes, whole, in slices and as a stream', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'file-blob-'));
  try {
    const bytes = new Uint8Array(2_500_000).map((_, index) => index * 7);
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    const [file, blob] = [await openFileBlob(path), new Blob([bytes])];
    expect(file.size).toBe(blob.size);
    for (const range of [[], [5], [10, 20], [-30, -10], [20, 10], [0, 9e9]] as [number?, number?][]) {
      const [one, other] = [file.slice(...range), blob.slice(...range)];
      expect(one.size).toBe(other.size);
      expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await other.arrayBuffer()))).toBe(true);
    }
    const streamed = await new Response(file.slice(3).stream()).arrayBuffer();
    expect(Buffer.from(streamed).equals(Buffer.from(bytes.subarray(3)))).toBe(true);
    expect(await file.slice(0, 0).text()).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
