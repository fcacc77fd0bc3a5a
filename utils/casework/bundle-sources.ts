import type { BundledAddendum, BundleRequest } from '../bundle/bundle-request.ts';
import { type KnownKeys, originOf } from '../evidence/addendum-origin.ts';
import { digestBlob } from '../evidence/digest.ts';
import { refusePractice } from '../evidence/practice.ts';
import type { StampExchange } from '../evidence/request-stamp.ts';
import { readAddenda } from '../store/addendum-store.ts';
import { readLines } from '../store/custody-store.ts';
import { openDatabase, under } from '../store/database.ts';
import { type StoredAddendum, stemOf } from '../store/evidence-database.ts';
import { readArtefactBytes, readItem, UnknownItemError } from '../store/evidence-store.ts';
import { unlessLost } from '../store/intact-blob.ts';
import { inPlace, isOfItem, pictureInPlace } from '../store/kept-place.ts';
import { knownKeys } from '../store/known-keys.ts';
import { signingKey } from '../store/signing-key.ts';
import { readKept } from '../store/store-key.ts';

/**
 * Everything that the store contributes to a bundle of the given items; the caller adds sink, clock and papers. Every file beside
 * the records is read: throws once `signal` aborts.
 * @throws PracticeError
 */
export async function bundleSources(
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<
  Pick<BundleRequest, 'items' | 'readArtefact' | 'custodyLines' | 'signer'> &
    Required<Pick<BundleRequest, 'readDamaged' | 'itemStamps' | 'earlierLogs' | 'addenda'>>
> {
  const database = await openDatabase();
  const items = await Promise.all(
    ids.map(async (id) => {
      const item = await readItem(id);
      if (!item) throw new UnknownItemError(id);
      return item;
    }),
  );
  refusePractice(items);
  const itemStamps = new Map<string, StampExchange>();
  const addenda = new Map<string, BundledAddendum[]>();
  const earlierLogs = new Map<string, (Blob | undefined)[]>();
  const keys = await knownKeys();
  for (const { id, signature } of items) {
    const sealer = signature?.keyFingerprint;
    signal?.throwIfAborted();
    const stamp = await database.get('stamps', id);
    if (stamp) itemStamps.set(id, stamp);
    addenda.set(id, await Promise.all((await readAddenda(id)).map((row) => asBundled(row, { sealer, keys, signal }))));
    const logs = await database.getAll('provenance', under(id));
    if (logs.length) earlierLogs.set(id, await Promise.all(logs.map(({ log }) => readable(log, signal))));
  }
  return {
    items,
    readArtefact: readArtefactBytes,
    readDamaged,
    custodyLines: await readLines(),
    signer: await signingKey(),
    itemStamps,
    earlierLogs,
    addenda,
  };
}

/** The bytes under the name of an artefact, whatever they are; undefined when they cannot be had. */
async function readDamaged(itemId: string, name: string): Promise<Blob | undefined> {
  const row = await (await openDatabase()).get('artefacts', [itemId, name]);
  const blob = row && (await unlessLost(async () => readKept(inPlace(row, isOfItem(itemId, name)))));
  return blob && readable(blob);
}

/** The blob itself when it can be read to its end: a lost one is only found out by reading. */
const readable = (blob: Blob, signal?: AbortSignal): Promise<Blob | undefined> =>
  unlessLost(async () => {
    await digestBlob(blob, signal);
    return blob;
  }, signal);

/** A picture that cannot be had is left out: writing then stops at the addendum that names it, unless that is known. */
async function asBundled(
  row: StoredAddendum,
  { sealer, keys, signal }: { sealer: string | undefined; keys: KnownKeys; signal: AbortSignal | undefined },
): Promise<BundledAddendum> {
  const opened = await unlessLost(async () => {
    const kept = pictureInPlace(row);
    return kept && readKept(kept);
  });
  const picture = opened && (await readable(opened, signal));
  const { signature } = row;
  return {
    stem: stemOf(row),
    addendum: row.addendum,
    ...(signature ? { signature, keyFingerprint: signature.keyFingerprint } : {}),
    ...(originOf(row, sealer, keys).counts ? {} : { apart: true }),
    ...(picture ? { picture } : {}),
  };
}
