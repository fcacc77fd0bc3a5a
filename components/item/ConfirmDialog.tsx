import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { isSamePerson } from '../../utils/evidence/desk.ts';
import { CONFIRMED_POINTS, type Confirmation, type ConfirmedPoint, type Officer } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import '../ui/dialog.css';

export interface ConfirmDialogProps {
  /** Who captured it: confirms nothing of their own. */
  capturer?: Officer | undefined;
  /** The office's officers; those without name or licence number cannot confirm. */
  officers: readonly Officer[];
  /** Rejects with a sentence for the officer when it cannot be confirmed. */
  onConfirm: (confirmation: Omit<Confirmation, 'at'>) => Promise<void>;
  /** The sentence for what {@link onConfirm} rejected with. */
  sentenceOf: (error: unknown) => string;
  onClose: () => void;
}

/** A second officer says who they are and what they compared. */
export function ConfirmDialog({ capturer, officers, onConfirm, sentenceOf, onClose }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const complete = officers.filter(({ name, licence }) => name.trim() && licence.trim());
  const able = complete.filter((each) => !capturer || !isSamePerson(each, capturer));
  const nobody = capturer && complete.length ? t('confirm_onlyCapturer', capturer.name) : t('confirm_noOfficers');
  const [place, setPlace] = useState(String(able.length - 1));
  const [points, setPoints] = useState<readonly ConfirmedPoint[]>([]);
  const [remark, setRemark] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const officer = able[Number(place)];

  const confirm = async () => {
    setAsked(true);
    if (!officer || points.length === 0 || busy) return;
    setBusy(true);
    try {
      await onConfirm({ officer, points: CONFIRMED_POINTS.filter((point) => points.includes(point)), remark });
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} class="zj-dialog" aria-labelledby="confirm-title" onCancel={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <h2 id="confirm-title">{t('confirm_title')}</h2>
        <p class="zj-secondary">{t('confirm_lead')}</p>
        <Field label={t('confirm_officer')} error={officer ? undefined : nobody}>
          {(control) => (
            <Select
              {...control}
              value={place}
              options={able.map(({ name, licence }, index) => ({ value: String(index), label: `${name} ${licence}` }))}
              disabled={able.length === 0}
              onChange={setPlace}
            />
          )}
        </Field>
        <fieldset class="zj-stack zj-dialog-points">
          <legend class="zj-field-label">{t('confirm_points')}</legend>
          {CONFIRMED_POINTS.map((point) => (
            <Checkbox
              key={point}
              checked={points.includes(point)}
              label={t(`confirm_point_${point}`)}
              onChange={(on) => setPoints(on ? [...points, point] : points.filter((each) => each !== point))}
            />
          ))}
          {asked && points.length === 0 && (
            <p class="zj-field-error" role="alert">
              <Icon name="warning" size={12} />
              {t('confirm_pointsMissing')}
            </p>
          )}
        </fieldset>
        <Field label={t('confirm_remark')}>
          {(control) => <TextArea {...control} rows={2} value={remark} onInput={setRemark} />}
        </Field>
        {problem && (
          <p class="zj-dialog-warning" role="alert">
            {problem}
          </p>
        )}
        <div class="zj-dialog-acts">
          <Button variant="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" icon="shield-check" busy={busy} disabled={!officer}>
            {t('confirm_do')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
