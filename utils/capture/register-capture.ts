import { browser } from '#imports';
import { ExpectedFailure } from '../expected-failure.ts';
import { t } from '../i18n.ts';
import { onMessage } from '../messaging.ts';
import { readJob } from '../store/capture-store.ts';
import type { TabReport } from '../tab-report.ts';
import { tabOfRequest } from '../tabs/message-sender.ts';
import { createViewerMenu } from '../tabs/register-viewer.ts';
import { archiveStep } from './archive-step.ts';
import { type AskedCapture, CaptureControl, captureRefusal } from './capture-control.ts';
import type { CaptureMode } from './capture-job.ts';
import { findScrollers } from './inner-scroller.ts';
import { onWake } from './keep-awake.ts';
import { observeLoads } from './network-facts.ts';
import { networkStep } from './network-step.ts';
import { sealStep } from './seal-step.ts';
import { observeServerClocks } from './server-clocks.ts';
import { tilesStep } from './tiles-step.ts';
import { observeConnections } from './tls-by-load.ts';
import { viewStep } from './view-step.ts';

const MENU_ITEM = 'capture';

const STEPS = { view: viewStep, archive: archiveStep, tiles: tilesStep, network: networkStep, seal: sealStep };

/** What was asked for, checked: a page may ask for its own capture. */
function askedOf({ mode, scroller }: { mode: CaptureMode; scroller?: string }): AskedCapture {
  if (mode === 'scroller' && /^(\/(s|\d{1,7})){1,1000}$/.test(String(scroller)))
    return { mode, scroller: String(scroller) };
  return { mode: mode === 'view' ? 'view' : 'full' };
}

/** From the keyboard or the menu no panel listens: the toolbar button's title carries the sentence. */
async function startByHand(control: CaptureControl, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  try {
    await control.start(tabId, { mode: 'full' });
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    const action = browser.action ?? browser.browserAction;
    await action.setTitle({ tabId, title: t(error.key, ...error.values) });
    // Chrome 127 and later can open the popup, which shows why the page cannot be captured.
    await action.openPopup?.().catch(() => undefined);
  }
}

/**
 * Everything that starts, steers or watches captures: messages, the command, the menu entry, the record of page loads, and the
 * captures that were cut off when the worker was stopped. Call once, synchronously, when the background starts.
 * @param readReport what the scan knows of a tab
 * @returns begins a capture of a whole page, as an officer's click does; the id of its job
 */
export function registerCapture(
  readReport: (tabId: number) => Promise<TabReport | undefined>,
): (tabId: number) => Promise<string> {
  const control = new CaptureControl(STEPS, readReport);
  observeLoads();
  observeConnections();
  observeServerClocks();

  onMessage('startCapture', async ({ data, sender }) => {
    return { jobId: await control.start(tabOfRequest(sender, data.tabId), askedOf(data)) };
  });
  onMessage('refuseCapture', ({ data }) => captureRefusal(data.tabId));
  onMessage('findScrollers', ({ data }) => findScrollers(data.tabId));
  onMessage('cancelCapture', ({ data }) => control.cancel(data.jobId));
  onMessage('resumeCapture', ({ data }) => control.resume(data.jobId));
  onMessage('discardCapture', ({ data }) => control.discard(data.jobId));
  onMessage('getCaptureJob', async ({ data }) => (await readJob(data.jobId)) ?? null);

  browser.commands.onCommand.addListener(async (command) => {
    if (command !== 'capture') return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    await startByHand(control, tab?.id);
  });
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({
        id: MENU_ITEM,
        title: t('captureThisPage'),
        contexts: ['page', 'frame', 'selection', 'link', 'image'],
      });
      createViewerMenu();
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === MENU_ITEM) void startByHand(control, tab?.id);
  });

  onWake(() => void control.takeUp());
  void control.takeUp();
  return (tabId) => control.start(tabId, { mode: 'full' });
}
