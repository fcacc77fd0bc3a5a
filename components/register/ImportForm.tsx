import { REGISTER_COLUMNS, REGISTER_KINDS } from '../../rules/register-columns.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { Field } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Segment } from '../ui/Segment.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { ImportChoices, ImportPreview } from './import-state.ts';
import { MappingTable } from './MappingTable.tsx';

export interface ImportFormProps {
  preview: ImportPreview;
  hasKind: (kind: ImportChoices['kind']) => boolean;
  onChoices: (choices: ImportChoices) => void;
}

/** What the list is, of which day and from where, and which column holds what. */
export function ImportForm({ preview: { choices, rows }, hasKind, onChoices }: ImportFormProps) {
  const change = (part: Partial<ImportChoices>) => onChoices({ ...choices, ...part });
  return (
    <>
      <div class="zj-import-facts">
        <Field label={t('register_kind')}>
          {(control) => (
            <Select
              {...control}
              value={choices.kind}
              options={REGISTER_KINDS.map((kind) => ({ value: kind, label: t(keyOf('registerKind', kind)) }))}
              onChange={(kind) => change({ kind })}
            />
          )}
        </Field>
        <Field label={t('register_name')}>
          {(control) => <TextInput {...control} value={choices.name} onInput={(name) => change({ name })} />}
        </Field>
        <Field
          label={t('register_date')}
          hint={t('register_dateHint')}
          {...(choices.date === '' ? { error: t('register_dateMissing') } : {})}
        >
          {(control) => (
            <TextInput {...control} type="date" value={choices.date} onInput={(date) => change({ date })} />
          )}
        </Field>
        <Field label={t('register_sourceLabel')} hint={t('register_sourceHint')}>
          {(control) => <TextInput {...control} value={choices.source} onInput={(source) => change({ source })} />}
        </Field>
      </div>
      {hasKind(choices.kind) && (
        <Segment
          label={t('register_mode')}
          value={choices.mode}
          options={[
            { value: 'replace', label: t('register_mode_replace') },
            { value: 'add', label: t('register_mode_add') },
          ]}
          onChange={(mode) => change({ mode })}
        />
      )}
      <p>{t('register_mappingHint')}</p>
      <MappingTable
        columns={REGISTER_COLUMNS}
        label={(column) => t(keyOf('register_column', column))}
        rows={rows}
        headIndex={choices.headIndex}
        mapping={choices.mapping}
        onMapping={(mapping) => change({ mapping })}
      />
      {choices.mapping.name === undefined && (
        <Note icon="warning" tone="missing">
          {t('register_nameMissing')}
        </Note>
      )}
    </>
  );
}
