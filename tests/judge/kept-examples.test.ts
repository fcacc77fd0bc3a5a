import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageExample } from '../../cli/train/examples.ts';
import { mergedExamples, readExamples, writeExamples } from '../../cli/train/kept-examples.ts';

const vector = { cells: [3, 70, 9_000], values: [0.5, 1, 0.25] };
const example = (id: string, group = 'site'): PageExample => ({
  id,
  group,
  sells: true,
  flag: true,
  firm: 1,
  page: vector,
  runs: vector,
  claims: [{ own: vector, label: 'firm', answers: [0], exact: false, cue: 'claim' }],
});

describe('kept examples', () => {
  it('stay when pages are read anew without their text, are replaced by id, and are joined in one order', () => {
    const kept = [example('S2'), example('S1')];
    const fresh = [example('S4'), example('S1', 'read anew'), example('S3')];
    const merged = mergedExamples(kept, fresh);
    expect(merged.map(({ id, group }) => [id, group])).toEqual([
      ['S2', 'site'],
      ['S1', 'read anew'],
      ['S3', 'site'],
      ['S4', 'site'],
    ]);
    expect(mergedExamples(kept, [...fresh].reverse())).toEqual(merged);
    expect(mergedExamples(merged, fresh)).toEqual(merged);
  });

  it('come back from their file as they were', () => {
    const folder = mkdtempSync(join(tmpdir(), 'examples-'));
    const file = join(folder, 'features.jsonl.gz');
    writeExamples(file, [example('S1'), example('S2')]);
    expect(readExamples(file)).toEqual([example('S1'), example('S2')]);
    rmSync(folder, { recursive: true });
  });
});
