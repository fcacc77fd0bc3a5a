import type { DeskItem } from '../../../components/library/desk-state.ts';
import { ExpectedFailure } from '../../../utils/base/expected-failure.ts';
import { failureText } from '../../../utils/base/failure-text.ts';
import { t } from '../../../utils/base/i18n.ts';
import { openBag } from '../../../utils/bundle/bag-file.ts';
import type { BundleVerdict } from '../../../utils/bundle/bundle-verdict.ts';
import { sourceInWords } from '../../../utils/bundle/source-words.ts';
import { type VerifyOptions, verifyBundle } from '../../../utils/bundle/verify-bundle.ts';
import { type BundledItem, bundledItems } from '../../../utils/casework/bundled-items.ts';
import { personOf } from '../../../utils/evidence/desk.ts';
import { readSettings } from '../../../utils/store/settings.ts';

/** A bundle after its check: the verdict, and its items as they stand to this library when it holds. */
export interface CheckedBundle {
  name: string;
  verdict: BundleVerdict;
  items: readonly DeskItem[];
  /** Why a bundle that holds cannot be taken in. */
  refusal?: string;
}

const deskItem = ({ item, standing }: BundledItem): DeskItem => ({
  id: item.id,
  title: item.record.page.title,
  url: sourceInWords(item.record),
  sealedAt: item.record.sealedAt,
  office: item.record.office,
  officers: personOf(item.record),
  standing,
});

/** Checks a bundle and looks up which of its items are here already. */
export async function checkBundle(file: File, options: VerifyOptions): Promise<CheckedBundle> {
  const verdict = await verifyBundle(file, { ...options, stampRoots: (await readSettings()).stampRoots });
  const { name } = file;
  if (!verdict.ok) return { name, verdict, items: [] };
  try {
    const items = (await bundledItems(await openBag(file, options.signal), options.signal)).map(deskItem);
    const clashes = items.filter(({ standing }) => standing === 'clash').map(({ id }) => id);
    if (!clashes.length) return { name, verdict, items };
    return { name, verdict, items, refusal: t('import_clash', clashes.join(t('listComma'))) };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return { name, verdict, items: [], refusal: failureText(error) };
  }
}
