import { addendumBytes } from '../evidence/addendum.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { KnownSegment, Ledger, LedgerRows, PoolItem } from './ledger.ts';
import type { Segment } from './segment.ts';
import { type Version, versionId } from './versions.ts';

/** How an item stands here after another one put it in. */
function stateAfter(before: PoolItem['state'] | undefined): PoolItem['state'] {
  if (before === undefined || before === 'refused') return 'awaited';
  // Two had it and put it in at once: what they said of it holds, ours need not be said.
  return before === 'uploaded' ? 'published' : before;
}

/** Enters a segment with all that it says and this version takes, in one. */
export async function enterSegment(ledger: Ledger, segment: Segment, own: string): Promise<void> {
  const { place, sha256, body, changes, leftOut, text } = segment;
  const had = { key: body.key, person: body.person, at: body.at };
  const before = ledger.get('segments').get(place) ?? ledger.chain(body.key).at(-1);
  const known: KnownSegment = {
    ...had,
    place,
    number: body.number,
    sha256,
    size: new TextEncoder().encode(text).length,
    office: body.office,
    seen: body.seen,
    lastLine: body.lines.at(-1)?.sequence ?? before?.lastLine ?? 0,
    ...(leftOut.length > 0 ? { leftOut } : {}),
  };
  const rows: { [K in keyof LedgerRows]: LedgerRows[K][number][] } = {
    segments: [known],
    items: [],
    addenda: [],
    results: [],
    versions: [],
    tracked: [],
  };
  const items = ledger.get('items');
  const byBundle = new Map([...items.values()].map((item) => [item.bundle, item]));
  const touched = new Map<string, PoolItem>();
  const isOwn = body.key === own;
  const digest = await createSha256();
  for (const change of changes) {
    if (change.kind === 'item') {
      const { id, recordSha256, bundle, size } = change;
      // Who puts an item in that is there already mended it: theirs is the bundle that counts from now on.
      const state = isOwn ? 'published' : stateAfter(items.get(recordSha256)?.state);
      touched.set(recordSha256, { recordSha256, id, bundle, size, by: body.key, had, state });
    } else if (change.kind === 'taken') {
      for (const bundle of change.bundles) {
        const item = byBundle.get(bundle);
        if (!item) continue;
        const now = touched.get(item.recordSha256) ?? item;
        const state = isOwn && now.state === 'taken' ? 'receipted' : now.state;
        touched.set(item.recordSha256, { ...now, state, had: now.had.at < had.at ? had : now.had });
      }
    } else if (change.kind === 'addendum') {
      const { addendum, recordSha256 } = change;
      const named = digest(addendumBytes(addendum));
      if (!ledger.get('addenda').has(named))
        rows.addenda.push({ sha256: named, recordSha256, addendum, by: body.key, state: isOwn ? 'known' : 'awaited' });
    } else if (change.kind === 'results') {
      const { id, name, addresses, file } = change;
      if (!ledger.get('results').has(id))
        rows.results.push({ id, name, addresses, file, by: body.key, state: isOwn ? 'known' : 'awaited' });
    } else {
      const { of, key, bases, value } = change;
      const { key: by, person, at } = body;
      const id = await versionId({ of, key, bases, value });
      rows.versions.push({ id, of, key, bases, value, by, person, at, announced: true } satisfies Version);
    }
  }
  rows.items.push(...touched.values());
  await ledger.put(rows, new Map([[place, text]]));
}
