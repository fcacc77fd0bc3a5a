import { browser } from '#imports';
import type { RecordingShown } from '../../components/panel/RecordingBar.tsx';
import { useStored } from '../../utils/live/use-stored.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import { listRecordings, removeRecording } from '../../utils/store/recording-store.ts';

/** Size of the window that records, CSS px. */
const WINDOW = { width: 420, height: 320 };

export interface RecordingControl {
  shown: RecordingShown | null;
  start: (windowId: number) => Promise<unknown>;
  stop: () => Promise<unknown>;
  discard: () => Promise<unknown>;
}

/** The session recording that waits for its capture, null when there is none, and how it is steered. */
export function useRecording(): RecordingControl {
  const newest = useStored(['recording', 'item'], async () => (await listRecordings())[0] ?? null);
  return {
    shown: newest && {
      state: newest.state,
      startedAt: newest.startedAt,
      until: newest.endedAt ?? newest.lastPartAt,
    },
    start: (windowId) =>
      browser.windows.create({
        url: `${browser.runtime.getURL('/recording.html')}?window=${windowId}`,
        type: 'popup',
        ...WINDOW,
      }),
    stop: async () => newest && sendMessage('stopRecording', { id: newest.id }),
    discard: async () => newest && removeRecording(newest.id),
  };
}
