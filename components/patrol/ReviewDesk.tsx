import { useState } from 'preact/hooks';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { type PatrolEntry, REVIEWS, type Review } from '../../utils/patrol/patrol.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useBlobUrl } from '../ui/use-blob-url.ts';
import { useKeys } from '../ui/use-keys.ts';
import './review-desk.css';

const KEYS: Record<Review, string> = { suspect: '1', cleared: '2', later: '3' };

export interface ReviewDeskProps {
  /** Flagged pages, heaviest first. */
  entries: readonly PatrolEntry[];
  /** The picture of an item as the page was seen; null where there is none. */
  loadPicture: (itemId: string) => Promise<Blob | null>;
  /** Answers whether the review was kept. */
  onReview: (entry: PatrolEntry, review: Review) => Promise<boolean>;
  onOpen: (entry: PatrolEntry) => void;
  onEnd: () => void;
}

function Picture({
  entry,
  loadPicture,
  hidden,
}: Pick<ReviewDeskProps, 'loadPicture'> & { entry: PatrolEntry; hidden?: boolean }) {
  const itemId = entry.outcome?.evidence ?? null;
  const src = useBlobUrl(itemId, () => loadPicture(itemId!));
  if (hidden) return src ? <img src={src} alt="" hidden /> : null;
  if (itemId === null) return <EmptyState icon="picture" title={t('patrol_reviewNoPicture')} />;
  return src ? <img src={src} alt={entry.outcome?.title ?? entry.url} /> : null;
}

/** Page after page with one key each; the picture of the next one is there before it is asked for. */
export function ReviewDesk({ entries, loadPicture, onReview, onOpen, onEnd }: ReviewDeskProps) {
  // A key counts for the page that is seen: the next one comes at once, not when the store has answered.
  const [answered, setAnswered] = useState<ReadonlySet<number>>(new Set());
  const open = entries.filter(({ number, review }) => review === undefined && !answered.has(number));
  const answer = async (entry: PatrolEntry, review: Review) => {
    setAnswered((before) => new Set(before).add(entry.number));
    if (await onReview(entry, review)) return;
    setAnswered((before) => new Set([...before].filter((number) => number !== entry.number)));
  };
  const [entry, next] = open;
  useKeys((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return onEnd();
    if (!entry) return;
    if (event.key === 'o') return onOpen(entry);
    const review = REVIEWS.find((each) => KEYS[each] === event.key);
    if (!review) return;
    event.preventDefault();
    void answer(entry, review);
  });
  if (!entry)
    return (
      <EmptyState
        icon="check-circle"
        title={t('patrol_reviewDone')}
        action={<Button onClick={onEnd}>{t('patrol_view_flagged')}</Button>}
      />
    );
  return (
    <div class="zj-pane zj-review">
      <header>
        <span class="zj-secondary">{t('patrol_reviewPlace', entries.length - open.length + 1, entries.length)}</span>
        <b class="zj-ellipsis">{entry.outcome?.title || entry.url}</b>
        <span class="zj-ellipsis zj-secondary">{entry.url}</span>
        <span class="zj-review-acts">
          {REVIEWS.map((review) => (
            <Button key={review} keys={[KEYS[review]]} onClick={() => void answer(entry, review)}>
              {t(keyOf('patrol_review', review))}
            </Button>
          ))}
          <Button icon="external" keys={['O']} onClick={() => onOpen(entry)}>
            {t('patrol_open')}
          </Button>
        </span>
      </header>
      <p class="zj-review-phrases">
        {(entry.outcome?.phrases ?? []).map((phrase) => (
          <Chip key={phrase} tone="missing">
            {phrase}
          </Chip>
        ))}
      </p>
      <div class="zj-review-picture">
        <Picture key={entry.number} entry={entry} loadPicture={loadPicture} />
        {next && <Picture key={`next-${next.number}`} entry={next} loadPicture={loadPicture} hidden />}
      </div>
    </div>
  );
}
