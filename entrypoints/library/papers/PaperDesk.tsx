import { PaperForm } from '../../../components/documents/PaperForm.tsx';
import { Toast } from '../../../components/ui/Toast.tsx';
import { keyOf, t } from '../../../utils/base/i18n.ts';
import type { Paperwork } from './use-paperwork.ts';

/** What making papers shows over a screen: the one form, why a paper could not be made, or under which name it was saved. */
export function PaperDesk({ paperwork }: { paperwork: Paperwork }) {
  const { asked, failure, made } = paperwork;
  return (
    <>
      {asked && (
        <PaperForm
          title={t(keyOf('paper', asked.order.kind))}
          blanks={asked.blanks}
          before={asked.before}
          onMake={paperwork.answer}
          onClose={paperwork.end}
        />
      )}
      {failure && (
        <Toast key={failure} error onClose={paperwork.end}>
          {failure}
        </Toast>
      )}
      {made && (
        <Toast key={made} icon="document" onClose={paperwork.end}>
          {t('documents_made_toast', made)}
        </Toast>
      )}
    </>
  );
}
