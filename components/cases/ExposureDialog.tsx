import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { failureText } from '../../utils/base/failure-text.ts';
import { t } from '../../utils/base/i18n.ts';
import type { CoverPlace } from '../../utils/casework/cover-places.ts';
import { BlankFields } from '../documents/BlankFields.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Note } from '../ui/Note.tsx';
import '../ui/dialog.css';
import '../documents/paper-form.css';
import { CoverDesk } from './CoverDesk.tsx';
import './exposure-dialog.css';

/** A picture that may go along, and what of it is covered. */
export interface ExposurePicture {
  itemId: string;
  blob: Blob;
  width: number;
  height: number;
  places: readonly CoverPlace[];
  /** Nobody knows what stands on a picture whose text was not read: it goes along only when an officer says so. */
  unread: boolean;
  shown: boolean;
}

export interface ExposureDialogProps {
  title: string;
  /** What no record knows, in the sheet's own words. */
  blanks: readonly string[];
  pictures: readonly ExposurePicture[];
  /** Pictures of the case that were not read yet. */
  left: number;
  /** Reads some more of them. */
  onMore: () => Promise<readonly ExposurePicture[]>;
  onMake: (answers: ReadonlyMap<string, string>, pictures: readonly ExposurePicture[]) => void;
  onClose: () => void;
}

function OnePicture({ picture, onChange }: { picture: ExposurePicture; onChange: (next: ExposurePicture) => void }) {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(picture.blob);
    setSrc(url);
    return () => URL.revokeObjectURL(url);
  }, [picture.blob]);
  return (
    <section class="zj-stack">
      <Checkbox
        checked={picture.shown}
        label={t('exposure_take', picture.itemId)}
        onChange={(shown) => onChange({ ...picture, shown })}
      />
      {picture.unread && (
        <Note icon="warning" tone="missing">
          {t('exposure_unread')}
        </Note>
      )}
      {picture.shown && src && (
        <CoverDesk
          src={src}
          width={picture.width}
          height={picture.height}
          places={picture.places}
          onPlaces={(places) => onChange({ ...picture, places })}
        />
      )}
    </section>
  );
}

/** Pictures that were not read yet, and the way to them: reading takes seconds each, and most sheets show a page or two. */
function MorePictures({ left, onMore }: { left: number; onMore: () => Promise<void> }) {
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<string>();
  const read = () => {
    setReading(true);
    setFailure(undefined);
    onMore()
      .catch((error) => setFailure(failureText(error)))
      .finally(() => setReading(false));
  };
  return (
    <div>
      <Button icon="picture" busy={reading} onClick={read}>
        {t('exposure_more', left)}
      </Button>
      {failure && (
        <Note icon="warning" tone="missing">
          {failure}
        </Note>
      )}
    </div>
  );
}

/** What goes into a sheet for publication: its words that no record knows, and its pictures with what is black on them. */
export function ExposureDialog(props: ExposureDialogProps) {
  const { title, blanks, pictures: start, left, onMore, onMake, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const [pictures, setPictures] = useState(start);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="zj-dialog zj-exposure" aria-labelledby="exposure-title" onCancel={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onMake(answers, pictures);
        }}
      >
        <h2 id="exposure-title">{title}</h2>
        <p class="zj-secondary">{t('exposure_lead')}</p>
        <div class="zj-paper-form-fields">
          <BlankFields blanks={blanks} answers={answers} onAnswers={setAnswers} />
          {pictures.length === 0 && <p class="zj-secondary">{t('exposure_noPictures')}</p>}
          {pictures.map((picture, index) => (
            <OnePicture
              key={picture.itemId}
              picture={picture}
              onChange={(next) => setPictures((all) => all.map((each, place) => (place === index ? next : each)))}
            />
          ))}
          {left > 0 && (
            <MorePictures
              left={left}
              onMore={async () => {
                const more = await onMore();
                setPictures((all) => [...all, ...more]);
              }}
            />
          )}
        </div>
        <div class="zj-dialog-acts">
          <Button variant="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="filled" icon="document">
            {t('exposure_make')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
