import { Toast } from '../ui/Toast.tsx';
import { doneText, type ExportState } from './ExportBar.tsx';

/** What came of an export, where no export bar stands. */
export function ExportToast({ state, end }: { state: ExportState; end: () => void }) {
  if (state.phase === 'done')
    return (
      <Toast key={state.name} icon={state.damaged > 0 ? 'warning' : 'shield-check'} onClose={end}>
        {doneText(state.damaged)} <span class="zj-mono">{state.name}</span>
      </Toast>
    );
  if (state.phase !== 'failed') return null;
  return (
    <Toast key={state.reason} error onClose={end}>
      {state.reason}
    </Toast>
  );
}
