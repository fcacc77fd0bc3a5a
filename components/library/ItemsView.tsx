import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
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
import { type ItemFilter, NO_FILTER, toggleValue } from './filter-items.ts';
import { ItemsTools } from './ItemsTools.tsx';
import { ItemTable } from './ItemTable.tsx';
import type { ListState } from './list-address.ts';
import './items-view.css';
import type { SavedView } from '../../utils/store/settings.ts';
import { KeepingNotices, type KeepingState } from './KeepingNotices.tsx';
import { SavedViews } from './SavedViews.tsx';
import { useListChoice } from './use-list-choice.ts';

export interface ItemsViewProps {
  /** Null while the store is being read. */
  items: readonly ItemSummary[] | null;
  /** What is set in the list; the words of the search field in the top bar are part of it. */
  list: ListState;
  onList: (change: Partial<ListState>) => void;
  /** Lists under a name, to be found again. */
  views: readonly SavedView[];
  onViews: (views: readonly SavedView[]) => void;
  /** Rows of 44 px in place of 60. */
  compact: boolean;
  onCompact: (compact: boolean) => void;
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
  onDismiss: (itemIds: readonly string[], ruleId: string) => void;
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

/** The rules that found claims in some items, those in most of them first. */
function rulesOf(items: readonly ItemSummary[]): BulkActsProps['rules'] {
  const found = new Map<string, { id: string; name: string; items: number }>();
  for (const { id, name } of items.flatMap(({ rules }) => rules))
    found.set(id, { id, name, items: (found.get(id)?.items ?? 0) + 1 });
  return [...found.values()].sort((a, b) => b.items - a.items);
}

/** The evidence library: filters, list and the pane of the current item, all reachable by keys. */
export function ItemsView(props: ItemsViewProps) {
  const { items, list, onList, current, today, exporting, checking } = props;
  const choice = useListChoice(props);
  const { shown, picked, chosen, whole, isExporting } = choice;
  const setFilter = (filter: ItemFilter) => onList({ filter });
  const [filtersShown, setFiltersShown] = useState(false);
  const chosenIds = chosen.map(({ id }) => id);
  const wholeIds = whole.map(({ id }) => id);
  const empty = items !== null && shown.length === 0;
  const detail = empty ? null : props.detail;
  return (
    <div class="zj-library" data-filters={filtersShown} data-detail={detail !== null}>
      <FilterColumn
        items={items ?? []}
        filter={list.filter}
        onChange={setFilter}
        views={<SavedViews list={list} views={props.views} onList={onList} onViews={props.onViews} />}
      />
      <main class="zj-library-list">
        <ItemsTools
          shown={shown.length}
          picked={chosen.length}
          order={list.order}
          compact={props.compact}
          onCompact={props.onCompact}
          ready={items !== null}
          checking={checking}
          onPickAll={choice.pickAll}
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
          onExport={(itemIds) => !isExporting && props.onExport(itemIds)}
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
            compact={props.compact}
            gridRef={choice.grid}
            loadThumbnail={props.loadThumbnail}
            onCurrent={(itemId) => onList({ current: itemId })}
            onPick={choice.pick}
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
            onPaper: (kind, format) => props.onPaper(wholeIds, kind, format),
          }}
          acts={
            chosen.length > 0 && (
              <BulkActs
                count={chosen.length}
                cases={props.cases}
                rules={rulesOf(chosen)}
                onCase={(caseId) => props.onCase(chosenIds, caseId)}
                onNewCase={() => props.onNewCase(chosenIds)}
                onStatus={(status) => props.onStatus(chosenIds, status)}
                onDismiss={(ruleId) => props.onDismiss(chosenIds, ruleId)}
                onDelete={(reason) => props.onDelete(chosenIds, reason)}
              />
            )
          }
          onTable={() => props.onTable(wholeIds)}
          onExport={choice.exportChosen}
          onCancel={props.onCancelExport}
          onClear={choice.clear}
        />
      </main>
      {detail}
    </div>
  );
}
