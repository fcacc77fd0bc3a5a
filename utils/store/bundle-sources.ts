import type { BundledAddendum, BundleRequest } from '../bundle/write-bundle.ts';
import type { StampExchange } from '../evidence/request-stamp.ts';
import { readAddenda } from './addendum-store.ts';
import { readLines } from './custody-store.ts';
import { keptPicture, openDatabase, type StoredAddendum, stemOf, under } from './database.ts';
import { readArtefact, readItem, UnknownItemError } from './evidence-store.ts';
import { unlessLost } from './intact-blob.ts';
import { signingKey } from './signing-key.ts';
import { openKept } from './store-key.ts';

/** Everything that the store contributes to a bundle of the given items; the caller adds sink, clock and papers. */
export async function bundleSources(
  ids: readonly string[],
): Promise<
  Pick<BundleRequest, 'items' | 'readArtefact' | 'custodyLines' | 'signer'> &
    Required<Pick<BundleRequest, 'itemStamps' | 'earlierLogs' | 'addenda'>>
> {
  const database = await openDatabase();
  const items = await Promise.all(
    ids.map(async (id) => {
      const item = await readItem(id);
      if (!item) throw new UnknownItemError(id);
      return item;
    }),
  );
  const itemStamps = new Map<string, StampExchange>();
  const addenda = new Map<string, BundledAddendum[]>();
  const earlierLogs = new Map<string, Blob[]>();
  for (const id of ids) {
    const stamp = await database.get('stamps', id);
    if (stamp) itemStamps.set(id, stamp);
    addenda.set(id, await Promise.all((await readAddenda(id)).map(withPicture)));
    const logs = await database.getAll('provenance', under(id));
    if (logs.length)
      earlierLogs.set(
        id,
        logs.map((row) => row.log),
      );
  }
  return {
    items,
    readArtefact,
    custodyLines: await readLines(),
    signer: await signingKey(),
    itemStamps,
    earlierLogs,
    addenda,
  };
}

/** A picture that cannot be had is left out: writing then stops at the addendum that names it. */
async function withPicture(row: StoredAddendum): Promise<BundledAddendum> {
  const kept = keptPicture(row);
  const picture = kept && (await unlessLost(() => openKept(kept)));
  return { stem: stemOf(row), addendum: row.addendum, ...(picture ? { picture } : {}) };
}
