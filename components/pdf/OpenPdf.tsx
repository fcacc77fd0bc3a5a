import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import './open-pdf.css';

/** What stands on a tab with a PDF: why nothing is read, and the one click that changes it. */
export function OpenPdf({ onOpen }: { onOpen: () => void }) {
  return (
    <div class="zj-stack zj-open-pdf">
      <Note icon="document">{t('openPdfHint')}</Note>
      <Button variant="filled" wide icon="document" onClick={onOpen}>
        {t('openPdfViewer')}
      </Button>
    </div>
  );
}
