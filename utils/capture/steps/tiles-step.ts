import type { PageFacts } from '../../reports/page-facts.ts';
import type { CaptureRun, Method } from '../job/capture-run.ts';
import { DebuggerRefusedError, type DebuggerSession, hasDebugger, withDebugger } from '../network/debugger-session.ts';
import { TlsUnseenError, tlsByDebugger } from '../network/tls-by-debugger.ts';
import { stageTls, TLS_CHAIN } from '../network/tls-facts.ts';
import { dropTiles, keepTiles, type Measure, measureOf } from '../tiles/kept-tiles.ts';
import type { TileReport, TileShooter } from '../tiles/take-tiles.ts';
import { bandsWithText } from '../tiles/text-bands.ts';
import { isSound } from '../tiles/tile-check.ts';
import type { Region } from '../tiles/tile-plan.ts';
import { debuggerTiles, ViewMovedError } from '../tiles/tiles-by-debugger.ts';
import { canCaptureRect, rectTiles } from '../tiles/tiles-by-rect.ts';
import { restoreScroll, ScrollRefusedError, scrollTiles } from '../tiles/tiles-by-scroll.ts';
import { compareWidth } from '../tiles/width-watch.ts';
import { sayHidden, takeScrollers } from './scroller-tiles-step.ts';

const TILE_RECORD = 'screenshot/tiles.json';

/** Prepared tiles of the page itself, taken into the capture. */
const take = async (run: CaptureRun, method: Method, prepared: { shooter: TileShooter; plan: Region[] }) =>
  keepTiles(run, method, prepared, await bandsWithText(run.tabId));

const byDebugger = (run: CaptureRun, measure: Measure): Promise<TileReport[]> =>
  withDebugger(run.tabId, run.signal, async (session) => {
    const [reports] = await Promise.all([shootAll(run, session, measure), lookAtTls(run, session)]);
    return reports;
  });

async function shootAll(run: CaptureRun, session: DebuggerSession, measure: Measure): Promise<TileReport[]> {
  try {
    return await take(run, 'debugger', await debuggerTiles(session, run.signal, measure, false));
  } catch (error) {
    if (!(error instanceof ViewMovedError)) throw error;
  }
  await dropTiles(run);
  const prepared = await debuggerTiles(session, run.signal, measure, true);
  if (!prepared.settled) await run.missed('静止的窗口高度', '截取整页时窗口高度一直在变化');
  return take(run, 'debugger', prepared);
}

/** The session is there: the certificates of the page's server are looked at beside the shots. */
async function lookAtTls(run: CaptureRun, session: DebuggerSession): Promise<void> {
  if (!run.job.url.startsWith('https:')) return;
  if (!run.settings.askForChain) return run.missed(TLS_CHAIN, '设置中没有允许为此向网站另发请求');
  try {
    await stageTls(run, await tlsByDebugger(session, run.tabId, run.job.url));
  } catch (error) {
    if (!(error instanceof TlsUnseenError)) throw error;
    await run.missed(TLS_CHAIN, error.message);
  }
}

async function byScroll(run: CaptureRun, measure: Measure): Promise<TileReport[]> {
  const prepared = await scrollTiles(run.tabId, run.signal, measure, run.away);
  if (prepared.wider) await run.missed('窗口宽度以外的画面', '逐屏滚动只截取窗口宽度以内的部分');
  return take(run, 'scroll', prepared);
}

/** The tiles by the best way there is; says which ways were refused and why. */
async function takeByBestWay(run: CaptureRun, facts: PageFacts): Promise<TileReport[]> {
  const measure = await measureOf(run);
  if (canCaptureRect()) return take(run, 'capture-tab', rectTiles(run.tabId, facts, measure));
  if (run.settings.captureMethod === 'debugger' && hasDebugger() && run.job.method !== 'scroll') {
    try {
      return await byDebugger(run, measure);
    } catch (error) {
      if (!(error instanceof DebuggerRefusedError)) throw error;
      await run.ensureDocument();
      await run.missed('调试接口截图', `浏览器没有允许（${error.message}），已改为逐屏滚动截取`);
    }
  }
  return byScroll(run, measure);
}

async function sayDoubts(run: CaptureRun, reports: readonly TileReport[]): Promise<void> {
  for (const { name, check } of reports) {
    if (isSound(check)) continue;
    const reasons = [
      check.disagrees && check.shared
        ? `与上一块的重叠行有 ${((check.shared.differing / check.shared.pixels) * 100).toFixed(1)}% 像素不同，截取时网页可能在变动`
        : '',
      check.blankBands.length > 0 ? `网页有文字而画面单色，距页首 ${check.blankBands.join('、')} 像素处` : '',
      check.blackEnd ? '下沿为纯黑' : '',
    ].filter((reason) => reason !== '');
    await run.missed(`画面 ${name} 的完全核对`, `重拍两次后仍然：${reasons.join('；')}`);
  }
}

/** The whole page from its top. */
async function takePage(run: CaptureRun, facts: PageFacts): Promise<TileReport[]> {
  await restoreScroll(run.tabId, { x: 0, y: 0 });
  try {
    return await takeByBestWay(run, facts);
  } catch (error) {
    if (!(error instanceof ScrollRefusedError)) throw error;
    await run.missed('整页画面', '网页不按窗口滚动，只截取到已有的各块和当前画面');
    return [];
  }
}

/** Step 3: the whole page and the parts chosen as tiles, each checked against its neighbour and against where text is. */
export async function tilesStep(run: CaptureRun): Promise<void> {
  const facts = await run.stagedJson<PageFacts>('metadata.json');
  const reports: TileReport[] = [];
  await sayHidden(run);
  await compareWidth(run);
  try {
    if (run.job.mode === 'full') reports.push(...(await takePage(run, facts)));
    reports.push(...(await takeScrollers(run)));
    await compareWidth(run);
  } finally {
    await restoreScroll(run.tabId, facts.scroll).catch(() => undefined);
  }
  await sayDoubts(run, reports);
  await run.stageJson(
    { name: TILE_RECORD, role: 'metadata', method: '各块的区域、截取次数和逐像素比对结果' },
    { method: run.job.method ?? null, tiles: reports },
  );
}
