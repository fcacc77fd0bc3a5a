import { useEffect, useState } from 'preact/hooks';
import type { EvidenceItem } from '../evidence/record.ts';
import { bySeal } from '../evidence/same-address.ts';
import { listItems, readItem } from '../store/evidence-store.ts';
import { onNotice } from '../store/notices.ts';

/** So many changed items at once are read as fast together with all others as one by one. */
const MOST_SINGLE = 200;

/** Whether all items are to be read again: many changed, or a notice without a key says that a back-up was taken in. */
export const isEverything = (changed: readonly string[]): boolean =>
  changed.length > MOST_SINGLE || changed.includes('');

/**
 * The list with what was read of some items since put in its place, newest first. The others stay the same objects, so that what was
 * worked out of them holds.
 * @param read by id; undefined for one that is gone
 */
export function withChanged(
  items: readonly EvidenceItem[],
  read: ReadonlyMap<string, EvidenceItem | undefined>,
): EvidenceItem[] {
  const known = new Set<string>();
  const kept = items.flatMap((item) => {
    if (!read.has(item.id)) return [item];
    known.add(item.id);
    return read.get(item.id) ?? [];
  });
  const added = [...read.values()].filter((item) => item !== undefined && !known.has(item.id)) as EvidenceItem[];
  return added.length > 0 ? [...kept, ...added].sort(bySeal) : kept;
}

/** All sealed items, newest first; null while they are read. When one changes, that one alone is read again. */
export function useItems(): readonly EvidenceItem[] | null {
  const [items, setItems] = useState<readonly EvidenceItem[] | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    const changed = new Set<string>();
    let shown: readonly EvidenceItem[] | null = null;
    let isReading = false;
    const readChanged = async (before: readonly EvidenceItem[] | null) => {
      const ids = [...changed];
      changed.clear();
      if (before === null || isEverything(ids)) return listItems();
      return withChanged(before, new Map(await Promise.all(ids.map(async (id) => [id, await readItem(id)] as const))));
    };
    const load = async () => {
      if (isReading) return;
      isReading = true;
      try {
        while ((shown === null || changed.size > 0) && !ended.signal.aborted) {
          shown = await readChanged(shown);
          if (!ended.signal.aborted) setItems(shown);
        }
      } catch (error) {
        // What was to be read is not known any more: the next change reads everything.
        shown = null;
        reportError(error);
      } finally {
        isReading = false;
      }
    };
    onNotice((notice) => {
      if (notice.kind !== 'item') return;
      changed.add(notice.key);
      void load();
    }, ended.signal);
    void load();
    return () => ended.abort();
  }, []);
  return items;
}
