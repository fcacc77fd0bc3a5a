import { useEffect, useRef, useState } from 'preact/hooks';
import { verifyItem } from '../../../utils/store/evidence-store.ts';

/** Re-hashing of several items, one after the other. */
export interface Check {
  /** Items checked; null when nothing runs. */
  progress: { done: number; total: number } | null;
  start: (itemIds: readonly string[]) => void;
}

/** Re-hashes items on demand; what is under way ends with the page. */
export function useCheck(person: string): Check {
  const [progress, setProgress] = useState<Check['progress']>(null);
  const ended = useRef(new AbortController());
  useEffect(() => () => ended.current.abort(), []);
  const run = async (itemIds: readonly string[]) => {
    const { signal } = ended.current;
    for (const [done, id] of itemIds.entries()) {
      setProgress({ done, total: itemIds.length });
      await verifyItem(id, { person, signal });
    }
  };
  return {
    progress,
    start: (itemIds) => {
      if (progress) return;
      run(itemIds)
        .finally(() => setProgress(null))
        .catch((error) => {
          if (!ended.current.signal.aborted) reportError(error);
        });
    },
  };
}
