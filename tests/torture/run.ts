import { parseArgs } from 'node:util';
import { doubleWake } from './double-wake.ts';
import { tortureFleet } from './fleet.ts';
import { fleetPool } from './fleet-pool.ts';
import { flipOurs, flipOutside, toolVersions } from './flip-bundle.ts';
import { fullDisk } from './full-disk.ts';
import { hostileNames } from './hostile-names.ts';
import { hostileRecords } from './hostile-records.ts';
import { hostileReports } from './hostile-reports.ts';
import { killBrowser } from './kill-browser.ts';
import { largeBundle } from './large-bundle.ts';
import { largeExport } from './large-export.ts';
import type { Outcome } from './outcome.ts';
import { torturePool } from './pool.ts';
import { poolLock } from './pool-lock.ts';
import { torturePoolServers } from './pool-servers.ts';
import { storeLoss } from './store-loss.ts';
import { twoWindows } from './two-windows.ts';
import { worstTextsRun } from './worst-texts.ts';

/**
 * `npm run torture -- [--seed N] [--kills N] [--addresses N] [--officers N] [--items N] [--store WHERE] [--megabytes N] [--records N] [--names N] [--rounds N] [--only NAME]…`: every run prints its counts; the seed is printed so
 * that a failure can be repeated. All of it takes hours on two busy cores: single rows are run with `--only`.
 */
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '300' },
    addresses: { type: 'string', default: '20000' },
    officers: { type: 'string', default: '20' },
    items: { type: 'string', default: '500' },
    store: { type: 'string' },
    megabytes: { type: 'string', default: '2048' },
    records: { type: 'string', default: '360' },
    names: { type: 'string', default: 'Infinity' },
    rounds: { type: 'string', default: '20' },
    only: { type: 'string', multiple: true },
  },
});
const seed = Number(options.seed);

const RUNS: Record<string, () => Promise<Outcome>> = {
  'flip-ours': () => flipOurs(1000, seed),
  'flip-outside': () => flipOutside(200, seed),
  'double-wake': () => doubleWake(50),
  'two-windows': () => twoWindows(Number(options.rounds)),
  'store-loss': () => storeLoss(10),
  'hostile-records': () => hostileRecords(Number(options.records)),
  'hostile-names': () => hostileNames(Number(options.names)),
  'hostile-reports': () => hostileReports(),
  'large-bundle': () => largeBundle(Number(options.megabytes)),
  'large-export': () => largeExport(Number(options.megabytes)),
  'large-export-encrypted': () => largeExport(Number(options.megabytes) / 4, true),
  'worst-texts': () => worstTextsRun(),
  'full-disk': () => fullDisk(),
  fleet: () => tortureFleet(Number(options.addresses), Number(options.kills), seed),
  'fleet-pool': () => fleetPool(300, 12, seed),
  pool: () => torturePool(Number(options.officers), Number(options.items), seed),
  'pool-servers': () => torturePoolServers(30, 10, 200, seed),
  'pool-lock': () => poolLock(options.store),
  'kill-browser': () => killBrowser(Number(options.kills), seed),
};

const names = options.only ?? Object.keys(RUNS);
for (const name of names) {
  if (!RUNS[name]) throw new Error(`No run is called ${name}; there are ${Object.keys(RUNS).join(', ')}.`);
}

console.log(`seed ${seed}; ${toolVersions()}`);
let failed = 0;
for (const run of names.map((name) => RUNS[name]!)) {
  const started = performance.now();
  const { name, tried, failures, notes } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log([`${name}: ${tried} tried, ${failures.length} failed (${seconds} s)`, ...notes].join('; '));
  for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`);
  failed += failures.length;
}
console.log(`Torture: ${failed} failed`);
process.exitCode = failed ? 1 : 0;
