import { useState } from 'preact/hooks';
import { failureText } from '../../../utils/base/failure-text.ts';
import { deleteItem, setCase, setStatus } from '../../../utils/store/evidence-store.ts';

/** One act on many items, one after the other: each has its own transaction and its own line in the log. */
export interface BulkRun {
  done: number;
  total: number;
}

/** Runs acts on the chosen items; the first that fails ends the run, and what was done before it stays done. */
export function useBulkActs(person: string) {
  const [run, setRun] = useState<BulkRun | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const each = async (itemIds: readonly string[], act: (itemId: string) => Promise<unknown>) => {
    let done = 0;
    setRun({ done, total: itemIds.length });
    try {
      for (const itemId of itemIds) {
        await act(itemId);
        done += 1;
        setRun({ done, total: itemIds.length });
      }
    } catch (error) {
      setFailure(failureText(error));
    } finally {
      setRun(null);
    }
  };
  return {
    run,
    failure,
    end: () => setFailure(null),
    file: (itemIds: readonly string[], caseId: string | undefined) =>
      each(itemIds, (id) => setCase(id, caseId, person)),
    mark: (itemIds: readonly string[], status: Parameters<typeof setStatus>[1]) =>
      each(itemIds, (id) => setStatus(id, status, person)),
    remove: (itemIds: readonly string[], reason: string) => each(itemIds, (id) => deleteItem(id, reason, person)),
  };
}
