import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import type { PaperFormat } from '../../utils/documents/paper-format.ts';
import type { PaperKind } from '../../utils/documents/paper-kinds.ts';
import type { ItemStatus } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BulkActs, type BulkActsProps } from './BulkActs.tsx';
import { ExportBar, type ExportState } from './ExportBar.tsx';
import { FilterColumn } from './FilterColumn.tsx';
import { clearLast, type ItemFilter, NO_FILTER, toggleValue } from './filter-items.ts';
import { ItemsTools } from './ItemsTools.tsx';
import { ItemTable } from './ItemTable.tsx';
import type { ListState } from './list-address.ts';
import './items-view.css';
import type { SavedView } from '../../utils/store/settings.ts';
import { useKeys } from '../ui/use-keys.ts';
import { KeepingNotices, type KeepingState } from './KeepingNotices.tsx';
import { SavedViews } from './SavedViews.tsx';
import { shownItems } from './shown-items.ts';
import { isTyping } from './typing.ts';

export interface ItemsViewProps {
  /** Null while the store is being read. */
  items: readonly ItemSummary[] | null;
  /** What is set in the list; the words of the search field in the top bar are part of it. */
  list: ListState;
  onList: (change: Partial<ListState>) => void;
  /** Lists under a name, to be found again. */
  views: readonly SavedView[];
  onViews: (views: readonly SavedView[]) => void;
  /** The row whose pane is shown. */
  current: string | null;
  /** ISO 8601 date, local. */
  today: string;
  /** The pane of the current item. */
  detail: ComponentChildren;
  keeping: KeepingState;
  onStamp: () => void;
  onPersist: () => void;
  loadThumbnail: (itemId: string) => Promise<Blob | null>;
  /** Bytes of an item's artefacts. */
  sizeOf: (itemId: string) => number;
  exporting: ExportState;
  onExport: (itemIds: readonly string[]) => void;
  /** Papers are being made. */
  cases: BulkActsProps['cases'];
  /** What can be done with all chosen items, each with its line in the log. */
  onCase: (itemIds: readonly string[], caseId: string | undefined) => void;
  onNewCase: (itemIds: readonly string[]) => void;
  onStatus: (itemIds: readonly string[], status: ItemStatus) => void;
  onDelete: (itemIds: readonly string[], reason: string) => void;
  makingPapers: boolean;
  onPaper: (itemIds: readonly string[], kind: PaperKind, format: PaperFormat) => void;
  onTable: (itemIds: readonly string[]) => void;
  onCancelExport: () => void;
  onEndExport: () => void;
  /** How far re-hashing everything is; null when it is not running. */
  checking: { done: number; total: number } | null;
  onCheckAll: () => void;
  onVerifyBundle: () => void;
  onAddPictures: () => void;
  onOpen: (itemId: string) => void;
}

/** Enter or ↓ in the search field leads into the list. */
const leavesSearch = (event: KeyboardEvent) =>
  !event.isComposing && (event.key === 'Enter' || event.key === 'ArrowDown');

/** The evidence library: filters, list and the pane of the current item, all reachable by keys. */
export function ItemsView(props: ItemsViewProps) {
  const { items, list, onList, current, today, exporting, checking } = props;
  const { filter, order, query } = list;
  const setFilter = (next: ItemFilter) => onList({ filter: next });
  const onCurrent = (itemId: string | null) => onList({ current: itemId });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [filtersShown, setFiltersShown] = useState(false);
  const grid = useRef<HTMLTableElement>(null);
  const shown = useMemo(() => shownItems(items ?? [], { filter, order, query }), [items, filter, order, query]);
  const chosen = shown.filter(({ id }) => picked.has(id));
  const chosenIds = chosen.map(({ id }) => id);
  const whole = chosen.filter(({ damaged }) => damaged.length === 0);
  const running = exporting.phase === 'writing' || exporting.phase === 'verifying';

  const pick = (itemId: string, on: boolean) =>
    setPicked((before) => new Set(on ? [...before, itemId] : [...before].filter((id) => id !== itemId)));
  const pickAll = (on: boolean) => setPicked(new Set(on ? shown.map(({ id }) => id) : []));
  const exportChosen = () => {
    const currentItem = shown.find(({ id, damaged }) => id === current && !damaged.length);
    const wanted = whole.length > 0 ? whole : currentItem ? [currentItem] : [];
    if (!running && wanted.length > 0) props.onExport(wanted.map(({ id }) => id));
  };
  const step = (by: number) => {
    const index = shown.findIndex(({ id }) => id === current);
    const next = shown[Math.max(0, Math.min(shown.length - 1, index + by))];
    if (next) onCurrent(next.id);
  };
  const clear = () => {
    if (running) props.onCancelExport();
    else if (exporting.phase !== 'idle') props.onEndExport();
    else if (picked.size > 0) setPicked(new Set());
    else if (query !== '') onList({ query: '' });
    else setFilter(clearLast(filter));
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'e') exportChosen();
      else if (event.key === 'a' && !isTyping(event)) pickAll(true);
      else return;
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape') return clear();
    if (event.target instanceof Element && event.target.matches('[type=search]') && leavesSearch(event)) {
      grid.current?.focus();
      if (!shown.some(({ id }) => id === current)) onCurrent(shown[0]?.id ?? null);
      return;
    }
    if (event.altKey || isTyping(event)) return;
    const onControl = event.target instanceof Element && event.target.closest('button, a, select, [role=radiogroup]');
    if (event.key === 'ArrowDown' || event.key === 'j') step(1);
    else if (event.key === 'ArrowUp' || event.key === 'k') step(-1);
    else if (event.key === ' ' && current && !onControl) pick(current, !picked.has(current));
    else if (event.key === 'Enter' && current && !onControl) props.onOpen(current);
    else return;
    event.preventDefault();
  };
  useKeys(onKey);

  const empty = items !== null && shown.length === 0;
  const detail = empty ? null : props.detail;
  return (
    <div class="zj-library" data-filters={filtersShown} data-detail={detail !== null}>
      <FilterColumn
        items={items ?? []}
        filter={filter}
        onChange={setFilter}
        views={<SavedViews list={list} views={props.views} onList={onList} onViews={props.onViews} />}
      />
      <main class="zj-library-list">
        <ItemsTools
          shown={shown.length}
          picked={chosen.length}
          order={order}
          ready={items !== null}
          checking={checking}
          onPickAll={pickAll}
          onOrder={(next) => onList({ order: next })}
          onFilters={() => setFiltersShown(!filtersShown)}
          onVerifyBundle={props.onVerifyBundle}
          onAddPictures={props.onAddPictures}
          onCheckAll={props.onCheckAll}
        />
        <KeepingNotices
          {...props.keeping}
          items={items ?? []}
          today={today}
          onShow={(value) => setFilter(toggleValue(NO_FILTER, 'keeping', value))}
          onExport={(itemIds) => !running && props.onExport(itemIds)}
          onStamp={props.onStamp}
          onPersist={props.onPersist}
        />
        {empty ? (
          <EmptyState
            icon="search"
            title={t('items_noneMatch')}
            action={<Button onClick={() => onList({ filter: NO_FILTER, query: '' })}>{t('items_clearFilter')}</Button>}
          />
        ) : (
          <ItemTable
            items={items === null ? null : shown}
            current={current}
            picked={picked}
            today={today}
            gridRef={grid}
            loadThumbnail={props.loadThumbnail}
            onCurrent={onCurrent}
            onPick={pick}
            onOpen={props.onOpen}
          />
        )}
        <ExportBar
          picked={whole.length}
          pickedSize={whole.reduce((sum, { id }) => sum + props.sizeOf(id), 0)}
          damaged={chosen.length - whole.length}
          state={exporting}
          papers={{
            inCase: new Set(whole.map(({ caseId }) => caseId)).size === 1 && whole[0]?.caseId !== undefined,
            busy: props.makingPapers,
            onPaper: (kind, format) =>
              props.onPaper(
                whole.map(({ id }) => id),
                kind,
                format,
              ),
          }}
          acts={
            chosen.length > 0 && (
              <BulkActs
                count={chosen.length}
                cases={props.cases}
                onCase={(caseId) => props.onCase(chosenIds, caseId)}
                onNewCase={() => props.onNewCase(chosenIds)}
                onStatus={(status) => props.onStatus(chosenIds, status)}
                onDelete={(reason) => props.onDelete(chosenIds, reason)}
              />
            )
          }
          onTable={() => props.onTable(whole.map(({ id }) => id))}
          onExport={exportChosen}
          onCancel={props.onCancelExport}
          onClear={clear}
        />
      </main>
      {detail}
    </div>
  );
}
