import type { EvidenceItem } from '../../utils/evidence/record.ts';
import type { LibraryItem } from '../../utils/pool/library.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { SimulatedLibrary } from './simulated-library.ts';

/** A colleague whose items are real bundles. */
export async function colleagueWith(
  count: number,
): Promise<{ colleague: SimulatedLibrary; sealed: readonly EvidenceItem[] }> {
  const colleague = await SimulatedLibrary.open('李四');
  const { zip, items } = await sampleBundle(count);
  colleague.items = async (): Promise<LibraryItem[]> =>
    items.map(({ id, digest }) => ({ itemId: id, id, recordSha256: digest.sha256, damaged: false }));
  colleague.withBundle = async (_id, use) => use(zip);
  colleague.takeBundle = async () => true;
  colleague.values = async () =>
    [...colleague.cases].map(([key, value]) => ({ of: 'case' as const, key, value, plain: false }));
  colleague.handedIn = async () => undefined;
  colleague.addenda = async () => [];
  return { colleague, sealed: items };
}
