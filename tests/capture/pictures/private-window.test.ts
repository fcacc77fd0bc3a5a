import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recogniseTab } from '../../../utils/capture/pictures/recognise-tab.ts';
import { sendMessage } from '../../../utils/messages/messaging.ts';

vi.mock('../../../utils/messages/messaging.ts', () => ({ sendMessage: vi.fn(), onMessage: vi.fn() }));
vi.mock('../../../utils/background/offscreen-page.ts', () => ({
  canOpenOffscreen: () => true,
  openOffscreenPage: async () => undefined,
  isOffscreenGone: () => false,
}));

const size = { width: 400, height: 300 };
const picture = { id: 'p1', url: 'https://a.example/a.png', ...size, rect: { x: 0, y: 0, ...size }, likeness: 1 };
const ANSWERS: Record<string, unknown> = {
  listPictures: { pictures: [picture], skipped: [] },
  drawPicture: 'data:image/png;base64,AAAA',
  readPicture: { skipped: 'too-small' },
};
const asked = vi.mocked(sendMessage as (name: string, data?: unknown) => Promise<unknown>);

beforeEach(() => {
  fakeBrowser.reset();
  asked.mockImplementation(async (name) => ANSWERS[name]);
  fakeBrowser.webNavigation.getAllFrames = vi.fn(async () => [{ frameId: 0 }]) as never;
});

it.each([
  [true, false],
  [false, true],
])('of a window that is private (%s) a reading is kept: %s', async (incognito, keep) => {
  fakeBrowser.tabs.get = vi.fn(async () => ({ incognito })) as never;
  await recogniseTab(incognito ? 1 : 2, 0, new AbortController().signal);
  const [, request] = asked.mock.calls.findLast(([name]) => name === 'readPicture')!;
  expect(request).toEqual({ data: ANSWERS.drawPicture, keep });
});
