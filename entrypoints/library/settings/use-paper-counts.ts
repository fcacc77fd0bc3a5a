import { useEffect, useState } from 'preact/hooks';
import type { PapersGroupProps } from '../../../components/settings/PapersGroup.tsx';
import { PAPER_KINDS } from '../../../utils/documents/paper-kinds.ts';
import { raisePaperCount, readPaperCount } from '../../../utils/store/paper-store.ts';

/** How many numbers of each kind of paper are given out in a year, and a way to go on after a later one. */
export function usePaperCounts(year: number): Pick<PapersGroupProps, 'paperCounts' | 'onPaperCount'> {
  const [counts, setCounts] = useState<PapersGroupProps['paperCounts']>({});
  const load = async () => {
    const read = await Promise.all(PAPER_KINDS.map(async (kind) => [kind, await readPaperCount(kind, year)] as const));
    setCounts(Object.fromEntries(read));
  };
  useEffect(() => void load().catch(reportError), [year]);
  return {
    paperCounts: counts,
    onPaperCount: (kind, count) => void raisePaperCount(kind, year, count).then(load).catch(reportError),
  };
}
