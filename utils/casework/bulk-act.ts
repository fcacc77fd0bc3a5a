import type { EvidenceItem, ItemStatus } from '../evidence/record.ts';
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

/** One value of an item: how it is read, set with a line in the log, and whether it may still be had. */
interface Member<T> {
  of: (item: EvidenceItem) => T;
  set: (itemId: string, value: T, person: string, why?: string) => Promise<unknown>;
  exists?: (value: T) => Promise<boolean>;
}

/** Gives a member of an item a value; taken back, it has the one from before, unless somebody has changed it since. */
const give =
  <T>(member: Member<T>, value: T): ItemAct =>
  async (itemId, person) => {
    const before = member.of(await existing(itemId));
    if (before === value) return null;
    await member.set(itemId, value, person);
    return async (person) => {
      const item = await readItem(itemId);
      if (!item || member.of(item) !== value) return false;
      if (member.exists && !(await member.exists(before))) return false;
      await member.set(itemId, before, person, TAKEN_BACK);
      return true;
    };
  };

const CASE: Member<string | undefined> = {
  of: (item) => item.caseId,
  set: setCase,
  exists: async (caseId) => caseId === undefined || (await readCase(caseId)) !== undefined,
};

const STATUS: Member<ItemStatus> = { of: (item) => item.status, set: setStatus };

/** Files an item under a case; undefined takes it out of the one that it is in. */
export const fileUnder = (caseId: string | undefined): ItemAct => give(CASE, caseId);

/** Sets the state of an item. */
export const markAs = (status: ItemStatus): ItemAct => give(STATUS, status);

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
