import { flipOurs, flipOutside, toolVersions } from './flip-bundle.ts';
import { fullDisk } from './full-disk.ts';
import { hostileReports } from './hostile-reports.ts';
import { killBrowser } from './kill-browser.ts';
import { largeBundle } from './large-bundle.ts';
import type { Outcome } from './outcome.ts';

/**
 * `npm run torture -- [--seed N] [--kills N]`: every run prints its counts; the seed is printed so that a failure can be
 * repeated. 200 kills take about half an hour.
 */
function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  return at > 0 ? Number(process.argv[at + 1]) : otherwise;
}

const seed = option('--seed', Date.now() % 1_000_000);
const kills = option('--kills', 200);

const RUNS: readonly (() => Promise<Outcome>)[] = [
  () => flipOurs(1000, seed),
  () => flipOutside(200, seed),
  () => hostileReports(),
  () => largeBundle(2048),
  () => fullDisk(),
  () => killBrowser(kills, seed),
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
