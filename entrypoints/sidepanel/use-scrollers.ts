import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { sendMessage } from '../../utils/messages/messaging.ts';
import type { OfferedScroller } from '../../utils/reports/offered-scroller.ts';

export interface Scrollers {
  found: readonly OfferedScroller[];
  /** Looks again: pages build and drop such parts while they are used. */
  look: () => void;
}

/** The parts of the page in view that scroll by themselves; a page that cannot be asked has none. */
export function useScrollers(tabId: number | undefined, documentKey: string | undefined): Scrollers {
  const [found, setFound] = useState<readonly OfferedScroller[]>([]);
  const asked = useRef(0);
  const look = useCallback(() => {
    asked.current += 1;
    const now = asked.current;
    if (tabId === undefined) return setFound([]);
    sendMessage('findScrollers', { tabId })
      .catch(() => [])
      .then((scrollers) => now === asked.current && setFound(scrollers));
  }, [tabId]);
  useEffect(look, [look, documentKey]);
  return { found, look };
}
