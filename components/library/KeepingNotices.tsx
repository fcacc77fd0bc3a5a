import { useState } from 'preact/hooks';
import { dateText, sizeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import type { Keeping } from './filter-items.ts';
import './keeping-notices.css';

/** What the library knows of its own safety, beside the items. */
export interface KeepingState {
  /** Bytes; null until measured. */
  storage: { usage: number; quota: number; persisted: boolean } | null;
  /** Why the last run over the time-stamp queue left items waiting; null without a service or without a failure. */
  stampFailure: string | null;
  /** A run over the queue is under way. */
  stamping: boolean;
}

export interface KeepingNoticesProps extends KeepingState {
  items: readonly ItemSummary[];
  /** ISO 8601 date, local. */
  today: string;
  /** Narrows the list to the items in question. */
  onShow: (keeping: Keeping) => void;
  onExport: (itemIds: readonly string[]) => void;
  onStamp: () => void;
  onPersist: () => void;
}

interface Notice {
  id: string;
  tone: 'weak' | 'missing';
  text: string;
  acts: readonly { label: string; run: () => void; busy?: boolean }[];
}

/** Share of the storage from which it is said. */
const NEARLY_FULL = 0.8;

/** Lines shown before 更多: the list must not be pushed off a small screen. */
const SHOWN = 1;

/** What is wrong or undone, the gravest first. What was sealed today may still wait for its export. */
function noticesOf(props: KeepingNoticesProps): Notice[] {
  const { today, storage, stampFailure, stamping, onShow, onExport, onStamp, onPersist } = props;
  // What was sealed for practice leaves the house in no bundle and is sent to nobody.
  const items = props.items.filter(({ practice }) => !practice);
  const damaged = items.filter((item) => item.damaged.length > 0);
  const waiting = items.filter(({ exported, date, damaged }) => !exported && damaged.length === 0 && date < today);
  const oldest = waiting.map(({ date }) => date).sort()[0];
  const unstamped = items.filter(({ stamped }) => !stamped);
  const show = (keeping: Keeping) => ({ label: t('keeping_show'), run: () => onShow(keeping) });
  const notices: Notice[] = [];
  if (damaged.length > 0) {
    const acts = [show('damaged')];
    notices.push({ id: 'damaged', tone: 'missing', text: t('notice_damaged', damaged.length), acts });
  }
  if (storage && storage.quota > 0 && storage.usage / storage.quota >= NEARLY_FULL) {
    const { usage, quota } = storage;
    const text = t('storage_nearlyFull', Math.floor((usage / quota) * 100), sizeText(Math.max(0, quota - usage)));
    notices.push({ id: 'storage', tone: 'weak', text, acts: [] });
  }
  if (oldest !== undefined) {
    const text = t('notice_neverExported', waiting.length, dateText(oldest, today));
    const run = () => onExport(waiting.map(({ id }) => id));
    const acts = [show('unexported'), { label: t('notice_exportAll'), run }];
    notices.push({ id: 'unexported', tone: 'weak', text, acts });
  }
  if (stampFailure !== null && unstamped.length > 0) {
    const text = t('notice_unstamped', unstamped.length, stampFailure);
    const acts = [show('unstamped'), { label: t('stamp_retry'), run: onStamp, busy: stamping }];
    notices.push({ id: 'unstamped', tone: 'weak', text, acts });
  }
  if (storage && !storage.persisted && items.length > 0) {
    const acts = [{ label: t('settings_persist'), run: onPersist }];
    notices.push({ id: 'persist', tone: 'weak', text: t('notice_notPersisted'), acts });
  }
  return notices;
}

/** Lines over the list that say what endangers the evidence, and what to do about it. */
export function KeepingNotices(props: KeepingNoticesProps) {
  const [whole, setWhole] = useState(false);
  const notices = noticesOf(props);
  if (notices.length === 0) return null;
  const shown = whole ? notices : notices.slice(0, SHOWN);
  return (
    <section class="zj-notices" aria-label={t('notice_label')}>
      {shown.map(({ id, tone, text, acts }, index) => (
        <div key={id} class="zj-line zj-notice">
          <Note icon="warning" tone={tone}>
            {text}
          </Note>
          {acts.map(({ label, run, busy }) => (
            <Button key={label} size="small" busy={busy} onClick={run}>
              {label}
            </Button>
          ))}
          {index === 0 && notices.length > SHOWN && (
            <Button size="small" variant="plain" expanded={whole} onClick={() => setWhole(!whole)}>
              {whole ? t('notice_fewer') : t('library_more', notices.length - SHOWN)}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
