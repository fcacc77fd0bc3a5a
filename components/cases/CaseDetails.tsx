import { keyOf, t } from '../../utils/base/i18n.ts';
import { CASE_SOURCES, type Case, type CaseChange } from '../../utils/evidence/case.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import './case-details.css';
import { SpansField } from '../settings/SpansField.tsx';

export interface CaseDetailsProps {
  value: Case;
  onChange: (change: CaseChange) => void;
}

const PARTY_FIELDS = ['creditCode', 'registeredAddress', 'businessAddress', 'contact', 'icpNumber'] as const;
const LEAD_FIELDS = ['platform', 'shop', 'summary', 'outcome'] as const;
const NO_TRANSFER = { to: '', on: '', letterNumber: '', receivedBy: '' };

/** What the papers say of the party, the lead, its deadline and its transfer. */
export function CaseDetails({ value, onChange }: CaseDetailsProps) {
  const transfer = value.transfer ?? NO_TRANSFER;
  return (
    <div class="zj-case-details">
      <Field label={t('case_source')}>
        {(control) => (
          <Select
            {...control}
            value={value.source}
            options={CASE_SOURCES.map((source) => ({ value: source, label: t(keyOf('caseSource', source)) }))}
            onChange={(source) => onChange({ source })}
          />
        )}
      </Field>
      {PARTY_FIELDS.map((field) => (
        <Field key={field} label={t(`case_${field}`)}>
          {(control) => (
            <DraftInput
              {...control}
              value={value.party[field]}
              onCommit={(text) => onChange({ party: { [field]: text } })}
            />
          )}
        </Field>
      ))}
      {LEAD_FIELDS.map((field) => (
        <Field key={field} label={t(`case_${field}`)}>
          {(control) => (
            <DraftInput {...control} value={value[field]} onCommit={(text) => onChange({ [field]: text })} />
          )}
        </Field>
      ))}
      <Field label={t('case_extendedOn')} hint={t('case_extendedOnHint')}>
        {(control) => (
          <DraftInput
            {...control}
            type="date"
            value={value.extendedOn ?? ''}
            onCommit={(extendedOn) => onChange({ extendedOn })}
          />
        )}
      </Field>
      <SpansField
        label={t('case_pauses')}
        hint={t('case_pausesHint')}
        spans={value.pauses ?? []}
        onCommit={(pauses) => onChange({ pauses })}
      />
      {(['to', 'on', 'receivedBy'] as const).map((field) => (
        <Field key={field} label={t(`case_transfer_${field}`)}>
          {(control) => (
            <DraftInput
              {...control}
              type={field === 'on' ? 'date' : 'text'}
              value={transfer[field]}
              onCommit={(text) => onChange({ transfer: { ...transfer, [field]: text } })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
