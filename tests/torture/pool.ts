import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { newCase } from '../../utils/evidence/case.ts';
import { verifyChain } from '../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../utils/evidence/digest.ts';
import { LOG_CHECK } from '../../utils/pool/introduce.ts';
import { MemoryLedger } from '../../utils/pool/memory-ledger.ts';
import { MemoryStore } from '../../utils/pool/memory-store.ts';
import { PoolFailure } from '../../utils/pool/pool-failure.ts';
import type { PoolStore } from '../../utils/pool/pool-store.ts';
import { synchronise } from '../../utils/pool/synchronise.ts';
import { SimulatedLibrary } from '../pool/simulated-library.ts';
import { type Outcome, randomFrom } from './outcome.ts';

/** The machine stopped, as by a power cut: what was written stays. */
class Killed extends Error {}

interface Machine {
  library: SimulatedLibrary;
  keeper: MemoryLedger;
  /** Of its clock, milliseconds. */
  skew: number;
}

/** The pool as one machine sees it in a bad hour: cut off, full, or the machine dies before or after a write. */
function unreliable(store: MemoryStore, chance: () => number): PoolStore {
  const isCut = chance() < 0.2;
  const dies = chance() < 0.5;
  const isFull = chance() < 0.1;
  return {
    name: store.name,
    async list(folder) {
      if (isCut) throw new PoolFailure('error_poolUnreachable', [store.name]);
      return store.list(folder);
    },
    read: (place) => store.read(place),
    async put(place, blob) {
      if (isFull) throw new PoolFailure('error_poolFull', [store.name]);
      if (dies && chance() < 0.05) throw new Killed();
      const outcome = await store.put(place, blob);
      if (dies && chance() < 0.05) throw new Killed();
      return outcome;
    },
  };
}

async function dump(store: MemoryStore, folder: string): Promise<void> {
  for (const [place, blob] of store.files) {
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    writeFileSync(join(folder, place), new Uint8Array(await blob.arrayBuffer()));
  }
}

/** What outside programs say of the pool's log and bundles, without the lines that give the heads. */
async function checkOutside(store: MemoryStore): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pool-log-'));
  try {
    await dump(store, folder);
    const { stdout, stderr } = spawnSync('sh', ['-c', LOG_CHECK], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return `${stdout}${stderr}`.split('\n').filter((line) => line && !/^[0-9a-f]{64} \d+ 段，链头 /.test(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * An office whose machines work apart, are cut off, die in the middle of a synchronisation and have clocks that are wrong; then
 * the line holds, and everything must be everywhere.
 */
export async function torturePool(officers: number, items: number, seed: number): Promise<Outcome> {
  const chance = randomFrom(seed);
  const store = new MemoryStore();
  const machines: Machine[] = [];
  for (let index = 0; index < officers; index += 1)
    machines.push({
      library: await SimulatedLibrary.open(`officer ${index}`),
      keeper: new MemoryLedger(),
      skew: (chance() - 0.5) * 2 * 3_600_000,
    });
  for (const { library } of machines)
    for (const other of machines) library.confirmed.add(other.library.key.fingerprint);
  let clock = Date.parse('2026-11-30T00:00:00Z');
  const counts = { syncs: 0, cut: 0, killed: 0, full: 0 };
  const sync = async ({ library, keeper, skew }: Machine, through: PoolStore) => {
    counts.syncs += 1;
    clock += 60_000;
    return synchronise(through, keeper, library, { now: () => new Date(clock + skew).toISOString() });
  };

  const sealed = new Map<string, number>();
  const left = machines.map(() => items);
  while (left.some((count) => count > 0)) {
    const index = Math.floor(chance() * officers);
    const machine = machines[index]!;
    const { library } = machine;
    const some = Math.min(left[index]!, 1 + Math.floor(chance() * 40));
    left[index]! -= some;
    for (let count = 0; count < some; count += 1) {
      const item = library.seal(`${index} ${left[index]} ${count}`);
      sealed.set(item, index);
      if (chance() < 0.1) library.change(item, { dismissed: [`f${count}`] });
    }
    const known = [...library.kept.keys()];
    for (let count = 0; count < 3; count += 1) {
      const item = known[Math.floor(chance() * known.length)]!;
      const { state } = library.kept.get(item)!;
      library.change(item, { dismissed: [...new Set([...state.dismissed, `${library.person} ${clock}`])] });
      if (chance() < 0.5) library.supplement(item, `${library.person} ${clock}`);
    }
    if (chance() < 0.2) {
      const id = `case ${Math.floor(chance() * 20)}`;
      const start = { id, registrar: { name: '', licence: '' }, today: '2026-11-30', now: '2026-11-30T00:00:00.000Z' };
      const entry = {
        at: new Date(clock).toISOString(),
        person: library.person,
        kind: 'note' as const,
        text: `${chance()}`,
      };
      const before = library.cases.get(id) ?? newCase(start);
      library.cases.set(id, { ...before, entries: [...(before.entries ?? []), entry] });
    }
    await sync(machine, unreliable(store, chance)).catch((error) => {
      if (error instanceof Killed) counts.killed += 1;
      else if (error instanceof PoolFailure) counts[error.key === 'error_poolFull' ? 'full' : 'cut'] += 1;
      else throw error;
    });
  }
  for (let round = 0; round < 4; round += 1) for (const machine of machines) await sync(machine, store);

  const failures: string[] = [];
  const digest = await createSha256();
  for (const machine of machines) {
    const { library } = machine;
    const { findings, taken, values } = await sync(machine, store);
    if (findings.length + taken + values > 0)
      failures.push(
        `${library.person}: not at rest: ${JSON.stringify({ taken, values, findings: findings.slice(0, 3) })}`,
      );
    const lost = [...sealed.keys()].filter((item) => !library.kept.has(item));
    if (lost.length) failures.push(`${library.person}: ${lost.length} items lost`);
    const numbers = [...library.kept.values()].map(({ itemId }) => itemId);
    if (new Set(numbers).size !== sealed.size) failures.push(`${library.person}: numbers double`);
    if (!verifyChain(library.lines, digest).intact) failures.push(`${library.person}: broken custody log`);
  }
  const stateOf = ({ library }: Machine) =>
    JSON.stringify([
      [...library.kept].map(([item, { state, addenda }]) => [item, [...state.dismissed].sort(), addenda.length]).sort(),
      [...library.cases].map(([id, { entries }]) => [id, entries?.map(({ text }) => text).sort()]).sort(),
    ]);
  const states = new Set(machines.map(stateOf));
  if (states.size > 1) failures.push(`${states.size} different states of ${officers} machines`);
  for (const [place, blob] of store.files) {
    const named = /([0-9a-f]{64})(?:\.zip|\.txt)?$/.exec(place)?.[1];
    if (named && !place.startsWith('keys/') && digest(new Uint8Array(await blob.arrayBuffer())) !== named)
      failures.push(`${place}: overwritten`);
  }
  const outside = await checkOutside(store);
  failures.push(...outside.map((line) => `sha256sum and openssl: ${line}`));
  const segments = [...store.files.keys()].filter((place) => place.startsWith('log/')).length;
  const notes = [
    `${officers} officers, ${sealed.size} items, ${counts.syncs} synchronisations`,
    `${counts.cut} cut off, ${counts.killed} killed, ${counts.full} met a full store, clocks up to an hour wrong`,
    `${segments} segments; the log checked with sha256sum and openssl`,
  ];
  return { name: 'pool', tried: sealed.size, failures, notes };
}
