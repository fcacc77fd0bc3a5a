import { digestBlob } from '../evidence/digest.ts';
import type { PoolChange } from './change.ts';
import { enterSegment } from './enter-segment.ts';
import type { Ledger } from './ledger.ts';
import type { LibraryItem, PoolLibrary } from './library.ts';
import { filePlace } from './places.ts';
import { type PoolStore, publish } from './pool-store.ts';
import { publishBundle } from './publish-bundle.ts';
import { FIRST, type Segment, type SegmentBody, writeSegment } from './segment.ts';
import { asChange } from './settle-values.ts';

/** Changes and lines of a segment at the most, and items after which one is written in between. */
const CHANGES = 400;
const LINES = 1_000;
const ITEMS = 50;

interface Options {
  now: () => string;
  signal?: AbortSignal | undefined;
  onItem: (done: number, total: number) => void;
}

/** Everything that is in the pool, or is here, and no segment of ours says yet. */
function unsaid(ledger: Ledger, own: string): PoolChange[] {
  const items = [...ledger.get('items').values()];
  const uploaded = items.filter(({ state }) => state === 'uploaded');
  const taken = items.filter(({ state }) => state === 'taken').map(({ bundle }) => bundle);
  const versions = [...ledger.get('versions').values()].filter(({ announced, by }) => !announced && by === own);
  return [
    ...uploaded.map(
      ({ id, recordSha256, bundle, size }) => ({ kind: 'item', id, recordSha256, bundle, size }) as const,
    ),
    ...(taken.length ? [{ kind: 'taken', bundles: taken } as const] : []),
    ...versions.map(asChange),
  ];
}

async function writeOne(
  store: PoolStore,
  ledger: Ledger,
  library: PoolLibrary,
  { changes, lines, now }: Pick<SegmentBody, 'changes' | 'lines'> & { now: string },
  signal?: AbortSignal,
): Promise<Segment> {
  const { key, office, person } = library;
  const last = ledger.chain(key.fingerprint).at(-1);
  const others = ledger.heads().filter((head) => head.key !== key.fingerprint);
  const body: SegmentBody = {
    format: 'zhengjian-pool-log',
    version: 1,
    key: key.fingerprint,
    publicKey: key.publicKey,
    number: (last?.number ?? 0) + 1,
    previous: last?.sha256 ?? FIRST,
    at: now,
    office,
    person,
    seen: others.map(({ key, number, sha256 }) => ({ key, number, sha256 })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    lines,
    changes,
  };
  const segment = await writeSegment(body, key);
  await publish(store, { ...segment, blob: new Blob([segment.text]) }, signal);
  await enterSegment(ledger, segment, key.fingerprint);
  return segment;
}

/** Writes segments until everything is said, lines of the custody log included. */
async function say(
  store: PoolStore,
  ledger: Ledger,
  library: PoolLibrary,
  more: readonly PoolChange[],
  { now, signal }: Options,
): Promise<number> {
  const own = library.key.fingerprint;
  const changes = [...unsaid(ledger, own), ...more];
  let segments = 0;
  for (;;) {
    signal?.throwIfAborted();
    const lines = await library.linesAfter(ledger.chain(own).at(-1)?.lastLine ?? 0, LINES);
    const some = changes.splice(0, CHANGES);
    if (some.length + lines.length === 0) return segments;
    await writeOne(store, ledger, library, { changes: some, lines, now: now() }, signal);
    segments += 1;
  }
}

async function uploadItem(
  store: PoolStore,
  ledger: Ledger,
  library: PoolLibrary,
  item: LibraryItem,
  { now, signal }: Options,
): Promise<void> {
  const { recordSha256, id } = item;
  const own = library.key.fingerprint;
  const within = await library.addenda(recordSha256);
  const { sha256: bundle, size } = await library.withBundle(
    item.itemId,
    (blob) => publishBundle(store, blob, signal),
    signal,
  );
  await library.handedIn(item, bundle);
  const had = { key: own, person: library.person, at: now() };
  await ledger.put({
    items: [{ recordSha256, id, bundle, size, by: own, state: 'uploaded', had }],
    addenda: within.map((addendum) => ({ ...addendum, by: own, state: 'known' })),
  });
}

/** Files of addenda and results, published; what segments are to say of them. */
async function publishFiles(
  store: PoolStore,
  ledger: Ledger,
  library: PoolLibrary,
  signal?: AbortSignal,
): Promise<PoolChange[]> {
  const changes: PoolChange[] = [];
  const inPool = ledger.get('items');
  for (const added of await library.addenda()) {
    if (ledger.get('addenda').has(added.sha256) || !inPool.has(added.recordSha256)) continue;
    const { addendum, recordSha256 } = added;
    const named = addendum.kind === 'look-up' ? addendum.picture?.sha256 : undefined;
    const picture = named === undefined ? undefined : await library.pictureOf(added);
    if (named !== undefined && !picture) continue;
    if (named !== undefined && picture)
      await publish(store, { place: filePlace(named), sha256: named, blob: picture }, signal);
    changes.push({ kind: 'addendum', recordSha256, addendum });
  }
  for (const { id, name, addresses } of await library.results()) {
    if (ledger.get('results').has(id)) continue;
    const blob = await library.resultFile(id);
    const { sha256 } = await digestBlob(blob, signal);
    await publish(store, { place: filePlace(sha256), sha256, blob }, signal);
    changes.push({ kind: 'results', id, name, addresses, file: sha256 });
  }
  return changes;
}

/**
 * Puts into the pool what is here and not there: bundles of sealed items, then signed segments that say so, with every edit and
 * every new line of the custody log. An item counts as there only once a segment names it.
 */
export async function handIn(
  store: PoolStore,
  ledger: Ledger,
  library: PoolLibrary,
  options: Options,
): Promise<{ items: number; segments: number }> {
  const { signal, onItem } = options;
  const waiting = (await library.items()).filter(
    ({ recordSha256, damaged }) => !damaged && !ledger.get('items').has(recordSha256),
  );
  let segments = 0;
  for (const [index, item] of waiting.entries()) {
    signal?.throwIfAborted();
    onItem(index, waiting.length);
    await uploadItem(store, ledger, library, item, options);
    if (index % ITEMS === ITEMS - 1) segments += await say(store, ledger, library, [], options);
  }
  onItem(waiting.length, waiting.length);
  segments += await say(store, ledger, library, await publishFiles(store, ledger, library, signal), options);
  return { items: waiting.length, segments };
}
