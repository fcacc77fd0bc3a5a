import { abortable, delay, firstOf } from '../../base/abortable.ts';
import { unreadCounts } from '../../recognition/unread-words.ts';
import { readRecognition } from '../../tabs/recognition-store.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { CERTIFICATE_LIKENESS, recogniseTab } from './recognise-tab.ts';

/** Pictures that look like certificates are read before the findings are frozen, for at most this long. */
const PATIENCE_MS = 40_000;
/** Time that a frame's report takes to arrive after its last picture was read. */
const REPORT_MS = 700;

/**
 * Has the pictures of the tab read that look like certificates, so that what they say is frozen with the rest. What was not
 * read, and why, is said in the record.
 */
export async function readPictures(run: CaptureRun): Promise<void> {
  const budget = AbortSignal.timeout(PATIENCE_MS);
  const signal = firstOf(run.signal, budget);
  try {
    await abortable(recogniseTab(run.tabId, CERTIFICATE_LIKENESS, signal), signal);
  } catch (error) {
    if (!budget.aborted || run.signal.aborted) throw error;
  }
  const progress = await readRecognition(run.tabId);
  if (!progress) return;
  for (const { reason, count } of unreadCounts(progress.counts, progress.total - progress.done))
    await run.missed(`图片文字 ${count} 张`, `${reason}；画面中可见`);
  if (progress.done > 0) await delay(REPORT_MS, run.signal);
}
