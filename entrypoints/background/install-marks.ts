import { type MarkedWords, markId } from '../../utils/judge/mark.ts';
import { checkedMarkedWords } from '../../utils/judge/mark-schema.ts';
import { isFrameGone } from '../../utils/messages/frame-gone.ts';
import { onMessage, sendMessage } from '../../utils/messages/messaging.ts';
import { dropMark, keepMark } from '../../utils/store/mark-store.ts';
import { framesOf } from '../../utils/tabs/frames-of.ts';
import { FrameUnknownError, frameOfSender, tabOfRequest } from '../../utils/tabs/message-sender.ts';

/** What came of marking words as missed: under which id they are kept, and whether the judge can learn to find them. */
export interface MissedMark {
  id: string;
  heard: boolean;
}

async function keepMissed(value: unknown): Promise<MissedMark> {
  const marked = checkedMarkedWords(value);
  return { id: await keepMark('missed', marked), heard: marked.clusters.length > 0 };
}

/** Marks what is selected in a tab as missed: in the first of its frames that has a selection. Null where none has. */
async function markSelection(tabId: number): Promise<MissedMark | null> {
  const frames = (await framesOf(tabId)) ?? [];
  for (const frameId of frames.map((frame) => frame.frameId).sort((one, other) => one - other)) {
    try {
      const marked = await sendMessage('describeSelection', undefined, { tabId, frameId });
      if (marked) return await keepMissed(marked);
    } catch (error) {
      if (!isFrameGone(error)) throw error;
    }
  }
  return null;
}

/** Keeps a false positive as a label, or takes that back; what stands in a picture has no features to learn from. */
export async function markDismissal(
  place: { tabId: number; frameId: number },
  findingId: string,
  dismissed: boolean,
): Promise<void> {
  const described: MarkedWords | null = await sendMessage('describeFinding', { findingId }, place);
  if (!described) return;
  const marked = checkedMarkedWords(described);
  if (dismissed) await keepMark('false-positive', marked);
  else await dropMark(markId('false-positive', marked));
}

/** Keeps what officers say of words that were not found. */
export function registerMarks(): void {
  onMessage('keepMissed', async ({ data, sender }) => {
    if (!frameOfSender(sender)) throw new FrameUnknownError(-1);
    return keepMissed(data);
  });
  onMessage('markSelection', ({ data, sender }) => markSelection(tabOfRequest(sender, data.tabId)));
}
