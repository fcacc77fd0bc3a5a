import { spawnSync } from 'node:child_process';
import { openPool } from '../../cli/open-pool.ts';
import { LOG_CHECK } from '../../utils/pool/introduce.ts';
import { MemoryLedger } from '../../utils/pool/memory-ledger.ts';
import { PoolFailure } from '../../utils/pool/pool-failure.ts';
import { publishBundle } from '../../utils/pool/publish-bundle.ts';
import { synchronise } from '../../utils/pool/synchronise.ts';
import {
  REAL_SERVERS,
  type RealDavServer,
  realServersHere,
  startRealServer,
  versionOf,
} from '../pool/real-dav-servers.ts';
import { SimulatedLibrary } from '../pool/simulated-library.ts';
import { type Outcome, randomFrom } from './outcome.ts';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Two writers at one place, with other contents and then with one: how often both were told that they had put theirs there. */
async function race({ url }: RealDavServer, races: number, failures: string[]): Promise<number> {
  let both = 0;
  const [one, other] = [await openPool(url), await openPool(url)];
  for (let count = 0; count < races; count += 1) {
    const place = `files/race/${count}`;
    const put = await Promise.all([one.put(place, new Blob(['one'])), other.put(place, new Blob(['other']))]);
    const kept = await (await one.read(place))?.text();
    if (put.every((outcome) => outcome === 'put')) both += 1;
    else if (kept !== ['one', 'other'][put.indexOf('put')]) failures.push(`${place}: ${kept} after ${put}`);
    const same = new Blob([`bundle ${count}`]);
    await Promise.all([publishBundle(one, same), publishBundle(other, same)]).catch((error) =>
      failures.push(`two writers of one bundle: ${error}`),
    );
  }
  return both;
}

/** Officers synchronise while the server is killed again and again; afterwards all is everywhere. */
async function syncUnderKills(
  server: RealDavServer,
  items: number,
  kills: number,
  chance: () => number,
  failures: string[],
) {
  const machines = await Promise.all(
    ['甲', '乙', '丙'].map(async (name) => ({
      library: await SimulatedLibrary.open(name),
      keeper: new MemoryLedger(),
    })),
  );
  for (const { library } of machines) {
    for (const other of machines) library.confirmed.add(other.library.key.fingerprint);
    for (let count = 0; count < items; count += 1) library.seal(`${library.person} ${count}`);
  }
  const now = () => new Date().toISOString();
  let brokenOff = 0;
  let done = false;
  const synchronising = machines.map(async ({ library, keeper }) => {
    for (let round = 0; round < 4 || !done; round += 1)
      await synchronise(await openPool(server.url), keeper, library, { now }).catch((error) => {
        if (!(error instanceof PoolFailure)) throw error;
        brokenOff += 1;
        return pause(50);
      });
  });
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(200 + chance() * 600);
    await server.kill();
    await server.start();
  }
  done = true;
  await Promise.all(synchronising);
  for (let round = 0; round < 2; round += 1)
    for (const { library, keeper } of machines) await synchronise(await openPool(server.url), keeper, library, { now });
  for (const { library, keeper } of machines) {
    const { taken, findings } = await synchronise(await openPool(server.url), keeper, library, { now });
    if (taken + findings.length > 0) failures.push(`${library.person}: not at rest: ${JSON.stringify(findings)}`);
    const numbers = new Set([...library.kept.values()].map(({ itemId }) => itemId));
    if (numbers.size !== items * machines.length) failures.push(`${library.person}: ${numbers.size} items`);
  }
  return brokenOff;
}

/**
 * The pool on real WebDAV servers: names, racing writers, kills in the middle of synchronisations, and the log checked in the
 * folder that the server writes.
 */
export async function torturePoolServers(
  items: number,
  kills: number,
  races: number,
  seed: number,
  names: readonly string[] = realServersHere({ install: true }),
): Promise<Outcome> {
  const chance = randomFrom(seed);
  const failures: string[] = [];
  const notes = REAL_SERVERS.filter((name) => !names.includes(name)).map(
    (name) => `${name} is not here and was left out`,
  );
  for (const name of names) {
    const server = await startRealServer(name);
    const found: string[] = [];
    try {
      const both = await race(server, races, found);
      const brokenOff = await syncUnderKills(server, items, kills, chance, found);
      const folder = `${server.root}/证据 池&1`;
      const { stdout, stderr } = spawnSync('sh', ['-c', LOG_CHECK], { cwd: folder, encoding: 'utf8' });
      const said = `${stdout}${stderr}`.split('\n').filter((line) => line && !/ 段，链头 /.test(line));
      found.push(...said.map((line) => `sha256sum and openssl: ${line}`));
      notes.push(
        `${name} ${versionOf(name)}: ${races} races, both of other contents let through in ${both}; ${kills} kills broke off ${brokenOff} synchronisations`,
      );
    } catch (error) {
      const { substitutions = [] } = error as { substitutions?: readonly string[] };
      found.push(`${error} ${substitutions.join(' ')}`);
    } finally {
      await server.close();
    }
    failures.push(...found.map((line) => `${name}: ${line}`));
  }
  return { name: 'pool-servers', tried: names.length, failures, notes };
}
