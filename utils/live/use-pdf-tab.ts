import { useEffect, useState } from 'preact/hooks';
import { sendMessage } from '../messages/messaging.ts';
import { looksLikePdf } from '../pdf/viewer-link.ts';
import type { FollowedTab } from './use-followed-tab.ts';

/** Whether a tab shows a PDF in the browser's own viewer, which lets no extension read it. */
export function usePdfTab(tab: FollowedTab | null | undefined): boolean {
  const [isPdf, setPdf] = useState(false);
  useEffect(() => {
    setPdf(false);
    if (!tab || !/^(https?|file):/.test(tab.url)) return;
    let ended = false;
    sendMessage('refuseCapture', { tabId: tab.id }).then((refusal) => {
      if (ended) return;
      const key = refusal?.key;
      // Firefox shows PDFs in a page that says nothing of itself.
      setPdf(key === 'error_capturePdf' || (key === 'error_captureUnreadable' && looksLikePdf(tab.url)));
    }, reportError);
    return () => {
      ended = true;
    };
  }, [tab?.id, tab?.url, tab?.title]);
  return isPdf;
}
