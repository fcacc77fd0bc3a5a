import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { ItemRow, rowId } from './ItemRow.tsx';
import '../ui/table-head.css';
import './item-table.css';
import { scrollToRow, visibleWindow } from './visible-window.ts';

/** CSS px; `.zj-items-row` and the heads have the same heights. */
const ROW_HEIGHTS = { usual: 60, compact: 44 } as const;
const HEAD_HEIGHT = 28;
const SKELETON_ROWS = 8;

export interface ItemTableProps {
  /** Null while the store is being read. */
  items: readonly ItemSummary[] | null;
  current: string | null;
  picked: ReadonlySet<string>;
  today: string;
  /** Lower rows, so that more of them are in view. */
  compact: boolean;
  gridRef: Ref<HTMLTableElement>;
  loadThumbnail: (itemId: string) => Promise<Blob | null>;
  onCurrent: (itemId: string) => void;
  onPick: (itemId: string, picked: boolean) => void;
  onOpen: (itemId: string) => void;
}

/** Rows without words while the store is being read. */
function Skeleton() {
  return (
    <>
      {Array.from({ length: SKELETON_ROWS }, (_, index) => (
        <tr key={index} class="zj-items-row zj-items-skeleton">
          <td colSpan={6} />
        </tr>
      ))}
    </>
  );
}

/** Height that stands for rows which are not drawn. */
const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr>
      <td colSpan={6} style={{ height: `${height}px` }} />
    </tr>
  ) : null;

/** In place of a row that could not be drawn; its page has the ways out. */
const UndrawableRow = ({ itemId }: { itemId: string }) => (
  <tr id={rowId(itemId)} class="zj-items-row">
    <td colSpan={6}>
      <a href={`#/items/${itemId}`}>
        {itemId} <span class="zj-items-damaged">{t('items_unreadable')}</span>
      </a>
    </td>
  </tr>
);

/** The list itself: column heads, rows, windowed when long. The view around it owns the keys. */
export function ItemTable(props: ItemTableProps) {
  const { items, current, picked, today, compact, gridRef, loadThumbnail, onCurrent, onPick, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ scrollTop: 0, viewportHeight: 800 });
  const count = items?.length ?? 0;
  const rowHeight = ROW_HEIGHTS[compact ? 'compact' : 'usual'];
  const shown = visibleWindow({ count, rowHeight, ...view });
  const index = items?.findIndex(({ id }) => id === current) ?? -1;

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const resized = new ResizeObserver(() =>
      setView({ scrollTop: element.scrollTop, viewportHeight: element.clientHeight }),
    );
    resized.observe(element);
    return () => resized.disconnect();
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (!element || index < 0) return;
    const { scrollTop, clientHeight } = element;
    const viewportHeight = clientHeight - HEAD_HEIGHT;
    element.scrollTop = scrollToRow({ index, rowHeight, scrollTop, viewportHeight });
  }, [index, rowHeight]);

  const rows = (items ?? []).slice(shown.first, shown.last);
  return (
    <div
      ref={scroller}
      class={`zj-scroller zj-items ${compact ? 'zj-items-compact' : ''}`}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        setView({ scrollTop, viewportHeight: clientHeight })
      }
    >
      <table
        ref={gridRef}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows are picked by keys
        role="grid"
        tabIndex={0}
        aria-label={t('section_items')}
        aria-busy={items === null}
        aria-rowcount={count + 1}
        aria-multiselectable
        {...(index >= shown.first && index < shown.last ? { 'aria-activedescendant': rowId(current!) } : {})}
      >
        <colgroup>
          <col class="zj-items-column-pick" />
          <col class="zj-items-column-picture" />
          <col />
          <col class="zj-items-column-marks" />
          <col class="zj-items-column-time" />
          <col class="zj-items-column-status" />
        </colgroup>
        <thead class="zj-table-head">
          <tr aria-rowindex={1}>
            <th colSpan={2}>
              <span class="zj-unseen">{t('items_columnPick')}</span>
            </th>
            <th>{t('items_columnPage')}</th>
            <th>{t('items_columnMarks')}</th>
            <th>{t('items_columnTime')}</th>
            <th>{t('items_columnStatus')}</th>
          </tr>
        </thead>
        <tbody>
          {items === null && <Skeleton />}
          <Gap height={shown.before} />
          {rows.map((item, place) => (
            <Boundary key={item.id} fallback={() => <UndrawableRow itemId={item.id} />}>
              <ItemRow
                item={item}
                index={shown.first + place}
                current={item.id === current}
                picked={picked.has(item.id)}
                today={today}
                compact={compact}
                loadThumbnail={loadThumbnail}
                onPoint={() => onCurrent(item.id)}
                onPick={(on) => onPick(item.id, on)}
                onOpen={() => onOpen(item.id)}
              />
            </Boundary>
          ))}
          <Gap height={shown.after} />
        </tbody>
      </table>
    </div>
  );
}
