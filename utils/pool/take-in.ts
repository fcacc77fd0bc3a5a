import { digestBlob } from '../evidence/digest.ts';
import type { Ledger, PoolItem } from './ledger.ts';
import type { PoolLibrary } from './library.ts';
import { BUNDLES, bundlePlace, filePlace } from './places.ts';
import type { PoolFinding } from './pool-finding.ts';
import type { PoolStore } from './pool-store.ts';

export interface TakenIn {
  /** Bundles that were taken in now. */
  bundles: string[];
  addenda: number;
  results: number;
  findings: PoolFinding[];
}

interface Options {
  signal?: AbortSignal | undefined;
  onItem: (done: number, total: number) => void;
}

/** Sizes of the bundles that lie in the pool. */
async function bundleSizes(store: PoolStore, signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const { name, kind } of await store.list(BUNDLES, signal)) {
    if (kind !== 'folder') continue;
    for (const file of await store.list(`${BUNDLES}/${name}`, signal))
      if (file.kind === 'file') sizes.set(file.name.replace(/\.zip$/, ''), file.size);
  }
  return sizes;
}

const found = (what: PoolFinding['what'], { bundle, id, had }: PoolItem): PoolFinding => ({
  what,
  place: bundlePlace(bundle),
  item: id,
  lastHad: had,
});

/** The file of a digest, if its bytes are those. */
async function fileOf(store: PoolStore, sha256: string, signal?: AbortSignal): Promise<Blob | undefined> {
  const file = await store.read(filePlace(sha256), signal);
  return file && (await digestBlob(file, signal)).sha256 === sha256 ? file : undefined;
}

/**
 * Takes in what the log names and is not here: items with their bundles, then addenda and results. What is gone or changed is
 * named and waits; everything else goes on. Each step is kept, so that what is cut off goes on where it was.
 */
export async function takeIn(
  store: PoolStore,
  ledger: Ledger,
  library: PoolLibrary,
  options: Options,
): Promise<TakenIn> {
  const { signal, onItem } = options;
  const findings: PoolFinding[] = [];
  const bundles: string[] = [];
  const sizes = await bundleSizes(store, signal);
  const items = [...ledger.get('items').values()];
  const awaited: PoolItem[] = [];
  for (const item of items) {
    const size = sizes.get(item.bundle);
    if (size !== item.size) findings.push(found(size === undefined ? 'missing' : 'altered', item));
    else if (item.state === 'refused') findings.push(found('refused', item));
    else if (item.state === 'awaited') awaited.push(item);
  }
  for (const [index, item] of awaited.entries()) {
    signal?.throwIfAborted();
    onItem(index, awaited.length);
    const bundle = await store.read(bundlePlace(item.bundle), signal);
    if (!bundle || (await digestBlob(bundle, signal)).sha256 !== item.bundle) {
      findings.push(found(bundle ? 'altered' : 'missing', item));
      continue;
    }
    const { recordSha256, by: key } = item;
    const isTaken = await library.takeBundle(bundle, { recordSha256, key, signal });
    await ledger.put({ items: [{ ...item, state: isTaken ? 'taken' : 'refused' }] });
    if (isTaken) bundles.push(item.bundle);
    else findings.push(found('refused', item));
  }
  onItem(awaited.length, awaited.length);
  await noteBrought(ledger, library, awaited);
  const addenda = await takeAddenda(store, ledger, library, findings, signal);
  const results = await takeResults(store, ledger, library, findings, signal);
  return { bundles, addenda, results, findings };
}

/** Addenda that came in a bundle need no segment of ours. */
async function noteBrought(ledger: Ledger, library: PoolLibrary, items: readonly PoolItem[]): Promise<void> {
  if (items.length === 0) return;
  const by = new Map(items.map((item) => [item.recordSha256, item.by]));
  const brought = (await library.addenda()).flatMap((addendum) => {
    const key = by.get(addendum.recordSha256);
    const isNew = key !== undefined && !ledger.get('addenda').has(addendum.sha256);
    return isNew ? [{ ...addendum, by: key, state: 'known' as const }] : [];
  });
  if (brought.length) await ledger.put({ addenda: brought });
}

async function takeAddenda(
  store: PoolStore,
  ledger: Ledger,
  library: PoolLibrary,
  findings: PoolFinding[],
  signal?: AbortSignal,
): Promise<number> {
  const awaited = [...ledger.get('addenda').values()].filter(({ state }) => state === 'awaited');
  if (awaited.length === 0) return 0;
  const here = new Set((await library.items()).map(({ recordSha256 }) => recordSha256));
  const known = new Set((await library.addenda()).map(({ sha256, recordSha256 }) => `${recordSha256} ${sha256}`));
  let taken = 0;
  for (const row of awaited) {
    signal?.throwIfAborted();
    const { recordSha256, sha256, addendum } = row;
    if (!here.has(recordSha256)) continue;
    if (!known.has(`${recordSha256} ${sha256}`)) {
      const named = addendum.kind === 'look-up' ? addendum.picture?.sha256 : undefined;
      const picture = named === undefined ? undefined : await fileOf(store, named, signal);
      if (named !== undefined && !picture) {
        findings.push({ what: 'missing', place: filePlace(named) });
        continue;
      }
      await library.takeAddendum(row, picture, row.by);
      taken += 1;
    }
    await ledger.put({ addenda: [{ ...row, state: 'known' }] });
  }
  return taken;
}

async function takeResults(
  store: PoolStore,
  ledger: Ledger,
  library: PoolLibrary,
  findings: PoolFinding[],
  signal?: AbortSignal,
): Promise<number> {
  let taken = 0;
  for (const row of ledger.get('results').values()) {
    if (row.state !== 'awaited') continue;
    const file = await fileOf(store, row.file, signal);
    if (!file) {
      findings.push({ what: 'missing', place: filePlace(row.file) });
      continue;
    }
    await library.takeResults(row, file, row.by);
    await ledger.put({ results: [{ ...row, state: 'known' }] });
    taken += 1;
  }
  return taken;
}
