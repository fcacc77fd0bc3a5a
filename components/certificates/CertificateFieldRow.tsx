import { useState } from 'preact/hooks';
import type { CertificateField, MissingReason } from '../../rules/papers/certificate-terms.ts';
import { t } from '../../utils/base/i18n.ts';
import type { FieldValue } from '../../utils/certificate/certificate.ts';
import { NUMBER_FIELDS, WEAK } from '../../utils/certificate/doubtful-numbers.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PictureView } from '../ui/PictureView.tsx';
import type { PictureArea, ShownPicture } from '../ui/shown-picture.ts';
import { TextInput } from '../ui/TextInput.tsx';
import type { FieldStatus } from './field-status.ts';

const MARK = { present: 'check-circle', missing: 'circle', doubt: 'question' } as const;

const MONOSPACED: ReadonlySet<CertificateField> = new Set(NUMBER_FIELDS);

export interface CertificateFieldRowProps {
  field: CertificateField;
  status: FieldStatus;
  value: FieldValue | undefined;
  /** Why a required field is missing. */
  reason?: MissingReason | undefined;
  /** What a person put in place of the reading; the reading stays beside it. */
  correction?: string | undefined;
  /** The picture it was read from: its place in it is shown beside the value. */
  picture?: ShownPicture | undefined;
  /** Its place in the picture was pointed at, or it was. */
  chosen?: boolean;
  onLocate?: ((field: CertificateField) => void) | undefined;
  onCorrect?: ((field: CertificateField, value: string) => void) | undefined;
}

/** The place of a value with some of what is around it, so that nothing of it is cut off. */
function around({ x, y, width, height }: PictureArea): PictureArea {
  const margin = Math.min(width, height) * 0.35;
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** A character of it is so weak that a person has to look; a number that is so is in doubt by itself. */
const isWeak = (value: FieldValue | undefined) => (value?.confidence ?? 1) < WEAK;

/** One field: ring with tick, dashed or with a question mark, label, value as printed, and the word for a fault. */
export function CertificateFieldRow(props: CertificateFieldRowProps) {
  const { field, status, value, correction, reason, onLocate, onCorrect } = props;
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
            if (draft.trim() !== (shown ?? '') || value?.doubtful) onCorrect?.(field, draft.trim());
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
    <span class="zj-cert-none">{t(reason && reason !== 'absent' ? `fieldNotFound_${reason}` : 'fieldNotFound')}</span>
  );
  return (
    <li
      class={`zj-cert-field zj-cert-${status}`}
      data-chosen={props.chosen ?? false}
      ref={(row) => {
        if (props.chosen) row?.scrollIntoView({ block: 'nearest' });
      }}
    >
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
        {props.picture && value?.box && (
          <PictureView
            class="zj-cert-crop"
            picture={props.picture}
            area={around(value.box)}
            alt={t('fieldInPicture', label)}
          />
        )}
        {value?.mended && <span class="zj-cert-reading">{t('fieldMended', value.raw)}</span>}
        {isWeak(value) && <span class="zj-cert-reading">{t('lowConfidence')}</span>}
        {correction !== undefined && correction !== value?.value && (
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
        <Chip>{t(correction === value?.value ? 'comparedWithPicture' : 'corrected')}</Chip>
      ) : (
        status !== 'present' && <Chip tone={status}>{t(`fieldStatus_${status}`)}</Chip>
      )}
    </li>
  );
}
