import { browser } from '#imports';
import { digestsOf } from '../../rules/ruleset.ts';
import { withApprovalChecks } from '../../utils/casework/check-approvals.ts';
import { withRegisterChecks } from '../../utils/casework/check-registers.ts';
import { checkedDismissal, checkedDocumentReport, checkedFrameReport } from '../../utils/messages/border.ts';
import { isFrameGone } from '../../utils/messages/frame-gone.ts';
import { onMessage, sendMessage } from '../../utils/messages/messaging.ts';
import { readParty } from '../../utils/party/read-party.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { joinPageSigns, readPageSigns } from '../../utils/scan/page-signs.ts';
import {
  forgetCorrections,
  saveCorrection,
  saveStrikeOff,
  withCorrections,
} from '../../utils/store/correction-store.ts';
import { notify } from '../../utils/store/notices.ts';
import { withReusedNumbers } from '../../utils/store/number-index.ts';
import { rulesetInForce } from '../../utils/store/rules-in-force.ts';
import { framesOf } from '../../utils/tabs/frames-of.ts';
import { loadEndedLately, noteLoadEnd } from '../../utils/tabs/load-ends.ts';
import { FrameUnknownError, frameOfSender, type MessageSender, tabOfRequest } from '../../utils/tabs/message-sender.ts';
import { openPanel } from '../../utils/tabs/open-panel.ts';
import { forgetSigns, readSigns, saveSigns } from '../../utils/tabs/page-signs-store.ts';
import { furtherSkipped, readRecognition } from '../../utils/tabs/recognition-store.ts';
import { stepFindings } from '../../utils/tabs/step-findings.ts';
import { showBadge } from '../../utils/tabs/tab-badge.ts';
import {
  forgetFrame,
  forgetTab,
  keepFrames,
  readTabReport,
  saveDismissal,
  saveFrame,
} from '../../utils/tabs/tab-report-store.ts';
import { tabText } from '../../utils/tabs/tab-text.ts';
import { readUnread } from '../../utils/tabs/unread-frames.ts';
import { isViewer } from '../../utils/tabs/viewer-address.ts';
import { bringUpToDate } from './follow-rules.ts';
import { markDismissal } from './install-marks.ts';

/** The built content script, for tabs that were open before the extension was. */
const PAGE_SCRIPT = '/content-scripts/page.js' as '/background.js';

/** What is known of a tab, from its frames and from the browser. */
export async function tabReport(tabId: number): Promise<TabReport> {
  const tab = await browser.tabs.get(tabId);
  const frames = await framesOf(tabId);
  if (frames) {
    await keepFrames(
      tabId,
      frames.map(({ frameId }) => frameId),
    );
  }
  const report = await readTabReport({
    id: tabId,
    // The viewer speaks for the document that it shows.
    url: isViewer(tab.url ?? '') ? '' : (tab.url ?? ''),
    title: tab.title ?? '',
    loading: tab.status === 'loading',
    loadedLately: loadEndedLately(tabId),
    frames: frames?.length ?? 0,
  });
  const [recognition, weighed] = await Promise.all([readRecognition(tabId), readSigns(tabId)]);
  const reading = recognition && recognition.done < recognition.total ? recognition : undefined;
  const corrected = await withCorrections({
    ...report,
    ...(reading ? { reading: { done: reading.done, total: reading.total } } : {}),
    ...(recognition
      ? {
          skippedPictures: recognition.skipped,
          furtherSkipped: furtherSkipped(recognition),
          unlikePictures: recognition.unlike ?? 0,
        }
      : {}),
    ...(weighed?.documentKey === report.documentKey
      ? { signs: await withApprovalChecks(weighed.signs), party: weighed.party }
      : {}),
  });
  return { ...corrected, certificates: await withOwnKnowledge(corrected.certificates) };
}

/** What only this office can say of certificates: its lists, and its earlier evidence. */
const withOwnKnowledge = async (certificates: TabReport['certificates']): Promise<TabReport['certificates']> =>
  withReusedNumbers(await withRegisterChecks(certificates));

async function changed(tabId: number): Promise<void> {
  await showBadge(tabId, await tabReport(tabId));
  notify({ kind: 'report', key: String(tabId) });
}

/** Frames report on their own; the badge and whoever listens hear of a tab once for all that came together. */
const pending = new Map<number, ReturnType<typeof setTimeout>>();
const TOGETHER = 60;

function changedSoon(tabId: number): void {
  if (pending.has(tabId)) return;
  pending.set(
    tabId,
    setTimeout(() => {
      pending.delete(tabId);
      changed(tabId).catch((error: unknown) => {
        if (!isFrameGone(error)) throw error;
      });
    }, TOGETHER),
  );
}

/** Reads what the tab's text shows that weighs on its claims and who stands behind it, and tells who listens when that is news. */
async function weigh(tabId: number): Promise<void> {
  const [{ documentKey, url }, texts] = await Promise.all([tabReport(tabId), tabText(tabId)]);
  if (texts.length === 0) return;
  const stored = { documentKey, signs: joinPageSigns(texts.map(readPageSigns)), party: readParty(texts, url) };
  if (JSON.stringify(await readSigns(tabId)) === JSON.stringify(stored)) return;
  await saveSigns(tabId, stored);
  notify({ kind: 'report', key: String(tabId) });
}

/** Shows words in the first frame that has them. */
async function revealWords(tabId: number, words: string): Promise<void> {
  const frames = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
  for (const frameId of frames.map((frame) => frame.frameId).sort((one, other) => one - other)) {
    try {
      if (await sendMessage('showWords', { words }, { tabId, frameId })) return;
    } catch (error) {
      if (!isFrameGone(error)) throw error;
    }
  }
}

async function dismiss(sender: MessageSender, data: unknown): Promise<void> {
  const { findingId, dismissed, ...request } = checkedDismissal(data);
  const own = frameOfSender(sender);
  const tabId = own?.tabId ?? tabOfRequest(sender, request.tabId);
  const frameId = own?.frameId ?? request.frameId ?? 0;
  if (!(await saveDismissal(tabId, frameId, findingId, dismissed))) throw new FrameUnknownError(tabId, frameId);
  await changed(tabId);
  await sendMessage('findingDismissed', { findingId, dismissed }, { tabId, frameId });
  await markDismissal({ tabId, frameId }, findingId, dismissed);
}

/** Scans a tab again; one that was open before the extension gets its script first. */
async function rescan(tabId: number): Promise<void> {
  try {
    await sendMessage('scanAgain', { rules: digestsOf((await rulesetInForce()).stamps) }, { tabId });
  } catch (error) {
    if (!isFrameGone(error)) throw error;
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [PAGE_SCRIPT] });
  }
}

/** Another document is shown in the tab, or it was closed. */
async function forget(tabId: number): Promise<void> {
  await Promise.all([forgetTab(tabId), forgetCorrections(tabId), forgetSigns(tabId)]);
}

/** Everything that the background does for reports of tabs: keeps them, answers for them, steps through them. */
export function registerTabReports(): void {
  onMessage('reportFrame', async ({ data, sender }) => {
    const frame = frameOfSender(sender);
    if (!frame) return;
    const report = checkedFrameReport(data);
    await saveFrame(frame.tabId, frame.frameId, report);
    changedSoon(frame.tabId);
    await bringUpToDate(frame, report.rulePacks);
  });
  onMessage('reportDocument', async ({ data, sender }) => {
    const { tabId } = data;
    if (frameOfSender(sender) || !isViewer((await browser.tabs.get(tabId)).url ?? ''))
      throw new FrameUnknownError(tabId);
    const report = checkedDocumentReport(data.report);
    await saveFrame(tabId, 0, report);
    changedSoon(tabId);
    await bringUpToDate({ tabId, frameId: 0 }, report.rulePacks);
  });
  onMessage('getTabReport', ({ data, sender }) => tabReport(tabOfRequest(sender, data.tabId)));
  onMessage('rescan', ({ data, sender }) => rescan(tabOfRequest(sender, data.tabId)));
  onMessage('revealFinding', async ({ data, sender }) => {
    const tabId = tabOfRequest(sender, data.tabId);
    await sendMessage('showFinding', { findingId: data.findingId }, { tabId, frameId: data.frameId });
  });
  onMessage('dismissFinding', ({ data, sender }) => dismiss(sender, data));
  onMessage('correctCertificate', async ({ data, sender }) => {
    const tabId = tabOfRequest(sender, data.tabId);
    await saveCorrection(await tabReport(tabId), data);
    notify({ kind: 'report', key: String(tabId) });
  });
  onMessage('strikeCertificate', async ({ data, sender }) => {
    const tabId = tabOfRequest(sender, data.tabId);
    await saveStrikeOff(await tabReport(tabId), data);
    notify({ kind: 'report', key: String(tabId) });
  });
  onMessage('revealCertificate', async ({ data: { frameId, ...place }, sender }) => {
    const tabId = tabOfRequest(sender, place.tabId);
    await sendMessage('showCertificate', place, { tabId, frameId });
  });
  onMessage('weighPage', ({ data, sender }) => weigh(tabOfRequest(sender, data.tabId)));
  onMessage('readTabText', ({ data, sender }) => tabText(tabOfRequest(sender, data.tabId)));
  onMessage('revealWords', ({ data, sender }) => revealWords(tabOfRequest(sender, data.tabId), data.words));
  onMessage('openPanel', ({ data, sender }) => openPanel(tabOfRequest(sender, data.tabId)));

  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'panel') void openPanel(tab.id);
    if (command === 'next-finding') void stepFindings(tab.id, 1);
    if (command === 'previous-finding') void stepFindings(tab.id, -1);
  });

  browser.webNavigation.onCommitted.addListener(async ({ tabId, frameId }) => {
    readUnread(tabId, PAGE_SCRIPT);
    if (frameId !== 0) return forgetFrame(tabId, frameId);
    await forget(tabId);
    notify({ kind: 'report', key: String(tabId) });
  });
  // What the frames say may now mean something else: nothing more is on its way.
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') noteLoadEnd(tabId, () => changedSoon(tabId));
  });
  browser.tabs.onRemoved.addListener(forget);
}
