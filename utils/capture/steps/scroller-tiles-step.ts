import type { CaptureRun } from '../job/capture-run.ts';
import { scrollInner } from '../tiles/inner-scroller.ts';
import { keepTiles, measureOf } from '../tiles/kept-tiles.ts';
import { stitchScroller } from '../tiles/stitch-scroller.ts';
import type { TileReport } from '../tiles/take-tiles.ts';
import { bandsWithText } from '../tiles/text-bands.ts';
import { insetsOf, scrollerTiles } from '../tiles/tiles-of-scroller.ts';

/** The content of the chosen scroller as tiles, put together in pieces, and the scroller put back to where it was. */
export async function takeScroller(run: CaptureRun, path: string): Promise<TileReport[]> {
  const { tabId, signal } = run;
  const standing = await scrollInner(tabId, path, null);
  const below = standing.clientHeight - standing.box.height;
  if (below > 1) await run.missed(`滚动区域末尾 ${below} 像素`, '滚动区域高出窗口，末尾滚动不到窗口内');
  try {
    const prepared = scrollerTiles(tabId, path, standing, signal, await measureOf(run), run.away);
    const reports = await keepTiles(run, 'scroll', prepared, await bandsWithText(tabId, path));
    await stageStitched(run, insetsOf(standing));
    return reports;
  } finally {
    await scrollInner(tabId, path, standing.scrollTop).catch(() => undefined);
  }
}

async function stageStitched(run: CaptureRun, insets: ReturnType<typeof insetsOf>): Promise<void> {
  const tiles = (await run.stagedList())
    .filter(({ role }) => role === 'tile')
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
        name: `screenshot/scroller-${String(number).padStart(4, '0')}.png`,
        role: 'stitched',
        mediaType: 'image/png',
        method: '由各块画面裁出滚动区域、按滚动位置拼接，区域坐标自内容顶端起算',
        derivedFrom,
        region,
        places,
      },
      picture,
    );
  }
}
