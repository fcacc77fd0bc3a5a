import { useState } from 'preact/hooks';
import { failureText } from '../../../utils/base/failure-text.ts';
import { t } from '../../../utils/base/i18n.ts';
import { dismissRule, fileUnder, type ItemAct, markAs, type Reversal } from '../../../utils/casework/bulk-act.ts';
import type { ItemStatus } from '../../../utils/evidence/record.ts';
import { deleteItem } from '../../../utils/store/evidence-store.ts';

/** How far an act on many items is. */
interface BulkRun {
  done: number;
  total: number;
}

/** What is said after an act on many items. */
interface BulkAnswer {
  /** Each answer its own, so that each is shown for its own time. */
  number: number;
  text: string;
  /** The act ended before it was through; what was done stays done. */
  failed: boolean;
  /** Takes back what was done; absent where nothing can be. */
  undo?: () => void;
}

/** As it is kept: whoever is at the desk when it is taken back stands in the log, not who was when it was done. */
interface KeptAnswer extends Omit<BulkAnswer, 'undo'> {
  reversals: readonly Reversal[];
}

/**
 * Runs one act on the chosen items, one after the other, each with its own transaction and its own line in the log, and offers to
 * take it back. The first that fails ends the run; what was done before it can be taken back all the same.
 */
export function useBulkActs(person: string) {
  const [run, setRun] = useState<BulkRun | null>(null);
  const [kept, setKept] = useState<KeptAnswer | null>(null);
  const say = (text: string, failed: boolean, reversals: readonly Reversal[] = []) =>
    setKept((last) => ({ number: (last?.number ?? 0) + 1, text, failed, reversals }));

  /** Works through all of them with progress; the sentence of what ended it early, or null. */
  const each = async <Work>(all: readonly Work[], work: (one: Work) => Promise<void>): Promise<string | null> => {
    let done = 0;
    setKept(null);
    setRun({ done, total: all.length });
    try {
      for (const one of all) {
        await work(one);
        done += 1;
        setRun({ done, total: all.length });
      }
      return null;
    } catch (error) {
      return failureText(error);
    } finally {
      setRun(null);
    }
  };

  const undo = async (reversals: readonly Reversal[]) => {
    let undone = 0;
    const failure = await each([...reversals].reverse(), async (reverse) => {
      if (await reverse(person)) undone += 1;
    });
    const changed = reversals.length - undone;
    const text = changed > 0 ? t('bulk_undoneSome', undone, changed) : t('bulk_undone', undone);
    say(failure ?? text, failure !== null);
  };

  const act = async (itemIds: readonly string[], act: ItemAct, saying: (count: number) => string) => {
    const reversals: Reversal[] = [];
    const failure = await each(itemIds, async (itemId) => {
      const reversal = await act(itemId, person);
      if (reversal) reversals.push(reversal);
    });
    const text = failure ?? (reversals.length > 0 ? saying(reversals.length) : t('bulk_nothing'));
    say(text, failure !== null, reversals);
  };

  const answerOf = ({ reversals, ...said }: KeptAnswer): BulkAnswer => ({
    ...said,
    ...(reversals.length > 0 ? { undo: () => void undo(reversals) } : {}),
  });
  return {
    run,
    answer: kept && answerOf(kept),
    end: () => setKept(null),
    /** @param name what the case is called; undefined takes the items out of theirs */
    file: (itemIds: readonly string[], caseId: string | undefined, name: string | undefined) =>
      act(itemIds, fileUnder(caseId), (count) => (name ? t('bulk_filed', count, name) : t('bulk_unfiled', count))),
    mark: (itemIds: readonly string[], status: ItemStatus) =>
      act(itemIds, markAs(status), (count) => t('bulk_marked', count, t(`status_${status}`))),
    dismiss: (itemIds: readonly string[], rule: { id: string; name: string }) =>
      act(itemIds, dismissRule(rule.id), (count) => t('bulk_dismissed', count, rule.name)),
    /** A deletion cannot be taken back. */
    remove: async (itemIds: readonly string[], reason: string) => {
      const failure = await each(itemIds, (itemId) => deleteItem(itemId, reason, person));
      say(failure ?? t('bulk_deleted', itemIds.length), failure !== null);
    },
  };
}
