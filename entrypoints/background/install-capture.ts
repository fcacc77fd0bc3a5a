import { browser } from '#imports';
import { onWake } from '../../utils/background/keep-awake.ts';
import { ExpectedFailure } from '../../utils/base/expected-failure.ts';
import { t } from '../../utils/base/i18n.ts';
import { type AskedCapture, CaptureControl } from '../../utils/capture/job/capture-control.ts';
import { captureRefusal } from '../../utils/capture/job/capture-readiness.ts';
import type { StepActions } from '../../utils/capture/job/job-runner.ts';
import { observeLoads } from '../../utils/capture/network/network-facts.ts';
import { observeServerClocks } from '../../utils/capture/network/server-clocks.ts';
import { observeConnections } from '../../utils/capture/network/tls-by-load.ts';
import { archiveStep } from '../../utils/capture/steps/archive-step.ts';
import { networkStep } from '../../utils/capture/steps/network-step.ts';
import { pdfOriginalStep, pdfPagesStep } from '../../utils/capture/steps/pdf-steps.ts';
import { sealStep } from '../../utils/capture/steps/seal-step.ts';
import { tilesStep } from '../../utils/capture/steps/tiles-step.ts';
import { viewStep } from '../../utils/capture/steps/view-step.ts';
import { WITHOUT_PAGE } from '../../utils/capture/steps/without-page.ts';
import { findScrollers, MOST_SCROLLERS } from '../../utils/capture/tiles/inner-scroller.ts';
import type { CaptureMode, ChosenScroller } from '../../utils/evidence/capture-job.ts';
import { onMessage } from '../../utils/messages/messaging.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { readJob } from '../../utils/store/capture-store.ts';
import { tabOfRequest } from '../../utils/tabs/message-sender.ts';
import { createViewerMenu } from './install-viewer.ts';

const MENU_ITEM = 'capture';

const STEPS: StepActions = {
  view: viewStep,
  archive: (run) => (run.job.document === 'pdf' ? pdfOriginalStep(run) : archiveStep(run)),
  tiles: (run) => (run.job.document === 'pdf' ? pdfPagesStep(run) : tilesStep(run)),
  network: networkStep,
  seal: sealStep,
  withoutPage: WITHOUT_PAGE,
};

/** What was asked for, checked: a page may ask for its own capture. */
function askedOf({ mode, scrollers }: { mode: CaptureMode; scrollers?: readonly ChosenScroller[] }): AskedCapture {
  if (mode === 'view') return { mode };
  const chosen = (scrollers ?? []).filter(
    ({ frameId, path }) => /^(\/(s|\d{1,7})){0,1000}$/.test(path) && (path !== '' || frameId !== 0),
  );
  if (chosen.length === 0) return { mode: 'full' };
  return { mode, scrollers: chosen.slice(0, MOST_SCROLLERS).map(({ frameId, path }) => ({ frameId, path })) };
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
