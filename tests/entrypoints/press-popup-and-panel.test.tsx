// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '#imports';
import { FailureNotice } from '../../components/ui/FailureNotice.tsx';
import { Popup } from '../../entrypoints/popup/Popup.tsx';
import { SidePanel } from '../../entrypoints/sidepanel/SidePanel.tsx';
import { ExpectedFailure } from '../../utils/base/expected-failure.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { click, draw } from '../components/draw.ts';
import { unanswered } from '../components/press-all.ts';
import { report } from '../gallery/fixtures.ts';

/** The browser and the background as one state leaves them. */
interface World {
  report: TabReport;
  /** What the background refuses before the click; null when nothing stands in the way. */
  refusal: { key: string; values: string[] } | null;
  /** What every act ends with; null when it succeeds. */
  failure: Error | null;
}

const world = vi.hoisted(() => ({ now: null as unknown, acts: 0 }));
const state = () => world.now as World;

const ASKED_BY_THEMSELVES = new Set([
  'getTabReport',
  'refuseCapture',
  'findScrollers',
  'recognisePictures',
  'weighPage',
]);

vi.mock('../../utils/messages/messaging.ts', () => ({
  sendMessage: async (type: string) => {
    if (type === 'getTabReport') return state().report;
    if (type === 'refuseCapture') return state().refusal;
    if (type === 'findScrollers') return [];
    if (ASKED_BY_THEMSELVES.has(type)) return undefined;
    const { failure } = state();
    if (failure) throw failure;
    world.acts += 1;
    return { jobId: 'job-1' };
  },
}));
vi.mock('../../utils/live/use-followed-tab.ts', () => ({
  useFollowedTab: () => ({ id: 7, windowId: 1, url: 'https://www.mm-jiance.example/', title: '某某检测认证服务' }),
}));
vi.mock('../../utils/tabs/open-panel.ts', () => ({
  openPanel: async () => {
    world.acts += 1;
  },
}));
vi.mock('../../utils/live/use-shortcuts.ts', () => ({ useShortcuts: () => () => ['Alt', 'Q'] }));

const error = (key: ConstructorParameters<typeof ExpectedFailure>[0]) => new ExpectedFailure(key);

const STATES: [string, Partial<World>][] = [
  ['when all is well', {}],
  ['before the page was scanned', { report: report({ state: 'scanning', findings: [], certificates: [] }) }],
  ['when the scan failed', { report: report({ state: 'failed', findings: [], certificates: [] }) }],
  ['on a page of the browser', { report: report({ state: 'unreadable', findings: [], certificates: [] }) }],
  [
    'while the library is locked',
    { refusal: { key: 'error_storeLocked', values: [] }, failure: error('error_storeLocked') },
  ],
  ['without permission for files', { failure: error('error_captureFilePermission') }],
  ['when the disk is full', { failure: error('error_storageFull') }],
  ['when the background does not answer', { failure: new Error('Receiving end does not exist') }],
];

beforeEach(() => {
  vi.stubGlobal('close', () => {
    world.acts += 1;
  });
  // Loud errors are shown, not thrown into the run.
  vi.stubGlobal('reportError', (error: unknown) =>
    dispatchEvent(new ErrorEvent('error', { error, message: String(error) })),
  );
  vi.spyOn(browser.tabs, 'create').mockImplementation((async () => {
    world.acts += 1;
    return {};
  }) as never);
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: async () => {
        world.acts += 1;
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const SURFACES = { popup: Popup, panel: SidePanel };

describe.each(['popup', 'panel'] as const)('every button of the %s', (name) => {
  const Surface = SURFACES[name];
  it.each(STATES)('has an answer %s', async (_name, part) => {
    world.now = { report: report(), refusal: null, failure: null, ...part } satisfies World;
    const view = () => (
      <>
        <Surface />
        <FailureNotice />
      </>
    );
    await draw(view());
    await vi.waitFor(() => expect(document.querySelectorAll('button').length).toBeGreaterThan(3));
    const silent = await unanswered({ view, acts: () => world.acts, explained: [/^取证方式$/] });
    expect(silent).toEqual([]);
  });

  it.each([
    ['the library is locked', 'error_storeLocked', '证据库已加锁'],
    ['nobody is at the desk', 'error_nobodyAtDesk', '在岗'],
    ['the disk is full', 'error_storageFull', '存储空间'],
  ] as const)('says before anything opens that %s, where 取证 is pressed', async (_name, key, sentence) => {
    world.now = { report: report(), refusal: null, failure: error(key) } satisfies World;
    world.acts = 0;
    await draw(<Surface />);
    const capture = () => document.querySelector<HTMLButtonElement>('.zj-button-main');
    await vi.waitFor(() => expect(capture()).not.toBeNull());
    expect(document.body.textContent).not.toContain(sentence);
    await click(capture());
    await vi.waitFor(() => expect(document.body.textContent).toContain(sentence));
    expect(world.acts).toBe(0);
  });
});
