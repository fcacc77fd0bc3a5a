import { useRef } from 'preact/hooks';
import { browser } from '#imports';
import type { FramedCertificate } from '../../components/certificates/CertificateSection.tsx';
import type { PanelActions } from '../../components/panel/panel-actions.ts';
import { t } from '../../utils/base/i18n.ts';
import { lookUpOf } from '../../utils/certificate/look-up.ts';
import type { FollowedTab } from '../../utils/live/use-followed-tab.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import type { FramedFinding } from '../../utils/reports/tab-report.ts';
import { dropMark } from '../../utils/store/mark-store.ts';
import type { Settings } from '../../utils/store/settings.ts';
import type { CaptureState } from './use-capture-shown.ts';
import type { Messages } from './use-message.ts';
import type { RecordingControl } from './use-recording.ts';
import type { Scrollers } from './use-scrollers.ts';

interface Wires {
  tab: FollowedTab | null | undefined;
  capture: CaptureState;
  scrollers: Scrollers;
  recording: RecordingControl;
  message: Messages;
  settings: Settings | null;
  changeSettings: (change: Partial<Settings>) => Promise<void>;
}

const openLibrary = (hash: string) =>
  browser.tabs.create({ url: new URL(`/library.html${hash}`, location.origin).href });

/** What the panel's buttons and keys do: messages to the background, pages of the extension, the clipboard. */
export function usePanelActions({
  tab,
  capture,
  scrollers,
  recording,
  message,
  settings,
  changeSettings,
}: Wires): PanelActions {
  const marked = useRef<FramedFinding[]>([]);
  const tabId = tab?.id ?? -1;
  const { attempt } = message;

  const setDismissed = (finding: FramedFinding, dismissed: boolean) =>
    sendMessage('dismissFinding', { tabId, frameId: finding.frameId, findingId: finding.id, dismissed });
  const start = (mode: 'full' | 'view') => sendMessage('startCapture', { tabId, mode });
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    message.show({ text: t('copied'), icon: 'copy' });
  };
  const undo = () => {
    const last = marked.current.pop();
    if (!last) return;
    message.close();
    attempt(() => setDismissed(last, false));
  };

  return {
    onRescan: () => attempt(() => sendMessage('rescan', { tabId })),
    onCapture: (mode) => attempt(() => start(mode)),
    onStartRecording: () => attempt(() => recording.start(tab?.windowId ?? 0)),
    onStopRecording: () => attempt(recording.stop),
    onDiscardRecording: () => attempt(recording.discard),
    onLookForScrollers: scrollers.look,
    onCaptureScrollers: (mode, scrollers) =>
      attempt(() =>
        sendMessage('startCapture', {
          tabId,
          mode,
          scrollers: scrollers.map(({ frameId, path }) => ({ frameId, path })),
        }),
      ),
    onCancel: (jobId) => {
      capture.markCancelling(jobId);
      attempt(() => sendMessage('cancelCapture', { jobId }));
    },
    onResume: (jobId) => attempt(() => sendMessage('resumeCapture', { jobId })),
    onDiscard: (jobId) => attempt(() => sendMessage('discardCapture', { jobId })),
    onRestart: (jobId) =>
      attempt(async () => {
        await sendMessage('discardCapture', { jobId });
        await start('full');
      }),
    onLeaveSealed: () => {
      capture.leave();
      attempt(() => sendMessage('rescan', { tabId }));
    },
    onOpenItem: (itemId) => attempt(() => openLibrary(`#/items/${encodeURIComponent(itemId)}`)),
    onExportItem: (itemId) => attempt(() => openLibrary(`#/items/${encodeURIComponent(itemId)}/export`)),
    onChooseCase: (currentCaseId) => attempt(() => changeSettings({ currentCaseId })),
    onLocate: ({ frameId, id }) => attempt(() => sendMessage('revealFinding', { tabId, frameId, findingId: id })),
    onLocateWords: (words) => attempt(() => sendMessage('revealWords', { tabId, words })),
    onDismiss: (finding, dismissed) =>
      attempt(async () => {
        // Before it is answered: the list can show it dismissed first, and the key that takes it back follows at once.
        if (dismissed) marked.current.push(finding);
        try {
          await setDismissed(finding, dismissed);
        } catch (error) {
          if (dismissed) marked.current = marked.current.filter((one) => one !== finding);
          throw error;
        }
        if (!dismissed) return;
        message.show({ text: t('dismissedToast'), icon: 'flag', action: { label: t('undo'), onClick: undo } });
      }),
    onMarkMissed: () =>
      attempt(async () => {
        const mark = await sendMessage('markSelection', { tabId });
        if (!mark) return message.show({ text: t('markNoSelection'), icon: 'info' });
        const drop = () => attempt(() => dropMark(mark.id));
        const text = t(mark.heard ? 'markKept' : 'markUnheard');
        message.show({ text, icon: 'flag', action: { label: t('undo'), onClick: drop } });
      }),
    onUndo: undo,
    onLocateField: ({ frameId, id }: FramedCertificate, field) =>
      attempt(() =>
        sendMessage('revealCertificate', { tabId, frameId, certificateId: id, ...(field ? { field } : {}) }),
      ),
    onCorrect: ({ frameId, id }, field, value) =>
      attempt(() => sendMessage('correctCertificate', { tabId, frameId, certificateId: id, field, value })),
    onStrike: ({ frameId, id }, struckOff) =>
      attempt(() => sendMessage('strikeCertificate', { tabId, frameId, certificateId: id, struckOff })),
    onLookUp: (certificate) =>
      attempt(async () => {
        const found = lookUpOf(certificate, settings?.portals ?? {});
        if (!found) return;
        await copy(found.copies);
        await browser.tabs.create({ url: found.url });
      }),
    onCopy: (text) => attempt(() => copy(text)),
    onReadAllPictures: () => attempt(() => sendMessage('recognisePictures', { tabId, all: true })),
    onOpenLibrary: () => attempt(() => openLibrary('')),
    onOpenSettings: () => attempt(() => openLibrary('#/settings')),
  };
}
