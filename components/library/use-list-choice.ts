import { useMemo, useRef, useState } from 'preact/hooks';
import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import { useKeys } from '../ui/use-keys.ts';
import type { ExportState } from './ExportBar.tsx';
import { clearLast } from './filter-items.ts';
import type { ListState } from './list-address.ts';
import { shownItems } from './shown-items.ts';
import { isTyping } from './typing.ts';

/** Enter or ↓ in the search field leads into the list. */
const leavesSearch = (event: KeyboardEvent) =>
  !event.isComposing && (event.key === 'Enter' || event.key === 'ArrowDown');

interface Choosing {
  items: readonly ItemSummary[] | null;
  list: ListState;
  onList: (change: Partial<ListState>) => void;
  /** The row whose pane is shown. */
  current: string | null;
  exporting: ExportState;
  onExport: (itemIds: readonly string[]) => void;
  onCancelExport: () => void;
  onEndExport: () => void;
  onOpen: (itemId: string) => void;
}

/** Which rows are shown, chosen and current, and the keys that move among them. */
export function useListChoice(props: Choosing) {
  const { items, list, onList, current, exporting } = props;
  const { filter, order, query } = list;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const grid = useRef<HTMLTableElement>(null);
  const shown = useMemo(() => shownItems(items ?? [], { filter, order, query }), [items, filter, order, query]);
  const chosen = shown.filter(({ id }) => picked.has(id));
  const whole = chosen.filter(({ damaged }) => damaged.length === 0);
  const isExporting = exporting.phase === 'writing' || exporting.phase === 'verifying';

  const pick = (itemId: string, on: boolean) =>
    setPicked((before) => new Set(on ? [...before, itemId] : [...before].filter((id) => id !== itemId)));
  const pickAll = (on: boolean) => setPicked(new Set(on ? shown.map(({ id }) => id) : []));
  const exportChosen = () => {
    const currentItem = shown.find(({ id, damaged }) => id === current && !damaged.length);
    const wanted = whole.length > 0 ? whole : currentItem ? [currentItem] : [];
    if (!isExporting && wanted.length > 0) props.onExport(wanted.map(({ id }) => id));
  };
  const step = (by: number) => {
    const index = shown.findIndex(({ id }) => id === current);
    const next = shown[Math.max(0, Math.min(shown.length - 1, index + by))];
    if (next) onList({ current: next.id });
  };
  const clear = () => {
    if (isExporting) props.onCancelExport();
    else if (exporting.phase !== 'idle') props.onEndExport();
    else if (picked.size > 0) setPicked(new Set());
    else if (query !== '') onList({ query: '' });
    else onList({ filter: clearLast(filter) });
  };
  const enterList = () => {
    grid.current?.focus();
    if (!shown.some(({ id }) => id === current)) onList({ current: shown[0]?.id ?? null });
  };

  useKeys((event) => {
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'e') exportChosen();
      else if (event.key === 'a' && !isTyping(event)) pickAll(true);
      else return;
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape') return clear();
    if (event.target instanceof Element && event.target.matches('[type=search]') && leavesSearch(event))
      return enterList();
    if (event.altKey || isTyping(event)) return;
    const onControl = event.target instanceof Element && event.target.closest('button, a, select, [role=radiogroup]');
    if (event.key === 'ArrowDown' || event.key === 'j') step(1);
    else if (event.key === 'ArrowUp' || event.key === 'k') step(-1);
    else if (event.key === ' ' && current && !onControl) pick(current, !picked.has(current));
    else if (event.key === 'Enter' && current && !onControl) props.onOpen(current);
    else return;
    event.preventDefault();
  });

  return { grid, shown, picked, chosen, whole, isExporting, pick, pickAll, exportChosen, clear };
}
