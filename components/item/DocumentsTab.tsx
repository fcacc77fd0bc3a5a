import { keyOf, t } from '../../utils/base/i18n.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../utils/documents/paper-format.ts';
import { PAPER_KINDS, type PaperKind } from '../../utils/documents/paper-kinds.ts';
import type { MadePaper } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { MadePapers } from './MadePapers.tsx';
import './documents-tab.css';

export interface DocumentsTabProps {
  /** The item is in a case, so that a transfer letter can be made. */
  inCase: boolean;
  /** A paper is being made. */
  making: boolean;
  /** Makes one paper; what no record knows is asked for first. */
  onMake: (kind: PaperKind, format: PaperFormat) => void;
  /** Papers made before, oldest first. */
  made: readonly MadePaper[];
  onCopy: (text: string) => void;
}

/** The papers of one item, each made when it is asked for. */
export function DocumentsTab({ inCase, making, made, onMake, onCopy }: DocumentsTabProps) {
  return (
    <div class="zj-tab-scroll zj-documents">
      <Note icon="info">{t(inCase ? 'documents_hint' : 'documents_hintNoCase')}</Note>
      <ul>
        {PAPER_KINDS.map((kind) => {
          const absent = kind === 'transfer-letter' && !inCase;
          const title = t(keyOf('paper', kind));
          return (
            <li key={kind}>
              <b>{title}</b>
              {absent && <span class="zj-secondary">{t('documents_needsCase')}</span>}
              {!absent &&
                PAPER_FORMATS.map((format) => (
                  <Button
                    key={format}
                    size="small"
                    icon={format === 'docx' ? 'document' : 'print'}
                    disabled={making}
                    {...(making ? { title: t('documents_making') } : {})}
                    onClick={() => onMake(kind, format)}
                  >
                    {t(`documents_make_${format}`)}
                    <span class="zj-unseen">{title}</span>
                  </Button>
                ))}
            </li>
          );
        })}
      </ul>
      {made.length > 0 && <MadePapers made={made} onCopy={onCopy} />}
    </div>
  );
}
