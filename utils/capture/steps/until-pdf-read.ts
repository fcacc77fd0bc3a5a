import { delay } from '../../base/abortable.ts';
import type { PdfFacts } from '../../pdf/pdf-facts.ts';
import type { PageLack } from '../../pdf/pdf-page.ts';
import type { CaptureRun } from '../job/capture-run.ts';

/** Pages that are read as pictures are waited for before the findings are frozen, for at most this long. */
const PATIENCE_MS = 40_000;
const POLL_MS = 150;

const LACK_WORDS: Readonly<Record<PageLack, string>> = {
  'too-many': '页数超过可读取的上限；原始文件已保存',
  damaged: '该页已损坏；原始文件已保存',
  timeout: '该页在限定时间内没有读完；原始文件已保存',
  'picture-unread': '该页为图片，未能识别；画面中可见',
  stopped: '执法人员停止了读取；原始文件已保存',
};

/** Waits until the viewer has read its document, so that what it says is frozen whole. */
export async function untilPdfRead(run: CaptureRun): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    if ((await run.readReport())?.state !== 'scanning') return;
    await delay(POLL_MS, run.signal);
  }
}

/** Says in the record what of a PDF was not read, and why. */
export async function sayPdfLacks(run: CaptureRun, { failure, lacks, truncated, scripts }: PdfFacts): Promise<void> {
  if (failure)
    await run.missed(
      'PDF 的文字和各页画面',
      failure.key === 'error_pdfEncrypted' ? '文件设有打开密码，无法读取' : '文件已损坏或不完整，无法打开',
    );
  for (const { lack, pages } of lacks) await run.missed(`PDF 文字 ${pages} 页`, LACK_WORDS[lack]);
  if (truncated) await run.missed('完整的 PDF 文件', '文件没有结尾标记，可能不完整；取得的字节已全部保存');
  if (scripts) await run.missed('PDF 内脚本运行后的内容', '文件内含脚本，均未运行');
}
