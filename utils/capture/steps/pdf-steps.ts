import { asExpectedFailure, ExpectedFailure } from '../../base/expected-failure.ts';
import { isFrameGone } from '../../messages/frame-gone.ts';
import { sendMessage } from '../../messages/messaging.ts';
import { pageName } from '../../pdf/page-name.ts';
import { MOST_PAGES } from '../../pdf/pdf-limits.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { DocumentGoneError } from '../network/frames.ts';
import { readyPdf } from '../network/pdf-in-tab.ts';

/** Bytes of drawn pages that one capture keeps; the original has them all. */
const MOST_BYTES = 400 * 1024 * 1024;

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isFrameGone(error)) throw new DocumentGoneError('the viewer was left', { cause: error });
    // An error that came through a message has lost its class.
    const expected = asExpectedFailure(error);
    throw expected ? new ExpectedFailure(expected.key, expected.values, { cause: error }) : error;
  }
}

/** Step 2 of a PDF: the file as it came, byte for byte, and its text. The viewer, which has them, keeps them itself. */
export async function pdfOriginalStep(run: CaptureRun): Promise<void> {
  const { tabId, job } = run;
  await asked(sendMessage('keepPdf', { jobId: job.id }, { tabId }));
}

/** Step 3 of a PDF: each page as a picture, drawn from the file that was kept. Pages that an interrupted run has kept stay. */
export async function pdfPagesStep(run: CaptureRun): Promise<void> {
  const { tabId, job } = run;
  const { pdf } = await readyPdf(tabId);
  const total = Math.min(pdf.pages, MOST_PAGES);
  const kept = new Map((await run.stagedList()).map(({ name, size }) => [name, size]));
  let bytes = 0;
  let left = pdf.pages - total;
  for (let number = 1; number <= total; number += 1) {
    run.signal.throwIfAborted();
    await run.ensureDocument();
    if (bytes > MOST_BYTES) {
      left += total - number + 1;
      break;
    }
    const name = pageName(number);
    if (!kept.has(name)) {
      const drawn = await asked(sendMessage('keepPdfPage', { jobId: job.id, number }, { tabId }));
      if (!drawn) await run.missed(`PDF 第 ${number} 页的画面`, '该页已损坏或绘制超时；原始文件已保存');
      for (const { name, size } of await run.stagedList()) kept.set(name, size);
    }
    bytes += kept.get(name) ?? 0;
    await run.changeStep('tiles', { done: number, total });
  }
  if (left > 0) await run.missed(`PDF ${left} 页的画面`, '页数或大小超过绘制的上限；原始文件已保存');
}
