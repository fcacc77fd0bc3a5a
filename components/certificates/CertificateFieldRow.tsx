import { useState } from 'preact/hooks';
import type { CertificateField, FieldValue } from '../../utils/certificate/certificate.ts';
import { t } from '../../utils/i18n.ts';
import { Chip } from '../Chip.tsx';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { TextInput } from '../TextInput.tsx';
import type { FieldStatus } from './field-status.ts';

const MARK = { present: 'check-circle', missing: 'circle', doubt: 'question' } as const;

const MONOSPACED: ReadonlySet<CertificateField> = new Set(['certificateNumber', 'approvalNumber', 'creditCode']);

export interface CertificateFieldRowProps {
  field: CertificateField;
  status: FieldStatus;
  value: FieldValue | undefined;
  /** What a person put in place of the reading; the reading stays beside it. */
  correction?: string | undefined;
  onLocate?: ((field: CertificateField) => void) | undefined;
  onCorrect?: ((field: CertificateField, value: string) => void) | undefined;
}

/** One field: ring with tick, dashed or with a question mark, label, value as printed, and the word for a fault. */
export function CertificateFieldRow(props: CertificateFieldRowProps) {
  const { field, status, value, correction, onLocate, onCorrect } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const label = t(`field_${field}`);
  const shown = correction ?? value?.value;

  if (draft !== null)
    return (
      <li class="zj-cert-field">
        <Icon name="edit" />
        <span class="zj-cert-label">{label}</span>
        <form
          class="zj-cert-edit"
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.trim() !== (shown ?? '')) onCorrect?.(field, draft.trim());
            setDraft(null);
          }}
        >
          <TextInput
            label={label}
            value={draft}
            onInput={setDraft}
            inputRef={(input) => input?.focus()}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setDraft(null);
            }}
          />
          <button type="submit" class="zj-unseen">
            {t('save')}
          </button>
        </form>
      </li>
    );

  const text = shown ? (
    <span class={MONOSPACED.has(field) ? 'zj-mono' : ''}>{shown}</span>
  ) : (
    <span class="zj-cert-none">{t('fieldNotFound')}</span>
  );
  return (
    <li class={`zj-cert-field zj-cert-${status}`}>
      <Icon name={MARK[status]} label={t(`fieldStatus_${status}`)} />
      <span class="zj-cert-label">{label}</span>
      <span class="zj-cert-value">
        {value && onLocate ? (
          <button type="button" title={t('locate')} onClick={() => onLocate(field)}>
            {text}
          </button>
        ) : (
          text
        )}
        {correction !== undefined && (
          <span class="zj-cert-reading">{t('fieldReading', value?.value ?? t('none'))}</span>
        )}
      </span>
      {onCorrect && (
        <IconButton
          class="zj-cert-correct"
          icon="edit"
          size={14}
          label={t('correctField', label)}
          onClick={() => setDraft(shown ?? '')}
        />
      )}
      {correction !== undefined ? (
        <Chip>{t('corrected')}</Chip>
      ) : (
        status !== 'present' && <Chip tone={status}>{t(`fieldStatus_${status}`)}</Chip>
      )}
    </li>
  );
}
