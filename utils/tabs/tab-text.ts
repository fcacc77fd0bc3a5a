import { checkedText } from '../messages/border.ts';
import { isFrameGone } from '../messages/frame-gone.ts';
import { sendMessage } from '../messages/messaging.ts';
import { MOST_TEXT } from '../reports/report-limits.ts';
import { framesOf } from './frames-of.ts';

/** A frame that is busy with the page's own work is not waited for longer, in milliseconds. */
const PATIENCE = 3_000;

const nothing = () => new Promise<string>((resolve) => setTimeout(() => resolve(''), PATIENCE));

async function frameText(tabId: number, frameId: number): Promise<string> {
  try {
    return checkedText(await Promise.race([sendMessage('readText', undefined, { tabId, frameId }), nothing()]));
  } catch (error) {
    if (isFrameGone(error)) return '';
    throw error;
  }
}

/** The text of a tab as its reader sees it: one entry a frame that says something, the top frame first. */
export async function tabText(tabId: number): Promise<string[]> {
  const frames = (await framesOf(tabId)) ?? [];
  const ids = frames.map(({ frameId }) => frameId).sort((one, other) => one - other);
  const texts = await Promise.all(ids.map((frameId) => frameText(tabId, frameId)));
  let room = MOST_TEXT;
  return texts.flatMap((text) => {
    const kept = text.slice(0, room);
    room -= kept.length;
    return kept === '' ? [] : [kept];
  });
}
