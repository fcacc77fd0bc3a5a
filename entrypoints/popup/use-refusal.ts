import { useEffect, useState } from 'preact/hooks';
import type { CaptureRefusal } from '../../utils/evidence/capture-job.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';

/**
 * Why a capture of the tab would not start, known before the click: the panel has to be opened while the click is handled, and
 * once it opens the popup, and any sentence in it, is gone.
 * @param state whatever changes the answer: the answer is asked for again when it changes
 */
export function useRefusal(tabId: number | undefined, state: string): CaptureRefusal | null {
  const [refusal, setRefusal] = useState<CaptureRefusal | null>(null);
  useEffect(() => {
    if (tabId === undefined) return;
    let ended = false;
    sendMessage('refuseCapture', { tabId }).then((answer) => {
      if (!ended) setRefusal(answer);
    }, reportError);
    return () => {
      ended = true;
    };
  }, [tabId, state]);
  return refusal;
}
