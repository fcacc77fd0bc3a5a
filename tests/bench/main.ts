import { parseArgs } from 'node:util';
import { markdown } from './report.ts';
import { runBench } from './run-bench.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
  },
});

const report = await runBench({
  sizes: [100_000, 1_000_000],
  rounds: Math.max(1, Number.parseInt(values.rounds, 10) || 9),
  slowRounds: 1,
  frameFindings: 10_000,
  say: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`${values.json ? JSON.stringify(report) : markdown(report)}\n`);
