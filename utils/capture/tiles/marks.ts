import { within } from '../../base/abortable.ts';
import { sendMessage } from '../../messages/messaging.ts';
import { runInFrames } from '../network/frames.ts';
import { shownPdf } from '../network/pdf-in-tab.ts';

/** How long a frame may take to repaint, milliseconds; one that hangs must not hold the capture up. */
const PATIENCE_MS = 3000;

const tooLate = () => new Error('the frame did not answer in time');

/** Frames without our content script have no marks either. */
const hasNoMarks = (error: unknown) =>
  error instanceof Error && /No response|Receiving end does not exist|No frame|No tab/i.test(error.message);

/**
 * Takes every mark off the page, or puts them back, and waits until each frame says that it has painted.
 * @returns how many frames did not say so; their marks may still show
 * @throws DocumentGoneError
 */
export async function showMarks(tabId: number, shown: boolean): Promise<number> {
  const frames = (await shownPdf(tabId)) ? [{ frameId: 0 }] : await runInFrames(tabId, () => true);
  const answers = await Promise.allSettled(
    frames.map(({ frameId }) => within(sendMessage('setMarks', { shown }, { tabId, frameId }), PATIENCE_MS, tooLate)),
  );
  return answers.filter((answer) => answer.status === 'rejected' && !hasNoMarks(answer.reason)).length;
}
