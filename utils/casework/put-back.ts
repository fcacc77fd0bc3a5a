import { Ledger, type LedgerKeeper } from '../pool/ledger.ts';
import type { PoolLibrary } from '../pool/library.ts';
import type { PoolFinding } from '../pool/pool-finding.ts';
import { type PoolStore, publish } from '../pool/pool-store.ts';
import { publishBundle } from '../pool/publish-bundle.ts';

/**
 * Puts back into the pool what of it is here: segments of the log as they were, items in a bundle made anew, which the next
 * segment names. What lies there changed is not touched: it stays as somebody left it.
 * @returns how many
 */
export async function putBack(
  store: PoolStore,
  keeper: LedgerKeeper,
  library: PoolLibrary,
  { findings, signal, now }: { findings: readonly PoolFinding[]; signal?: AbortSignal; now: string },
): Promise<number> {
  const ledger = await Ledger.open(keeper);
  const here = new Map((await library.items()).map((item) => [item.recordSha256, item]));
  const own = library.key.fingerprint;
  let done = 0;
  for (const { place, what } of findings) {
    signal?.throwIfAborted();
    const segment = ledger.get('segments').get(place);
    const text = segment && what === 'missing' ? await keeper.textOf(place) : undefined;
    if (segment && text !== undefined) {
      await publish(store, { place, sha256: segment.sha256, blob: new Blob([text]) }, signal);
      done += 1;
    }
    const row = [...ledger.get('items').values()].find(({ bundle }) => place.endsWith(`/${bundle}.zip`));
    const item = row && here.get(row.recordSha256);
    if (!row || !item || item.damaged) continue;
    const { sha256: bundle, size } = await library.withBundle(
      item.itemId,
      (blob) => publishBundle(store, blob, signal),
      signal,
    );
    await library.handedIn(item, bundle);
    const had = { key: own, person: library.person, at: now };
    await ledger.put({ items: [{ ...row, bundle, size, by: own, state: 'uploaded', had }] });
    done += 1;
  }
  return done;
}
