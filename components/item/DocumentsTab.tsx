import { useState } from 'preact/hooks';
import type { BundledDocument } from '../../utils/bundle/write-bundle.ts';
import type { MadePaper } from '../../utils/evidence/record.ts';
import { t, tData } from '../../utils/i18n.ts';
import { Button } from '../Button.tsx';
import { sizeText } from '../figures.ts';
import { Note } from '../Note.tsx';
import { MadePapers } from './MadePapers.tsx';
import './documents-tab.css';

export interface DocumentsTabProps {
  /** The item is in a case, so that a transfer letter can be made. */
  inCase: boolean;
  /** Makes the papers, filled in as far as the facts go. */
  onMake: () => Promise<readonly BundledDocument[]>;
  onSave: (document: BundledDocument) => void;
  /** Papers made before, oldest first. */
  made: readonly MadePaper[];
  onCopy: (text: string) => void;
  /** The sentence for what `onMake` rejected with. */
  sentenceOf: (error: unknown) => string;
}

/** `extraction-record.docx` → 电子数据提取笔录. */
const titleOf = (name: string) => tData(`paper_${name.replace(/\.\w+$/, '').replaceAll('-', '_')}`);

/** The papers of one item; the same ones go into its bundle. */
export function DocumentsTab({ inCase, made, onMake, onSave, onCopy, sentenceOf }: DocumentsTabProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [papers, setPapers] = useState<readonly BundledDocument[] | null>(null);
  const [making, setMaking] = useState(false);
  const make = () => {
    setMaking(true);
    setProblem(null);
    onMake()
      .then(setPapers)
      .catch((error) => setProblem(sentenceOf(error)))
      .finally(() => setMaking(false));
  };
  return (
    <div class="zj-tab-scroll zj-documents">
      <Note icon="info">{t(inCase ? 'documents_hint' : 'documents_hintNoCase')}</Note>
      <div>
        <Button icon="document" busy={making} onClick={make}>
          {t('documents_make')}
        </Button>
      </div>
      {problem && (
        <Note icon="warning" tone="missing">
          {problem}
        </Note>
      )}
      <ul>
        {(papers ?? []).map((paper) => (
          <li key={paper.name}>
            <b>{titleOf(paper.name)}</b>
            <span class="zj-mono">{paper.name}</span>
            <span class="zj-secondary">{sizeText(paper.blob.size)}</span>
            <Button size="small" icon="download" onClick={() => onSave(paper)}>
              {t('documents_save')}
            </Button>
          </li>
        ))}
      </ul>
      {made.length > 0 && <MadePapers made={made} onCopy={onCopy} />}
    </div>
  );
}
