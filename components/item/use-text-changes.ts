import { useEffect, useState } from 'preact/hooks';
import { compareText, type TextChange } from '../../utils/evidence/compare-captures.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';

/** What became of the comparison; `absent` when one capture kept no text, `apart` when hardly a line is left. */
export type TextComparison =
  | { state: 'reading' | 'absent' | 'apart' | 'failed' }
  | { state: 'ready'; changes: readonly TextChange[] };

/** The kept texts of two captures, read and compared; a damaged one is no text. */
export function useTextChanges(
  earlier: EvidenceItem,
  later: EvidenceItem,
  load: (itemId: string, name: string) => Promise<Blob>,
): TextComparison {
  const [comparison, setComparison] = useState<TextComparison>({ state: 'reading' });
  useEffect(() => {
    let wanted = true;
    const textOf = async ({ id, record }: EvidenceItem) => {
      const artefact = record.artefacts.find(({ role }) => role === 'text');
      return artefact ? (await load(id, artefact.name)).text() : null;
    };
    const compare = async (): Promise<TextComparison> => {
      const [before, after] = [await textOf(earlier), await textOf(later)];
      if (before === null || after === null) return { state: 'absent' };
      const changes = compareText(before, after);
      return changes ? { state: 'ready', changes } : { state: 'apart' };
    };
    setComparison({ state: 'reading' });
    compare()
      .catch((error): TextComparison => {
        reportError(error);
        return { state: 'failed' };
      })
      .then((result) => wanted && setComparison(result));
    return () => {
      wanted = false;
    };
  }, [earlier.id, later.id]);
  return comparison;
}
