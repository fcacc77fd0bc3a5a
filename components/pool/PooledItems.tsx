import { useState } from 'preact/hooks';
import { countText, dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Chip } from '../ui/Chip.tsx';
import { Segment } from '../ui/Segment.tsx';
import { TableHead } from '../ui/TableHead.tsx';
import type { ItemPlace, PooledItem } from './pool-view.ts';

const VIEWS = ['all', 'here', 'pooled', 'from'] as const;
type View = (typeof VIEWS)[number];

/** Rows drawn at once; the list of the evidence itself has them all. */
const MOST = 300;

const isIn = (view: View, { place }: PooledItem) => view === 'all' || place.kind === view;

function PlaceChip({ place }: { place: ItemPlace }) {
  if (place.kind === 'here') return <Chip tone="outline">{t('pool_place_here')}</Chip>;
  if (place.kind === 'pooled') return <Chip tone="ok">{t('pool_place_pooled')}</Chip>;
  return <Chip tone="accent">{t('pool_place_from', place.holder)}</Chip>;
}

/** The items of this library by where they stand to the pool. */
export function PooledItems({ items }: { items: readonly PooledItem[] }) {
  const [view, setView] = useState<View>('all');
  const shown = items.filter((item) => isIn(view, item));
  return (
    <section class="zj-pool-part">
      <h2>{t('pool_items')}</h2>
      <Segment
        label={t('pool_items')}
        value={view}
        onChange={setView}
        options={VIEWS.map((value) => ({
          value,
          label: `${t(`pool_view_${value}`)} ${countText(items.filter((item) => isIn(value, item)).length)}`,
        }))}
      />
      {shown.length === 0 ? (
        <p class="zj-secondary">{t('pool_noItems')}</p>
      ) : (
        <table>
          <TableHead columns={[t('pool_itemNumber'), t('pool_itemPage'), t('pool_itemSealed'), t('pool_itemPlace')]} />
          <tbody>
            {shown.slice(0, MOST).map((item) => (
              <tr key={item.itemId}>
                <td class="zj-mono">
                  <a href={`#/items/${encodeURIComponent(item.itemId)}`}>{item.itemId}</a>
                </td>
                <td>
                  <span class="zj-ellipsis zj-pool-title">{item.title || item.host}</span>
                  <span class="zj-secondary">{item.host}</span>
                </td>
                <td>{dateTimeText(item.sealedAt)}</td>
                <td>
                  <PlaceChip place={item.place} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length > MOST && <p class="zj-secondary">{t('pool_moreItems', countText(shown.length - MOST))}</p>}
    </section>
  );
}
