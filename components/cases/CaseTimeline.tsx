import { useState } from 'preact/hooks';
import { dateTimeText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { CaseEntry, CaseStage } from '../../utils/evidence/case.ts';
import type { CustodyLine } from '../../utils/evidence/record.ts';
import { actLabel } from '../library/custody-act.ts';
import { Button } from '../ui/Button.tsx';
import { LogLine } from '../ui/LogLine.tsx';
import { TextArea } from '../ui/TextArea.tsx';

export interface CaseTimelineProps {
  entries: readonly CaseEntry[];
  /** Lines of the custody log about the case's items; null while they are read. */
  lines: readonly CustodyLine[] | null;
  onNote: (text: string) => void;
}

/** Looking and checking fill a log and say little of a case; they are left to the item's own log. */
const QUIET = new Set<CustodyLine['act']>(['viewed', 'verified']);

/** Everything that happened in the case, the newest first: stages, notes, and what was done with its evidence. */
export function CaseTimeline({ entries, lines, onNote }: CaseTimelineProps) {
  const [note, setNote] = useState('');
  const rows = [
    ...entries.map(({ at, person, kind, text }) => ({
      at,
      person,
      act: t(kind === 'note' ? 'act_noted' : 'case_stageEntered'),
      detail: kind === 'note' ? text : t(keyOf('caseStage', text as CaseStage)),
    })),
    ...(lines ?? [])
      .filter(({ act }) => !QUIET.has(act))
      .map(({ at, person, act, detail, itemId }) => ({
        at,
        person,
        act: actLabel(act),
        detail: [itemId, detail].filter(Boolean).join(' · '),
      })),
  ].sort((a, b) => b.at.localeCompare(a.at, 'en'));
  return (
    <section class="zj-case-timeline">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (note.trim() === '') return;
          onNote(note.trim());
          setNote('');
        }}
      >
        <TextArea
          label={t('case_note')}
          placeholder={t('case_notePlaceholder')}
          rows={2}
          value={note}
          onInput={setNote}
        />
        <Button type="submit" disabled={note.trim() === ''}>
          {t('case_noteAdd')}
        </Button>
      </form>
      <ul>
        {rows.map((row, index) => (
          <LogLine
            key={index}
            time={dateTimeText(row.at)}
            dateTime={row.at}
            act={row.act}
            person={row.person}
            detail={row.detail}
          />
        ))}
      </ul>
      {rows.length === 0 && <p class="zj-secondary">{t('case_timelineEmpty')}</p>}
    </section>
  );
}
