import { beforeEach, expect, it, vi } from 'vitest';
import type { CaptureRun } from '../../../utils/capture/job/capture-run.ts';
import { sayHidden, takeScrollers } from '../../../utils/capture/steps/scroller-tiles-step.ts';
import { ScrollerGoneError } from '../../../utils/capture/tiles/inner-scroller.ts';
import type { OfferedScroller } from '../../../utils/reports/offered-scroller.ts';

const page = vi.hoisted(() => ({ scrollers: [] as unknown[], returned: 0 }));
vi.mock('../../../utils/capture/tiles/inner-scroller.ts', async (original) => {
  const real = await original<typeof import('../../../utils/capture/tiles/inner-scroller.ts')>();
  return {
    ...real,
    findScrollers: async () => page.scrollers,
    scrollInner: async () => {
      throw new real.ScrollerGoneError();
    },
  };
});
vi.mock('../../../utils/capture/tiles/frame-scroll.ts', () => ({
  rememberScroll: async () => undefined,
  returnScroll: async () => {
    page.returned += 1;
  },
}));

const scroller = (frameId: number, path: string, frameUrl: string): OfferedScroller =>
  ({ frameId, path, frameUrl, width: 300, height: 200, contentHeight: 900, reachable: frameId !== 5 }) as never;

const OWN = scroller(0, '0/1', '');
const IN_FRAME = scroller(4, '0', 'https://frame.example/list');
const OUT_OF_REACH = scroller(5, '0', 'https://far.example/');

function runOf(mode: 'full' | 'scroller', chosen: readonly OfferedScroller[]) {
  const missing = new Map<string, string>();
  const run = {
    tabId: 7,
    job: { mode, scrollers: chosen.map(({ frameId, path }) => ({ frameId, path })) },
    signal: new AbortController().signal,
    missed: async (what: string, reason: string) => void missing.set(what, reason),
  };
  return { run: run as unknown as CaptureRun, missing };
}

beforeEach(() => {
  page.scrollers = [OWN, IN_FRAME, OUT_OF_REACH];
  page.returned = 0;
});

it('says of each part that scrolls by itself and was not chosen how much of it no picture shows, in frames too', async () => {
  const { run, missing } = runOf('full', [OWN]);
  await sayHidden(run);
  expect([...missing.keys()]).toEqual([
    '未选取的第 1 处滚动区域（框架 https://frame.example/list，露出 300 × 200 像素）其余 700 像素高的内容',
    '未选取的第 2 处滚动区域（框架 https://far.example/，露出 300 × 200 像素）其余 700 像素高的内容',
  ]);
  expect([...missing.values()][1]).toContain('不能逐屏截取');
});

it('takes several one after the other, names each that is gone with its frame, and puts the page back', async () => {
  const { run, missing } = runOf('full', [OWN, IN_FRAME]);
  expect(await takeScrollers(run)).toEqual([]);
  expect([...missing.keys()]).toEqual(['滚动区域 1的内容', '滚动区域 2（框架 https://frame.example/list）的内容']);
  expect(page.returned).toBe(1);
});

it('seals nothing where the only part that was wanted is gone', async () => {
  const { run } = runOf('scroller', [IN_FRAME]);
  await expect(takeScrollers(run)).rejects.toThrow(ScrollerGoneError);
  expect(page.returned).toBe(1);
});
