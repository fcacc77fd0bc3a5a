import { useEffect, useState } from 'preact/hooks';
import { addressOf } from '../evidence/same-address.ts';
import { listCases } from '../store/cases.ts';
import { listItems } from '../store/evidence-store.ts';
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
    let asked = 0;
    const load = () => {
      const mine = ++asked;
      read().then((value) => {
        if (!ended.signal.aborted && mine === asked) setStored({ key, value });
      }, reportError);
    };
    load();
    onNotice((notice) => {
      if (kinds.includes(notice.kind)) load();
    }, ended.signal);
    return () => ended.abort();
  }, [key]);
  return stored && stored.key === key ? stored.value : null;
}

/** How many sealed items there are, and how many of them show `url`. */
export const useItemTally = (url: string) =>
  useStored(
    ['item'],
    async () => {
      const items = await listItems();
      return { all: items.length, ofPage: items.filter((item) => addressOf(item) === url).length };
    },
    url,
  );

export const useCases = () => useStored(['case'], listCases);
