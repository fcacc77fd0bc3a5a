import { flipOurs, flipOutside, toolVersions } from './flip-bundle.ts';
import { hostileReports } from './hostile-reports.ts';
import { largeBundle } from './large-bundle.ts';
import type { Outcome } from './outcome.ts';

/** `npm run torture -- [--seed N]`: every run prints its counts; the seed is printed so that a failure can be repeated. */
const at = process.argv.indexOf('--seed');
const seed = at > 0 ? Number(process.argv[at + 1]) : Date.now() % 1_000_000;

const RUNS: readonly (() => Promise<Outcome>)[] = [
  () => flipOurs(1000, seed),
  () => flipOutside(200, seed),
  () => hostileReports(),
  () => largeBundle(2048),
];

console.log(`seed ${seed}; ${toolVersions()}`);
let failed = 0;
for (const run of RUNS) {
  const started = performance.now();
  const { name, tried, failures, notes } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log([`${name}: ${tried} tried, ${failures.length} failed (${seconds} s)`, ...notes].join('; '));
  for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`);
  failed += failures.length;
}
console.log(`Torture: ${failed} failed`);
process.exitCode = failed ? 1 : 0;
