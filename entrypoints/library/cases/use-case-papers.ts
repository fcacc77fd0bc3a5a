import { useState } from 'preact/hooks';
import { failureText } from '../../../utils/base/failure-text.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { paperItems } from '../../../utils/casework/paper-sources.ts';
import { CASE_PAPER_TITLES, type CasePaperKind } from '../../../utils/documents/case-paper-kinds.ts';
import { blanksOf, type Paper } from '../../../utils/documents/paper.ts';
import type { PaperFormat } from '../../../utils/documents/paper-format.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import { digestBlob } from '../../../utils/evidence/digest.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import { addCaseEntry } from '../../../utils/store/cases.ts';
import { readSettings } from '../../../utils/store/settings.ts';

/** The one paper that an officer asks for. */
interface Order {
  kind: CasePaperKind;
  format: PaperFormat;
  paper: Paper;
}

/** Papers of one case: asked for, completed by a person, made, saved and written into its time line. */
export interface CasePaperwork {
  making: boolean;
  failure: string | null;
  made: string | null;
  asked: { kind: CasePaperKind; blanks: readonly string[] } | null;
  make: (kind: CasePaperKind, format: PaperFormat) => void;
  answer: (answers: ReadonlyMap<string, string>) => void;
  end: () => void;
}

// The word processor's library is large and only a paper needs it.
const library = () => import('../../../utils/documents/case-papers.ts');

export function useCasePapers(about: Case, sealed: readonly EvidenceItem[], person: string): CasePaperwork {
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const [order, setOrder] = useState<Order | null>(null);
  const run = (work: () => Promise<void>) => {
    if (making) return;
    setMaking(true);
    setFailure(null);
    setMade(null);
    work()
      .catch((error) => setFailure(failureText(error)))
      .finally(() => setMaking(false));
  };
  const write = async ({ kind, format, paper }: Order, answers: ReadonlyMap<string, string>) => {
    const { casePaperFile } = await library();
    const file = await casePaperFile(paper, answers, format);
    const name = `${about.number || about.name || '案件'} ${CASE_PAPER_TITLES[kind]}（要素稿）.${format}`;
    const { sha256 } = await digestBlob(file);
    await addCaseEntry(about.id, {
      person,
      kind: 'note',
      text: `制作${CASE_PAPER_TITLES[kind]}要素稿，SHA-256 ${sha256}`,
    });
    saveBlob(file, name.replace(/[\\/:*?"<>|]+/g, ' '));
    setMade(name);
  };
  return {
    making,
    failure,
    made,
    asked: order && { kind: order.kind, blanks: blanksOf(order.paper) },
    make: (kind, format) =>
      run(async () => {
        const [{ casePaper }, items, { office }] = await Promise.all([
          library(),
          paperItems(sealed, false),
          readSettings(),
        ]);
        const paper = casePaper(kind, about, items, office);
        const next = { kind, format, paper };
        if (blanksOf(paper).length > 0) setOrder(next);
        else await write(next, new Map());
      }),
    answer: (answers) => {
      if (!order) return;
      setOrder(null);
      run(() => write(order, answers));
    },
    end: () => {
      setOrder(null);
      setFailure(null);
      setMade(null);
    },
  };
}
