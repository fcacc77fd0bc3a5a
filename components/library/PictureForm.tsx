import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { PICTURE_MANNERS, type PictureManner, type StatedOrigin } from '../../utils/evidence/external-picture.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Segment } from '../ui/Segment.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import '../ui/dialog.css';

/** What an officer states of a picture; the file speaks of itself. */
export type Statement = Omit<StatedOrigin, 'fileName' | 'fileModifiedAt'>;

export interface PictureFormProps {
  /** Names of the files. */
  names: readonly string[];
  /** Local time now, `2026-11-23T10:15`: nothing was met later. */
  now: string;
  /** How far reading and sealing is; null before. */
  progress: { done: number; total: number } | null;
  /** Why some or all were not taken. */
  problems: readonly string[];
  onAdd: (stated: Statement) => void;
  onClose: () => void;
}

/** An officer says where pictures come from that no page brought; then they are read and sealed. */
export function PictureForm({ names, now, progress, problems, onAdd, onClose }: PictureFormProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [manner, setManner] = useState<PictureManner>('screenshot');
  const [where, setWhere] = useState('');
  const [when, setWhen] = useState('');
  const [from, setFrom] = useState('');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const lacks = {
    where: where.trim() === '',
    when: when === '' || when > now,
    from: manner === 'provided' && from.trim() === '',
  };
  const busy = progress !== null;
  const wrong = (lack: keyof typeof lacks, key: string) => (asked && lacks[lack] ? key : undefined);
  return (
    <dialog
      ref={dialog}
      class="zj-dialog"
      aria-labelledby="picture-title"
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (busy || Object.values(lacks).some(Boolean)) return;
          onAdd({ manner, where: where.trim(), when, from: from.trim(), note: note.trim() });
        }}
      >
        <h2 id="picture-title">{t('picture_title')}</h2>
        <p class="zj-secondary">{t('picture_lead')}</p>
        <p class="zj-ellipsis zj-mono" title={names.join('\n')}>
          {names.length === 1 ? names[0] : t('picture_files', names.length)}
        </p>
        <Segment
          label={t('picture_manner')}
          value={manner}
          onChange={setManner}
          options={PICTURE_MANNERS.map((value) => ({ value, label: t(`picture_manner_${value}`) }))}
        />
        <Field
          label={t('picture_where')}
          hint={t('picture_whereHint')}
          error={wrong('where', t('picture_whereMissing'))}
        >
          {(control) => <TextInput {...control} value={where} onInput={setWhere} />}
        </Field>
        <Field label={t('picture_when')} error={wrong('when', t('picture_whenMissing'))}>
          {(control) => <TextInput {...control} type="datetime-local" value={when} onInput={setWhen} />}
        </Field>
        <Field label={t('picture_from')} hint={t('picture_fromHint')} error={wrong('from', t('picture_fromMissing'))}>
          {(control) => <TextInput {...control} value={from} onInput={setFrom} />}
        </Field>
        <Field label={t('picture_note')}>
          {(control) => <TextArea {...control} rows={2} value={note} onInput={setNote} />}
        </Field>
        {problems.length > 0 && (
          <div role="alert">
            {problems.map((problem) => (
              <Note key={problem} icon="warning" tone="weak">
                {problem}
              </Note>
            ))}
          </div>
        )}
        {progress && <ProgressBar value={progress.done} max={progress.total} label={t('picture_reading')} />}
        <div class="zj-dialog-acts">
          <Button variant="plain" disabled={busy} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" icon="shield-check" busy={busy}>
            {t('picture_add')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
