import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import { createTextSearch, plain, type Searched } from './text-search.ts';

/** Where in an item the words may stand: short fields that a person picks from, never page text. */
const WEIGHTS = [3, 2, 2, 2, 2, 1, 1];

/** Built once for each row: typing searches thousands of them with every key. */
const built = new WeakMap<ItemSummary, Searched>();

function searched(item: ItemSummary): Searched {
  const before = built.get(item);
  if (before) return before;
  const { owner } = item;
  const names = [
    [item.title],
    [item.host],
    item.phrases,
    [owner?.party ?? ''],
    [owner?.shop ?? ''],
    item.rules.map(({ name }) => name),
    [item.caseName ?? ''],
  ].map((texts) => texts.map(plain));
  const numbers = [item.url, item.id, ...item.certificateNumbers, owner?.number ?? '', owner?.creditCode ?? ''];
  const others = [owner?.platform ?? '', owner?.handler ?? '', ...(owner?.notes ?? [])];
  const made = { names, others: [...numbers, ...others].map(plain) };
  built.set(item, made);
  return made;
}

/** Finds items by title, site, phrases, party, shop, case, platform, handler, notes and numbers, names also by their pinyin initials. */
export const createItemSearch = (items: readonly ItemSummary[]) => createTextSearch(items, searched, WEIGHTS);
