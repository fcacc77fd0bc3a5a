import { useState } from 'preact/hooks';
import { failureText } from '../../../utils/base/failure-text.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { type Answers, askForPaper, makePaper, type PaperOrder } from '../../../utils/casework/office-papers.ts';
import { paperItems } from '../../../utils/casework/paper-sources.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import { readSettings } from '../../../utils/store/settings.ts';

/** Papers and tables of one or several items: asked for, completed by a person, made and saved one by one. */
export interface Paperwork {
  making: boolean;
  /** Why the last one could not be made. */
  failure: string | null;
  /** A paper that waits for what only a person knows. */
  asked: { order: PaperOrder; blanks: readonly string[]; before: Answers } | null;
  /** Name of the file that was made last. */
  made: string | null;
  paper: (items: readonly EvidenceItem[], order: PaperOrder) => void;
  answer: (answers: Answers) => void;
  table: (items: readonly EvidenceItem[], cases: readonly Case[]) => void;
  /** Puts question, failure or notice away. */
  end: () => void;
}

export function usePaperwork(person: string): Paperwork {
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const [asked, setAsked] = useState<(NonNullable<Paperwork['asked']> & { items: readonly EvidenceItem[] }) | null>(
    null,
  );
  const run = (work: () => Promise<void>) => {
    if (making) return;
    setMaking(true);
    setFailure(null);
    setMade(null);
    work()
      .catch((error) => setFailure(failureText(error)))
      .finally(() => setMaking(false));
  };
  const make = async (items: readonly EvidenceItem[], order: PaperOrder, answers: Answers) => {
    const { name, blob } = await makePaper(items, order, answers, await readSettings(), person);
    saveBlob(blob, name);
    setMade(name);
  };
  return {
    making,
    failure,
    asked,
    made,
    paper: (items, order) =>
      run(async () => {
        const { blanks, before } = await askForPaper(items, order, await readSettings());
        if (blanks.length > 0) setAsked({ items, order, blanks, before });
        else await make(items, order, new Map());
      }),
    answer: (answers) => {
      if (!asked) return;
      setAsked(null);
      run(() => make(asked.items, asked.order, answers));
    },
    table: (items, cases) =>
      run(async () => {
        const { summaryTable } = await import('../../../utils/documents/summary-table.ts');
        const theirs = new Set(items.map(({ caseId }) => caseId));
        const concerned = cases.filter(({ id }) => theirs.has(id));
        const name = `${items[0]?.id ?? ''}${items.length > 1 ? `等${items.length}件` : ''} 汇总表.xlsx`;
        saveBlob(await summaryTable(await paperItems(items, false), concerned), name);
        setMade(name);
      }),
    end: () => {
      setFailure(null);
      setMade(null);
      setAsked(null);
    },
  };
}
