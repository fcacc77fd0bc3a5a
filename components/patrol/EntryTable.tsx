import { useRef, useState } from 'preact/hooks';
import { dateTimeText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { PatrolEntry } from '../../utils/patrol/patrol.ts';
import { visibleWindow } from '../library/visible-window.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TableHead } from '../ui/TableHead.tsx';
import './entry-table.css';
import { reasonText, stateText } from './patrol-text.ts';

const ROW = 60;

export interface EntryTableProps {
  entries: readonly PatrolEntry[];
  onOpen: (entry: PatrolEntry) => void;
  onSettle: (entry: PatrolEntry, flagged: boolean) => void;
}

const TONES = {
  done: 'ok',
  unchanged: 'plain',
  'needs-officer': 'doubt',
  failed: 'missing',
  waiting: 'outline',
} as const;

function EntryRow({ entry, onOpen, onSettle }: { entry: PatrolEntry } & Omit<EntryTableProps, 'entries'>) {
  const { outcome, state, verdict } = entry;
  return (
    <tr>
      <td>
        <b class="zj-ellipsis">{outcome?.title || entry.url}</b>
        <span class="zj-ellipsis zj-secondary" title={entry.url}>
          {entry.url}
        </span>
      </td>
      <td>
        {outcome?.flagged && (
          <>
            <Chip tone={(outcome.strongClaims ?? 0) > 0 ? 'missing' : 'weak'}>
              {t('patrol_flagged', outcome.claims ?? 1)}
            </Chip>
            <span class="zj-ellipsis zj-secondary">{outcome.phrases?.join('、')}</span>
          </>
        )}
        {verdict && <Chip tone={verdict === 'there' ? 'missing' : 'ok'}>{t(`patrol_verdict_${verdict}`)}</Chip>}
      </td>
      <td>
        <Chip tone={TONES[state]}>{stateText(entry)}</Chip>
        <span class="zj-ellipsis zj-secondary">
          {outcome?.reason
            ? reasonText(outcome.reason)
            : outcome?.unchangedSince
              ? t('patrol_unchangedSince', dateTimeText(outcome.unchangedSince))
              : entry.review && t(keyOf('patrol_review', entry.review))}
        </span>
      </td>
      <td class="zj-secondary">{outcome && dateTimeText(outcome.visitedAt)}</td>
      <td class="zj-entries-acts">
        {outcome?.evidence && <a href={`#/items/${outcome.evidence}`}>{t('patrol_item')}</a>}
        {entry.address !== '' && (
          <Button size="small" icon="external" onClick={() => onOpen(entry)}>
            {t('patrol_open')}
          </Button>
        )}
        {state === 'needs-officer' && (
          <>
            <Button size="small" onClick={() => onSettle(entry, true)}>
              {t('patrol_settleFlagged')}
            </Button>
            <Button size="small" onClick={() => onSettle(entry, false)}>
              {t('patrol_settleClear')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

/** Addresses of a patrol and what became of them; only the rows in view are drawn. */
export function EntryTable({ entries, ...acts }: EntryTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  if (entries.length === 0) return <EmptyState icon="globe" title={t('patrol_emptyView')} />;
  const { first, last, before, after } = visibleWindow({
    count: entries.length,
    rowHeight: ROW,
    scrollTop,
    viewportHeight: scroller.current?.clientHeight ?? 900,
  });
  return (
    <div class="zj-entries" ref={scroller} onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}>
      <table aria-rowcount={entries.length}>
        <TableHead
          columns={[
            t('patrol_column_page'),
            t('patrol_column_found'),
            t('patrol_column_state'),
            t('patrol_column_time'),
            t('patrol_column_acts'),
          ]}
        />
        <tbody>
          {before > 0 && <tr style={{ height: `${before}px` }} />}
          {entries.slice(first, last).map((entry) => (
            <EntryRow key={entry.number} entry={entry} {...acts} />
          ))}
          {after > 0 && <tr style={{ height: `${after}px` }} />}
        </tbody>
      </table>
    </div>
  );
}
