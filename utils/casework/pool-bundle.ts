import { verifyBundle } from '../bundle/verify-bundle.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { readItem, UnknownItemError } from '../store/evidence-store.ts';
import { rulesetInForce } from '../store/rules-in-force.ts';
import { stagedFile } from './bundle-file.ts';
import { bundleSources } from './bundle-sources.ts';
import { ExportReadBackError, sizeOfItems } from './export-bundle.ts';

/**
 * Writes one item into a bundle, checks every layer of it, and lends it for as long as `use` takes.
 * @throws ExportReadBackError, StoreLockedError
 */
export async function withPoolBundle<T>(
  itemId: string,
  use: (bundle: Blob) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const item = await readItem(itemId);
  if (!item) throw new UnknownItemError(itemId);
  const file = await stagedFile(sizeOfItems([item]));
  try {
    const cancel = signal ? { signal } : {};
    await writeBundle({
      ...(await bundleSources([itemId], signal)),
      now: new Date(),
      sink: await file.sink(),
      ruleset: await rulesetInForce(),
      ...cancel,
    });
    const written = await file.read();
    const { checks } = await verifyBundle(written, cancel);
    const failed = checks.filter(({ state }) => state === 'failed');
    if (failed.length) throw new ExportReadBackError(failed.map(({ sentence }) => sentence));
    return await use(written);
  } finally {
    await file.discard();
  }
}
