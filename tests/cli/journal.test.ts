import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from '../../cli/journal.ts';
import type { VisitOutcome } from '../../utils/patrol/outcome.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengjian-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const mark = () => join(folder, 'round-0001.jsonl.printed');
const outcome = (url: string): VisitOutcome => ({
  url,
  state: 'done',
  flagged: false,
  visitedAt: '2026-11-30T00:00:00Z',
});
const flushed = (journal: Journal): string[] => {
  const urls: string[] = [];
  journal.flush(({ url }) => urls.push(url));
  return urls;
};

describe('what a patrol came to', () => {
  it('is printed once over two runs', () => {
    const first = Journal.open(folder);
    first.append('a', outcome('a'));
    expect(flushed(first)).toEqual(['a']);
    first.append('b', outcome('b'));
    first.close();
    const second = Journal.open(folder);
    expect(second.unsure).toBeNull();
    expect(flushed(second)).toEqual(['b']);
    second.close();
  });

  it('is not printed again, but named, when the run was killed by whoever read it', () => {
    const first = Journal.open(folder);
    first.append('a', outcome('a'));
    first.append('b', outcome('b'));
    let atPrint = '';
    first.flush(({ url }) => {
      if (url === 'a') atPrint = readFileSync(mark(), 'ascii');
    });
    first.close();
    writeFileSync(mark(), atPrint);
    const second = Journal.open(folder);
    expect(second.unsure?.url).toBe('a');
    expect(flushed(second)).toEqual(['b']);
    second.close();
    expect(Journal.open(folder).unsure).toBeNull();
  });

  it('is printed by the next run when nobody read it', () => {
    const first = Journal.open(folder);
    first.append('a', outcome('a'));
    expect(() =>
      first.flush(() => {
        throw new Error('EPIPE');
      }),
    ).toThrow();
    first.close();
    const second = Journal.open(folder);
    expect(second.unsure).toBeNull();
    expect(flushed(second)).toEqual(['a']);
    second.close();
  });

  it('goes on from a note of the version before, which told of what was done alone', () => {
    const first = Journal.open(folder);
    first.append('a', outcome('a'));
    flushed(first);
    first.append('b', outcome('b'));
    first.close();
    writeFileSync(mark(), readFileSync(mark(), 'ascii').slice(0, 16));
    expect(flushed(Journal.open(folder))).toEqual(['b']);
  });
});
