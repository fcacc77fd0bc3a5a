import { abortable, within } from '../../base/abortable.ts';
import type { ChosenScroller } from '../../evidence/capture-job.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { rememberScroll } from '../tiles/frame-scroll.ts';
import { ScrollerGoneError } from '../tiles/inner-scroller.ts';
import { type LazyScroll, scrollThrough } from '../tiles/lazy-scroll.ts';
import { partPrefix } from '../tiles/take-tiles.ts';
import { scrollThroughInner } from '../tiles/tiles-of-scroller.ts';
import { ArchiveError, archivePage, canArchive } from './archive.ts';
import { FRAME_LIMIT, type FrameSource, readSources } from './page-source.ts';

const ARCHIVE = 'MHTML 网页存档';

/** The browser asks the page for its parts: one that hangs meanwhile never gives them, in milliseconds. */
const ARCHIVE_MS = 120_000;
const noArchive = () => new ArchiveError(`no answer within ${ARCHIVE_MS / 1000} s`);

/** A part that was chosen is scrolled through like the page. One that is gone by now is said to be missed where it would be shot. */
async function loadInnerContent(run: CaptureRun, chosen: ChosenScroller, part: number): Promise<void> {
  const bounds = run.settings.lazyScroll;
  try {
    const scroll = await scrollThroughInner(run.tabId, chosen, bounds, run.signal);
    await run.stageJson(
      {
        name: `page/lazy-scroll-${partPrefix(part)}.json`,
        role: 'metadata',
        method: `截取之前自上而下滚动一遍滚动区域 ${part} 以载入延迟内容的记录`,
      },
      { bounds, ...scroll },
    );
    await sayBound(run, scroll.ended, `滚动区域 ${part} 中`);
  } catch (error) {
    if (!(error instanceof ScrollerGoneError)) throw error;
  }
}

async function sayBound(run: CaptureRun, ended: LazyScroll['ended'], where = ''): Promise<void> {
  const { maxScreens, maxSeconds } = run.settings.lazyScroll;
  if (ended === 'end') return;
  const bound = ended === 'screens' ? `${maxScreens} 屏` : `${maxSeconds} 秒`;
  await run.missed(`${where}需继续滚动才载入的内容`, `按设置滚动到 ${bound} 为止`);
}

async function loadLazyContent(run: CaptureRun): Promise<void> {
  const { maxScreens, maxSeconds } = run.settings.lazyScroll;
  const scroll: LazyScroll = await abortable(scrollThrough(run.tabId, { maxScreens, maxSeconds }), run.signal);
  await run.stageJson(
    { name: 'page/lazy-scroll.json', role: 'metadata', method: '截取整页之前自上而下滚动一遍以载入延迟内容的记录' },
    { bounds: { maxScreens, maxSeconds }, ...scroll },
  );
  await sayBound(run, scroll.ended);
  if (scroll.pendingPictures > 0) await run.missed(`图片 ${scroll.pendingPictures} 张`, '在限定时间内没有载入');
}

async function stageSources(run: CaptureRun, sources: readonly FrameSource[]): Promise<void> {
  for (const [index, source] of sources.slice(0, FRAME_LIMIT).entries()) {
    const name = index === 0 ? 'page/source.html' : `page/frame-${String(index).padStart(3, '0')}.html`;
    const method = `网页脚本运行后的 HTML，按浏览器内存中的文档写出${index === 0 ? '' : `；框架地址 ${source.url.slice(0, 300)}`}`;
    await run.stage({ name, role: 'source', mediaType: 'text/html', method }, new Blob([source.html]));
  }
  const text = sources.map(({ url, text }) => `【${url}】\n${text}\n`).join('\n');
  await run.stage(
    { name: 'page/text.txt', role: 'text', mediaType: 'text/plain', method: '网页中显示的文字，各框架依次列出' },
    new Blob([text]),
  );
  if (sources.length > FRAME_LIMIT)
    await run.missed(`框架源代码 ${sources.length - FRAME_LIMIT} 份`, `超过 ${FRAME_LIMIT} 个框架，未逐个保存`);
}

async function stageArchive(run: CaptureRun): Promise<void> {
  if (!canArchive()) return run.missed(ARCHIVE, '此浏览器没有网页存档功能');
  try {
    const archive = await abortable(within(archivePage(run.tabId), ARCHIVE_MS, noArchive), run.signal);
    const method = '浏览器保存的 MHTML 网页存档，画布（canvas）的像素不在其中';
    await run.stage({ name: 'page/page.mhtml', role: 'archive', mediaType: 'multipart/related', method }, archive);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    await run.missed(ARCHIVE, `浏览器没有保存成功：${error.message}`);
  }
}

/** Step 2: the page as files. Lazy content is loaded first, so that archive, source and tiles show the same page. */
export async function archiveStep(run: CaptureRun): Promise<void> {
  const { mode, scrollers = [] } = run.job;
  if (mode === 'full') await loadLazyContent(run);
  if (scrollers.length > 0) await rememberScroll(run.tabId);
  for (const [index, chosen] of scrollers.entries()) await loadInnerContent(run, chosen, index + 1);
  const sources = await abortable(readSources(run.tabId), run.signal);
  await Promise.all([stageSources(run, sources), stageArchive(run)]);
}
