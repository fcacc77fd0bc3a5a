import type { ItemStatus } from '../evidence/record.ts';
import { readCase } from '../store/cases.ts';
import { readItem, setCase, setDismissed, setStatus, UnknownItemError } from '../store/evidence-store.ts';
import { countedClaims } from './item-summary.ts';

/** Takes one act on one item back, with a line in the log; false where someone has changed it since, and it stays as it is. */
export type Reversal = (person: string) => Promise<boolean>;

/** One act on one item, with its line in the log; null where there was nothing to do. */
export type ItemAct = (itemId: string, person: string) => Promise<Reversal | null>;

/** Stands in the log before what an act that is taken back set. */
const TAKEN_BACK = '撤销批量操作：';

async function existing(itemId: string) {
  const item = await readItem(itemId);
  if (!item) throw new UnknownItemError(itemId);
  return item;
}

/** Files an item under a case; undefined takes it out of the one that it is in. */
export const fileUnder =
  (caseId: string | undefined): ItemAct =>
  async (itemId, person) => {
    const { caseId: before } = await existing(itemId);
    if (before === caseId) return null;
    await setCase(itemId, caseId, person);
    return async (person) => {
      if ((await readItem(itemId))?.caseId !== caseId) return false;
      if (before !== undefined && !(await readCase(before))) return false;
      await setCase(itemId, before, person, TAKEN_BACK);
      return true;
    };
  };

/** Sets the state of an item. */
export const markAs =
  (status: ItemStatus): ItemAct =>
  async (itemId, person) => {
    const { status: before } = await existing(itemId);
    if (before === status) return null;
    await setStatus(itemId, status, person);
    return async (person) => {
      if ((await readItem(itemId))?.status !== status) return false;
      await setStatus(itemId, before, person, TAKEN_BACK);
      return true;
    };
  };

/** Marks what one rule found in an item as false positive: each finding has its own line. */
export const dismissRule =
  (ruleId: string): ItemAct =>
  async (itemId, person) => {
    const counted = countedClaims(await existing(itemId)).filter((finding) => finding.ruleId === ruleId);
    if (counted.length === 0) return null;
    for (const { id } of counted) await setDismissed(itemId, id, true, person);
    return async (person) => {
      const dismissed = (await readItem(itemId))?.dismissed ?? [];
      const still = counted.filter(({ id }) => dismissed.includes(id));
      for (const { id } of still) await setDismissed(itemId, id, false, person);
      return still.length === counted.length;
    };
  };
