import { useEffect, useState } from 'preact/hooks';
import { listCases } from '../store/cases.ts';
import { countItems } from '../store/evidence-store.ts';
import { type NoticeKind, onNotice } from '../store/notices.ts';

/**
 * What the store holds, read again whenever it says that one of the kinds changed; null until the first answer.
 * @param key names what is read; another key reads anew and gives null until then
 */
export function useStored<Value>(
  kinds: readonly NoticeKind[],
  read: () => Promise<Value>,
  key: string | number | undefined = '',
): Value | null {
  const [stored, setStored] = useState<{ key: string | number | undefined; value: Value } | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    let isReading = false;
    let isOld = false;
    // One reading at a time, each shown: where a change came with every item of many, only the last was, and nothing until then.
    const load = async () => {
      isOld = true;
      if (isReading) return;
      isReading = true;
      try {
        while (isOld && !ended.signal.aborted) {
          isOld = false;
          const value = await read();
          if (!ended.signal.aborted) setStored({ key, value });
        }
      } catch (error) {
        reportError(error);
      } finally {
        isReading = false;
      }
    };
    void load();
    onNotice((notice) => {
      if (kinds.includes(notice.kind)) void load();
    }, ended.signal);
    return () => ended.abort();
  }, [key]);
  return stored && stored.key === key ? stored.value : null;
}

/** How many sealed items there are, practice left out, and how many of all show `url`. */
export const useItemTally = (url: string) => useStored(['item'], () => countItems(url), url);

export const useCases = () => useStored(['case'], listCases);
