import { abortable, delay, firstOf } from '../../base/abortable.ts';
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
  const broken = progress.skipped.filter(({ reason }) => reason === 'reader-broken').length;
  if (broken > 0) await run.missed(`图片文字 ${broken} 张`, '识别图片文字的模型文件缺失或损坏；画面中可见');
  const left = progress.total - progress.done + progress.skipped.length - broken;
  if (left > 0) await run.missed(`图片文字 ${left} 张`, '图片超出可识别的大小或时间，或无法读取；画面中可见');
  if (progress.done > 0) await delay(REPORT_MS, run.signal);
}
