import { useState } from 'preact/hooks';
import type { PaperFormat } from '../../utils/documents/paper-format.ts';
import type { PaperKind } from '../../utils/documents/paper-kinds.ts';
import type { Case } from '../../utils/evidence/case.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { readSettings } from '../../utils/settings.ts';
import { saveBlob } from './bundle-file.ts';
import { failureText } from './failure-text.ts';
import { makePapers } from './office-papers.ts';

/** Papers and tables of several items, saved one by one. */
export interface Paperwork {
  making: boolean;
  /** Why the last one could not be made. */
  failure: string | null;
  paper: (items: readonly EvidenceItem[], kind: PaperKind, format: PaperFormat) => void;
  table: (items: readonly EvidenceItem[], cases: readonly Case[]) => void;
  /** Puts the failure away. */
  end: () => void;
}

/** E20261123-0007+3: the first item and how many more. */
const stemOf = ([first, ...more]: readonly EvidenceItem[]) =>
  `${first?.id ?? ''}${more.length ? `+${more.length}` : ''}`;

export function usePaperwork(person: string): Paperwork {
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = (work: () => Promise<void>) => {
    if (making) return;
    setMaking(true);
    setFailure(null);
    work()
      .catch((error) => setFailure(failureText(error)))
      .finally(() => setMaking(false));
  };
  return {
    making,
    failure,
    paper: (items, kind, format) =>
      run(async () => {
        const order = { kinds: [kind], formats: [format] };
        const files = await makePapers(items, order, await readSettings(), person);
        for (const { name, blob } of files) saveBlob(blob, `${stemOf(items)}-${name}`);
      }),
    table: (items, cases) =>
      run(async () => {
        const { summaryTable } = await import('../../utils/documents/summary-table.ts');
        const theirs = new Set(items.map(({ caseId }) => caseId));
        const concerned = cases.filter(({ id }) => theirs.has(id));
        saveBlob(await summaryTable(items, concerned), `${stemOf(items)}-table.xlsx`);
      }),
    end: () => setFailure(null),
  };
}
