import { useEffect, useRef, useState } from 'preact/hooks';
import { hostOf } from '../../utils/base/host-of.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { LOOK_UP_OUTCOMES, type LookUpOutcome } from '../../utils/evidence/addendum.ts';
import { Button } from '../ui/Button.tsx';
import { Segment } from '../ui/Segment.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useBlobUrl } from '../ui/use-blob-url.ts';
import './look-up.css';

/** The portal's page as it was photographed. */
export interface ShownShot {
  blob: Blob;
  url: string;
  title: string;
  capturedAt: string;
}

/** What is written down of a look-up. */
export interface LookUpEntry {
  outcome: LookUpOutcome;
  note: string;
  shot?: ShownShot;
}

export interface LookUpFormProps {
  portal: string;
  /** Photographs the portal's tab; null when it could not, which the caller has told. */
  onShoot: () => Promise<ShownShot | null>;
  onSave: (entry: LookUpEntry) => void;
  onCancel: () => void;
}

/** What the officer found at the portal, with a picture of its page. It is written into the log and stays as it is. */
export function LookUpForm({ portal, onShoot, onSave, onCancel }: LookUpFormProps) {
  const [outcome, setOutcome] = useState<LookUpOutcome | null>(null);
  const [note, setNote] = useState('');
  const [shot, setShot] = useState<ShownShot | null>(null);
  const [shooting, setShooting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // It opens below what was pressed: the officer comes back from the portal to a form that is in sight.
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  const url = useBlobUrl(shot?.capturedAt ?? null, async () => shot?.blob ?? null);
  const shoot = async () => {
    setShooting(true);
    const taken = await onShoot();
    if (taken) setShot(taken);
    setShooting(false);
  };
  return (
    <form
      ref={form}
      class="zj-look-up-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome) onSave({ outcome, note: note.trim(), ...(shot ? { shot } : {}) });
      }}
    >
      <p class="zj-look-up-head">
        <span>{t('lookUp_record')}</span>
        <span class="zj-secondary">{portal}</span>
      </p>
      <Segment
        label={t('lookUp_outcome')}
        value={outcome}
        onChange={setOutcome}
        options={LOOK_UP_OUTCOMES.map((value) => ({ value, label: t(keyOf('lookUpOutcome', value)) }))}
      />
      <TextArea
        label={t('lookUp_note')}
        placeholder={t('lookUp_notePlaceholder')}
        rows={2}
        value={note}
        onInput={setNote}
      />
      <div class="zj-acts zj-look-up-shot">
        {url && <img src={url} alt={t('lookUp_shot')} />}
        <Button size="small" icon="capture" busy={shooting} onClick={shoot}>
          {t(shot ? 'lookUp_shootAgain' : 'lookUp_shoot')}
        </Button>
        <span class="zj-secondary">{shot ? t('lookUp_shotOf', hostOf(shot.url) || shot.url) : t('lookUp_noShot')}</span>
      </div>
      <div class="zj-acts zj-look-up-acts">
        <Button size="small" type="submit" disabled={shooting || outcome === null}>
          {t('lookUp_save')}
        </Button>
        <Button size="small" variant="plain" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <span class="zj-secondary">{t('lookUp_intoLog')}</span>
      </div>
    </form>
  );
}
