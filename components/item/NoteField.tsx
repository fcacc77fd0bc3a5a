import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { CustodyLine } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { LogLine } from '../ui/LogLine.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import './note-field.css';

export interface NoteFieldProps {
  /** Lines of the log that are notes on the item, oldest first. */
  notes: readonly CustodyLine[];
  inputRef: Ref<HTMLTextAreaElement>;
  onNote: (text: string) => void;
}

/** A note of the check. It becomes a line of the custody log and cannot be changed afterwards. */
export function NoteField({ notes, inputRef, onNote }: NoteFieldProps) {
  const [text, setText] = useState('');
  const write = () => {
    if (text.trim() === '') return;
    onNote(text.trim());
    setText('');
  };
  return (
    <form
      class="zj-stack zj-note-field"
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
    >
      <div class="zj-note-field-head">
        <span>{t('item_note')}</span>
        <span class="zj-secondary">{t('item_noteIntoLog')}</span>
      </div>
      {notes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without focusable parts must be reachable by keys
        <ul class="zj-note-field-notes" tabIndex={0} aria-label={t('item_notes')}>
          {notes.map(({ sequence, at, detail, person }) => (
            <LogLine key={sequence} time={dateTimeText(at)} dateTime={at} act={detail} person={person} />
          ))}
        </ul>
      )}
      <TextArea
        label={t('item_note')}
        rows={2}
        value={text}
        onInput={setText}
        inputRef={inputRef}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) write();
        }}
      />
      {text.trim() !== '' && (
        <Button size="small" type="submit" keys={['Ctrl', 'Enter']}>
          {t('item_writeNote')}
        </Button>
      )}
    </form>
  );
}
