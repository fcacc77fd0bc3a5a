import { browser } from '#imports';
import type { PageFacts } from '../../reports/page-facts.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { runInPage } from '../network/frames.ts';

/** What the record names when it was not so. */
const STEADY_WIDTH = '自始至终不变的窗口宽度';

/** A panel that was opened and closed again between two moments of reading the page shows here: the browser's own figure, which no shot changes. */
const tabWidth = async (tabId: number): Promise<number> => (await browser.tabs.get(tabId)).width ?? 0;

const sayWidth = (run: CaptureRun, before: number, after: number): Promise<void> =>
  run.missed(
    STEADY_WIDTH,
    `由 ${before} 像素变为 ${after} 像素（如打开了侧边栏或改动了缩放），网页可能重新排版，各块画面之间以及与开始时的画面可能不一致`,
  );

/**
 * Names in the record when the page's part of the window is not as wide as at the beginning of the capture: what is drawn then is laid out
 * otherwise.
 * @throws DocumentGoneError, PageHungError
 */
export async function compareWidth(run: CaptureRun): Promise<void> {
  const { viewport } = await run.stagedJson<PageFacts>('metadata.json');
  const width = await runInPage(run.tabId, () => innerWidth);
  if (width !== viewport.width) await sayWidth(run, viewport.width, width);
}

/** Watches the width from now on; what is returned is called after each picture and names the first change. */
export async function watchWidth(run: CaptureRun): Promise<() => Promise<void>> {
  const before = await tabWidth(run.tabId);
  let isSteady = true;
  return async () => {
    if (!isSteady) return;
    const now = await tabWidth(run.tabId);
    isSteady = now === before;
    if (!isSteady) await sayWidth(run, before, now);
  };
}
