import { useEffect, useState } from 'preact/hooks';
import type { RegisterList } from '../../utils/register/register.ts';
import type { RegisterHits } from '../../utils/store/search-registers.ts';
import type { RegisterWorker } from './register-tasks.ts';

/** Typing is given this long to go on, in milliseconds. */
const TYPING_MS = 150;

/** What the lists hold of the words, once the typing rests; null without words and until the first answer. */
export function useRegisterSearch(
  worker: RegisterWorker,
  lists: readonly RegisterList[] | null,
  query: string,
): RegisterHits | null {
  const [found, setFound] = useState<RegisterHits | null>(null);
  const wanted = query.trim();
  useEffect(() => {
    if (wanted === '' || !lists) return setFound(null);
    let current = true;
    const timer = setTimeout(() => {
      worker.run('search', wanted).then((hits) => current && setFound(hits), reportError);
    }, TYPING_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [worker, lists, wanted]);
  return wanted === '' ? null : found;
}
