import { useEffect, useState } from 'preact/hooks';
import type { RegisterHits } from '../../../utils/casework/search-registers.ts';
import type { RegisterList } from '../../../utils/lists/register.ts';
import type { RegisterWorker } from './register-tasks.ts';

/** Typing is given this long to go on, in milliseconds. */
const TYPING_MS = 150;

/** What is searched for; without hits while the lists are gone through. */
export interface RegisterSearchState {
  query: string;
  hits: RegisterHits | null;
}

/** What the lists hold of the words, once the typing rests; null without words. */
export function useRegisterSearch(
  worker: RegisterWorker,
  lists: readonly RegisterList[] | null,
  typed: string,
): RegisterSearchState | null {
  const [found, setFound] = useState<{ of: readonly RegisterList[]; query: string; hits: RegisterHits } | null>(null);
  const query = typed.trim();
  useEffect(() => {
    if (query === '' || !lists) return;
    let current = true;
    const timer = setTimeout(() => {
      worker.run('search', query).then((hits) => current && setFound({ of: lists, query, hits }), reportError);
    }, TYPING_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [worker, lists, query]);
  if (query === '') return null;
  return { query, hits: found?.of === lists && found.query === query ? found.hits : null };
}
