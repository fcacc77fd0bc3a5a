import { t } from '../../utils/i18n.ts';
import { Toast } from '../Toast.tsx';
import type { ExportState } from './ExportBar.tsx';

/** What came of an export, where no export bar stands. */
export function ExportToast({ state, end }: { state: ExportState; end: () => void }) {
  if (state.phase === 'done')
    return (
      <Toast key={state.name} icon="shield-check" onClose={end}>
        {t('export_done')} <span class="zj-mono">{state.name}</span>
      </Toast>
    );
  if (state.phase !== 'failed') return null;
  return (
    <Toast key={state.reason} error onClose={end}>
      {state.reason}
    </Toast>
  );
}
