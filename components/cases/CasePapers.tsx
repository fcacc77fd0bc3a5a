import { keyOf, t } from '../../utils/base/i18n.ts';
import { CASE_PAPER_KINDS, type CasePaperKind } from '../../utils/documents/case-paper-kinds.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../utils/documents/paper-format.ts';
import { HelpLink } from '../help/HelpLink.tsx';
import '../item/documents-tab.css';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';

export interface CasePapersProps {
  /** A paper is being made. */
  making: boolean;
  onMake: (kind: CasePaperKind, format: PaperFormat) => void;
  /** The sheet for publication: how many of its pictures are read, of how many; null when none are being read. */
  reading: { done: number; total: number } | null;
  onExposure: () => void;
}

/** Papers from the facts of a case, each made when it is asked for; what the case does not know is asked first. */
export function CasePapers({ making, onMake, reading, onExposure }: CasePapersProps) {
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
        <li>
          <b>{t('exposure_title')}</b>
          <Button size="small" icon="document" busy={reading !== null} onClick={onExposure}>
            {t('documents_make_docx')}
            <span class="zj-unseen">{t('exposure_title')}</span>
          </Button>
          <HelpLink article="exposure" />
        </li>
      </ul>
      {reading && <ProgressBar value={reading.done} max={reading.total} label={t('exposure_reading')} />}
    </div>
  );
}
