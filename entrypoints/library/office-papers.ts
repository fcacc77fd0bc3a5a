import type { BundledDocument } from '../../utils/bundle/write-bundle.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import type { Settings } from '../../utils/settings.ts';
import { readCase } from '../../utils/store/cases.ts';

/** The papers that go into a bundle, filled in from the settings and from the case, when all items are of the same one. */
export async function officePapers(
  items: readonly EvidenceItem[],
  { office, officers }: Pick<Settings, 'office' | 'officers'>,
): Promise<BundledDocument[]> {
  const [caseId, ...others] = new Set(items.map((item) => item.caseId));
  const about = caseId && !others.length ? await readCase(caseId) : undefined;
  // The word processor's library is large and only an export needs it.
  const { bundledPapers } = await import('../../utils/documents/bundled-papers.ts');
  return bundledPapers(items, { office: { name: office, officers }, number: '' }, about);
}
