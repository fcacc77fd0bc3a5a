import { keyOf, t } from '../../utils/base/i18n.ts';
import { CASE_PAPER_KINDS, type CasePaperKind } from '../../utils/documents/case-paper-kinds.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../utils/documents/paper-format.ts';
import '../item/documents-tab.css';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';

export interface CasePapersProps {
  /** A paper is being made. */
  making: boolean;
  onMake: (kind: CasePaperKind, format: PaperFormat) => void;
}

/** Papers from the facts of a case, each made when it is asked for; what the case does not know is asked first. */
export function CasePapers({ making, onMake }: CasePapersProps) {
  return (
    <div class="zj-documents">
      <Note icon="info">{t('casePapers_hint')}</Note>
      <ul>
        {CASE_PAPER_KINDS.map((kind) => {
          const title = t(keyOf('casePaper', kind));
          return (
            <li key={kind}>
              <b>{title}</b>
              {PAPER_FORMATS.map((format) => (
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
    </div>
  );
}
