import { abortable } from '../../base/abortable.ts';
import type { ChosenScroller } from '../../evidence/capture-job.ts';
import type { OfferedScroller } from '../../reports/offered-scroller.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { rememberScroll, returnScroll } from '../tiles/frame-scroll.ts';
import { findScrollers, ScrollerGoneError, scrollInner } from '../tiles/inner-scroller.ts';
import { keepTiles, measureOf } from '../tiles/kept-tiles.ts';
import { stitchScroller } from '../tiles/stitch-scroller.ts';
import { partPrefix, type TileReport } from '../tiles/take-tiles.ts';
import { bandsWithText } from '../tiles/text-bands.ts';
import { ScrollRefusedError } from '../tiles/tiles-by-scroll.ts';
import { insetsOf, scrollerTiles } from '../tiles/tiles-of-scroller.ts';

/** What a part is called in the list of what was not captured. */
const nameOf = (part: number, frameUrl: string) =>
  `滚动区域 ${part}${frameUrl ? `（框架 ${frameUrl.slice(0, 200)}）` : ''}`;

/** The contents of the chosen parts as tiles, one part after the other, each put back to where it stood. */
export async function takeScrollers(run: CaptureRun): Promise<TileReport[]> {
  const { mode, scrollers = [] } = run.job;
  if (scrollers.length === 0) return [];
  const reports: TileReport[] = [];
  await rememberScroll(run.tabId);
  const seen = await findScrollers(run.tabId);
  try {
    for (const [index, chosen] of scrollers.entries()) {
      const name = nameOf(index + 1, addressOf(chosen, seen));
      try {
        reports.push(...(await takeScroller(run, chosen, index + 1, name)));
      } catch (error) {
        if (error instanceof ScrollerGoneError) await run.missed(`${name}的内容`, '截取时已不在网页上，或露出部分过小');
        else if (error instanceof ScrollRefusedError)
          await run.missed(`${name}的其余内容`, '该区域不按要求滚动，只截取到已有的各块');
        else throw error;
      }
    }
  } finally {
    await returnScroll(run.tabId).catch(() => undefined);
  }
  if (mode === 'scroller' && reports.length === 0) throw new ScrollerGoneError();
  return reports;
}

const isChosen = (one: ChosenScroller) => (other: ChosenScroller) =>
  one.frameId === other.frameId && one.path === other.path;

const addressOf = (chosen: ChosenScroller, seen: readonly OfferedScroller[]): string =>
  seen.find(isChosen(chosen))?.frameUrl ?? '';

async function takeScroller(
  run: CaptureRun,
  chosen: ChosenScroller,
  part: number,
  name: string,
): Promise<TileReport[]> {
  const { tabId, signal } = run;
  const standing = await scrollInner(tabId, chosen, null);
  const below = standing.clientHeight - standing.box.height;
  if (below > 1) await run.missed(`${name}末尾 ${below} 像素`, '滚动区域高出窗口，末尾滚动不到窗口内');
  try {
    const measure = await measureOf(run, chosen.frameId);
    const { shooter, plan } = scrollerTiles(tabId, chosen, standing, signal, measure, run.away);
    const bands = await abortable(bandsWithText(tabId, { ...chosen, origin: standing.origin }), signal);
    const reports = await keepTiles(run, 'scroll', { shooter: { ...shooter, part }, plan }, bands);
    await stageStitched(run, part, insetsOf(standing));
    return reports;
  } finally {
    await scrollInner(tabId, chosen, standing.scrollTop).catch(() => undefined);
  }
}

async function stageStitched(run: CaptureRun, part: number, insets: ReturnType<typeof insetsOf>): Promise<void> {
  const tiles = (await run.stagedList())
    .filter((artefact) => artefact.role === 'tile' && artefact.part === part)
    .map(({ name, region, places = [] }) => ({
      name,
      region: region!,
      places,
      read: async () => {
        const picture = await run.staged(name);
        if (!picture) throw new Error(`${name} is not staged`);
        return picture;
      },
    }));
  let number = 0;
  for await (const { picture, region, derivedFrom, places } of stitchScroller(tiles, insets)) {
    number += 1;
    await run.stage(
      {
        name: `screenshot/${partPrefix(part)}-${String(number).padStart(4, '0')}.png`,
        role: 'stitched',
        mediaType: 'image/png',
        method: '由各块画面裁出滚动区域、按滚动位置拼接，区域坐标自内容顶端起算',
        derivedFrom,
        region,
        part,
        places,
      },
      picture,
    );
  }
}

/** What of the parts that were not chosen no picture of this capture shows. */
export async function sayHidden(run: CaptureRun): Promise<void> {
  const chosen = run.job.scrollers ?? [];
  const others = (await findScrollers(run.tabId)).filter((scroller) => !chosen.some(isChosen(scroller)));
  for (const [index, { frameUrl, width, height, contentHeight, reachable }] of others.entries()) {
    const where = frameUrl ? `框架 ${frameUrl.slice(0, 200)}，` : '';
    await run.missed(
      `未选取的第 ${index + 1} 处滚动区域（${where}露出 ${width} × ${height} 像素）其余 ${contentHeight - height} 像素高的内容`,
      reachable
        ? '画面只含其露出的部分，可在取证菜单中选取滚动区域，与整页一并取证'
        : '框架在窗口中的位置无法确定，不能逐屏截取；画面只含其露出的部分',
    );
  }
}
