import { drawnBy } from '../../utils/pdf/open-pdf.ts';
import { ORIGINAL_NAME, pageName } from '../../utils/pdf/page-name.ts';
import { PAGE_PICTURE_SCALE } from '../../utils/pdf/pdf-limits.ts';
import { pageTops } from '../../utils/pdf/read-pages.ts';
import { stageArtefact } from '../../utils/store/capture-store.ts';
import type { PdfSession } from './pdf-session.ts';

const FETCHED = '另行取得：扩展不带登录信息重新请求该地址，保存应答的全部字节';
const CHOSEN = '执法人员选取的文件的全部字节';

/** Keeps the file as it came, and its text, with a capture. */
export async function keepPdf({ original, text }: PdfSession, jobId: string): Promise<void> {
  if (!original) throw new Error('the file is not there');
  const { blob, load } = original;
  await stageArtefact(
    jobId,
    {
      name: ORIGINAL_NAME,
      role: 'original',
      mediaType: 'application/pdf',
      method: load ? FETCHED : CHOSEN,
      ...(load ? { capturedAt: load.completedAt } : {}),
    },
    blob,
  );
  await stageArtefact(
    jobId,
    {
      name: 'page/text.txt',
      role: 'text',
      mediaType: 'text/plain',
      method: '原始文件各页的文字；没有文字的页为图片识别所得',
      derivedFrom: [ORIGINAL_NAME],
    },
    new Blob([text]),
  );
}

/** Draws a page and keeps its picture with a capture; false where it cannot be drawn. */
export async function keepPdfPage({ pdf, pages }: PdfSession, jobId: string, number: number): Promise<boolean> {
  const index = pages.findIndex((page) => page.number === number);
  const page = pages[index];
  if (!pdf || !page) return false;
  const canvas = document.createElement('canvas');
  try {
    await pdf.draw(number, PAGE_PICTURE_SCALE, canvas);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!picture) return false;
    await stageArtefact(
      jobId,
      {
        name: pageName(number),
        role: 'pdf-page',
        mediaType: 'image/png',
        method: `由原始文件绘制第 ${number} 页（${drawnBy}），不运行其中的脚本`,
        derivedFrom: [ORIGINAL_NAME],
        region: {
          x: 0,
          y: pageTops(pages)[index]!,
          width: page.width,
          height: page.height,
          scale: canvas.width / page.width,
        },
      },
      picture,
    );
    return true;
  } finally {
    // A canvas keeps its pixels until it is collected, which may be late.
    canvas.width = 0;
  }
}
