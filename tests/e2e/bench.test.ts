import { describe, expect, it } from 'vitest';
import { markdown } from '../bench/report.ts';
import { runBench } from '../bench/run-bench.ts';

describe('the benchmark', () => {
  it('measures every contender on a small page and prints both tables', async () => {
    const report = await runBench({ sizes: [10_000], rounds: 1, slowRounds: 0, frameFindings: 50, say: () => {} });
    const recall = Object.fromEntries(report.rows.map((row) => [row.method.slice(0, 3), row.recall]));
    // A peer that looks at one text node at a time misses every fourth plant; ours may miss none.
    expect(recall['证鉴,']).toBe(1);
    expect(recall.one).toBe(0.75);
    expect(report.figures.every(({ value }) => value >= 0)).toBe(true);
    expect(markdown(report)).toMatch(/\| method \|[\s\S]+\| figure \|/);
  });
});
