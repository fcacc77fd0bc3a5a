import { useEffect, useRef } from 'preact/hooks';
import { countText, sizeText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Ring } from '../ui/Ring.tsx';
import '../ui/dialog.css';
import './import-dialog.css';
import { ImportForm } from './ImportForm.tsx';
import type { ImportChoices, ImportPreview, ImportState } from './import-state.ts';

export interface ImportDialogProps {
  state: ImportState;
  /** Whether a list of a kind is here that could be replaced. */
  hasKind: (kind: ImportChoices['kind']) => boolean;
  onChoices: (choices: ImportChoices) => void;
  onImport: () => void;
  onCancel: () => void;
}

function Working({ state }: { state: Extract<ImportState, { phase: 'reading' | 'storing' }> }) {
  if (state.phase === 'reading')
    return (
      <p class="zj-line" role="status">
        <Ring /> {t('register_reading', state.fileName)}
      </p>
    );
  return (
    <div class="zj-stack">
      <p role="status">
        {t(state.bytes < state.size ? 'register_storing' : 'register_finishing', countText(state.rows))}
      </p>
      <ProgressBar value={state.bytes} max={state.size} label={t('register_importing')} />
    </div>
  );
}

const FileFacts = ({ fileName, size, format }: ImportPreview) => (
  <p class="zj-secondary">{[fileName, sizeText(size), t(keyOf('registerFormat', format))].join(' · ')}</p>
);

const isComplete = ({ mapping, name, date }: ImportChoices) =>
  mapping.name !== undefined && name.trim() !== '' && date !== '';

/** From a chosen file to a list: reading, the look at its first rows, storing. */
export function ImportDialog({ state, hasKind, onChoices, onImport, onCancel }: ImportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="zj-dialog zj-import"
      aria-labelledby="import-title"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onImport();
        }}
      >
        <h2 id="import-title">{t('register_import')}</h2>
        {state.phase === 'failed' && (
          <Note icon="warning" tone="missing">
            <b>{state.fileName}</b>　{state.reason}
          </Note>
        )}
        {(state.phase === 'reading' || state.phase === 'storing') && <Working state={state} />}
        {state.phase === 'preview' && (
          <>
            <FileFacts {...state.preview} />
            <ImportForm preview={state.preview} hasKind={hasKind} onChoices={onChoices} />
          </>
        )}
        <div class="zj-dialog-acts">
          <Button variant="plain" onClick={onCancel}>
            {t(state.phase === 'failed' ? 'close' : 'cancel')}
          </Button>
          {state.phase === 'preview' && (
            <Button type="submit" variant="filled" icon="upload" disabled={!isComplete(state.preview.choices)}>
              {t('register_import')}
            </Button>
          )}
        </div>
      </form>
    </dialog>
  );
}
