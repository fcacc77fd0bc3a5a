import { dateText, rowTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Thumbnail } from '../ui/Thumbnail.tsx';
import { useBlobUrl } from '../ui/use-blob-url.ts';
import { StatusChip } from './StatusChip.tsx';

export interface ItemRowProps {
  item: ItemSummary;
  /** Place in the whole list, from 0. */
  index: number;
  current: boolean;
  picked: boolean;
  /** ISO 8601 date. */
  today: string;
  compact: boolean;
  loadThumbnail: (itemId: string) => Promise<Blob | null>;
  onPoint: () => void;
  onPick: (picked: boolean) => void;
  onOpen: () => void;
}

export const rowId = (itemId: string) => `item-${itemId}`;

function Marks({ item }: { item: ItemSummary }) {
  return (
    <span class="zj-items-marks">
      {item.strong > 0 && (
        <span>
          <LevelMark kind="strong" named />
          {item.strong}
        </span>
      )}
      {item.weak > 0 && (
        <span>
          <LevelMark kind="weak" named />
          {item.weak}
        </span>
      )}
      {item.strong + item.weak === 0 && !item.unreadable && <span class="zj-secondary">{t('items_noClaims')}</span>}
    </span>
  );
}

/** What the certificates show, or in its place that files no longer match their digests. */
function CertificateResult({ item }: { item: ItemSummary }) {
  if (item.unreadable) return <span class="zj-items-damaged">{t('items_unreadable')}</span>;
  if (item.damaged.length > 0) return <span class="zj-items-damaged">{t('items_damaged')}</span>;
  if (item.missing + item.doubts === 0) return null;
  return (
    <span class="zj-items-result">
      {item.missing > 0 && <span class="zj-items-missing">{t('missingCount', item.missing)}</span>}
      {item.doubts > 0 && <span class="zj-items-doubt">{t('doubtCount', item.doubts)}</span>}
    </span>
  );
}

function DeadlineText({ deadline, today }: { deadline: NonNullable<ItemSummary['deadline']>; today: string }) {
  const date = dateText(deadline.date, today);
  if (!deadline.certain)
    return (
      <span class="zj-items-deadline" title={deadlineHint(deadline)}>
        {t('deadline_calendarUnknown')}
      </span>
    );
  return (
    <span class={`zj-items-deadline zj-items-deadline-${deadline.state}`} title={deadlineHint(deadline)}>
      {deadline.state === 'passed'
        ? t('deadline_passed', date)
        : t(deadline.extended ? 'deadline_extended' : 'deadline_until', date)}
    </span>
  );
}

/** Where the deadline comes from, and that a year's holidays are not known yet. */
function deadlineHint({ certain }: { certain: boolean }): string {
  return certain ? t('deadline_basis') : `${t('deadline_basis')} ${t('deadline_uncertain')}`;
}

/** Picking is not pointing; and a row drawn anew between a box's click and its change would take the tick back. */
const isOnCheckbox = (event: Event) => event.target instanceof Element && event.target.closest('label') !== null;

/** One item of the list. A click makes it the current row, a double click opens it. */
export function ItemRow(props: ItemRowProps) {
  const { item, index, current, picked, today, compact, loadThumbnail, onPoint, onPick, onOpen } = props;
  const thumbnail = useBlobUrl(item.id, () => loadThumbnail(item.id));
  const from = item.external ? `${t('externalPicture')} · ${item.url}` : item.host || item.url;
  const place = [item.practice && t('practice'), from, item.otherOffice, item.caseName].filter(Boolean).join(' · ');
  return (
    <tr
      id={rowId(item.id)}
      class="zj-items-row"
      aria-rowindex={index + 2}
      aria-selected={current}
      data-picked={picked}
      onClick={(event) => !isOnCheckbox(event) && onPoint()}
      onDblClick={(event) => !isOnCheckbox(event) && onOpen()}
    >
      <td>
        <Checkbox checked={picked} onChange={onPick} label={t('items_pick', item.title)} labelUnseen />
      </td>
      <td>
        <Thumbnail
          src={thumbnail ?? null}
          alt=""
          {...(compact ? { width: 48, height: 32 } : { width: 64, height: 42 })}
        />
      </td>
      <td>
        <span class="zj-items-title zj-ellipsis" title={item.title}>
          {item.title}
        </span>
        <span class="zj-items-place zj-ellipsis" title={item.url}>
          {place}
        </span>
      </td>
      <td>
        <Marks item={item} />
        <CertificateResult item={item} />
      </td>
      <td>
        <time class="zj-items-time" dateTime={item.capturedAt}>
          {item.date && rowTimeText(item.capturedAt, today)}
        </time>
      </td>
      <td>
        <StatusChip status={item.status} onSelected={current} />
        {item.deadline && <DeadlineText deadline={item.deadline} today={today} />}
      </td>
    </tr>
  );
}
