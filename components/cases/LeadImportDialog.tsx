import { useEffect, useRef } from 'preact/hooks';
import { LEAD_COLUMNS } from '../../rules/lead-columns.ts';
import { countText, sizeText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { LeadImport } from '../../utils/casework/import-leads.ts';
import { CASE_SOURCES } from '../../utils/evidence/case.ts';
import { MappingTable } from '../register/MappingTable.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Ring } from '../ui/Ring.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import '../ui/dialog.css';
import '../register/import-dialog.css';
import { type LeadChoices, type LeadImportState, type LeadPreview, names } from './lead-import-state.ts';

export interface LeadImportDialogProps {
  state: LeadImportState;
  onChoices: (choices: LeadChoices) => void;
  onImport: () => void;
  onCancel: () => void;
}

function Form({ preview, onChoices }: { preview: LeadPreview; onChoices: LeadImportDialogProps['onChoices'] }) {
  const { choices, rows, fileName, size, format } = preview;
  const change = (part: Partial<LeadChoices>) => onChoices({ ...choices, ...part });
  return (
    <>
      <p class="zj-secondary">{[fileName, sizeText(size), t(keyOf('registerFormat', format))].join(' · ')}</p>
      <div class="zj-import-facts">
        <Field label={t('case_source')}>
          {(control) => (
            <Select
              {...control}
              value={choices.source}
              options={CASE_SOURCES.map((source) => ({ value: source, label: t(keyOf('caseSource', source)) }))}
              onChange={(source) => change({ source })}
            />
          )}
        </Field>
        <Field label={t('lead_receivedOn')} hint={t('lead_receivedOnHint')}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={choices.receivedOn}
              onInput={(receivedOn) => change({ receivedOn })}
            />
          )}
        </Field>
      </div>
      <p>{t('lead_mappingHint')}</p>
      <MappingTable
        columns={LEAD_COLUMNS}
        label={(column) => t(keyOf('lead_column', column))}
        rows={rows}
        headIndex={choices.headIndex}
        mapping={choices.mapping}
        onMapping={(mapping) => change({ mapping })}
      />
      {!names(choices.mapping) && (
        <Note icon="warning" tone="missing">
          {t('lead_nobodyNamed')}
        </Note>
      )}
    </>
  );
}

function Result({ fileName, result }: { fileName: string; result: LeadImport }) {
  const { added, merged, unread, unreadRows } = result;
  return (
    <>
      <p role="status">{t('lead_imported', fileName, countText(added), countText(merged))}</p>
      {unreadRows > 0 && (
        <Note icon="warning" tone="missing">
          <p>{t('lead_unread', countText(unreadRows))}</p>
          <ul>
            {unread.slice(0, 20).map(({ row, fault }) => (
              <li key={row}>{t('lead_unreadRow', row, t(keyOf('lead_fault', fault)))}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

/** From another system's list to leads: reading, the look at its first rows, storing, what became of it. */
export function LeadImportDialog({ state, onChoices, onImport, onCancel }: LeadImportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const ended = state.phase === 'failed' || state.phase === 'done';
  return (
    <dialog
      ref={dialog}
      class="zj-dialog zj-import"
      aria-labelledby="lead-import-title"
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
        <h2 id="lead-import-title">{t('lead_import')}</h2>
        {state.phase === 'failed' && (
          <Note icon="warning" tone="missing">
            <b>{state.fileName}</b>　{state.reason}
          </Note>
        )}
        {state.phase === 'reading' && (
          <p class="zj-line" role="status">
            <Ring /> {t('register_reading', state.fileName)}
          </p>
        )}
        {state.phase === 'storing' && (
          <div class="zj-stack">
            <p role="status">{t('lead_storing', countText(state.rows))}</p>
            <ProgressBar value={state.bytes} max={state.size} label={t('lead_import')} />
          </div>
        )}
        {state.phase === 'preview' && <Form preview={state.preview} onChoices={onChoices} />}
        {state.phase === 'done' && <Result {...state} />}
        <div class="zj-dialog-acts">
          <Button variant={state.phase === 'done' ? 'filled' : 'plain'} onClick={onCancel}>
            {t(ended ? 'close' : 'cancel')}
          </Button>
          {state.phase === 'preview' && (
            <Button
              type="submit"
              variant="filled"
              icon="upload"
              disabled={!names(state.preview.choices.mapping) || state.preview.choices.receivedOn === ''}
            >
              {t('lead_importAct')}
            </Button>
          )}
        </div>
      </form>
    </dialog>
  );
}
