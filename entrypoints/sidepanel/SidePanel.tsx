import { useEffect } from 'preact/hooks';
import { PanelView } from '../../components/panel/PanelView.tsx';
import { LogAlarm } from '../../components/ui/LogAlarm.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { useClock } from '../../components/ui/use-clock.ts';
import { explainFinding } from '../../rules/explanation.ts';
import { hostOf, siteOf } from '../../utils/base/host-of.ts';
import { localDay } from '../../utils/base/local-day.ts';
import { openCase } from '../../utils/casework/open-case.ts';
import { lookUpOf } from '../../utils/certificate/look-up.ts';
import { openCases } from '../../utils/evidence/case.ts';
import { isPracticeAddress } from '../../utils/evidence/practice.ts';
import { useDesk } from '../../utils/live/use-desk.ts';
import { useFollowedTab } from '../../utils/live/use-followed-tab.ts';
import { useLocalPictures } from '../../utils/live/use-local-pictures.ts';
import { useLogStanding } from '../../utils/live/use-log-standing.ts';
import { usePdfTab } from '../../utils/live/use-pdf-tab.ts';
import { useRuleset } from '../../utils/live/use-ruleset.ts';
import { useSettings } from '../../utils/live/use-settings.ts';
import { useShortcuts } from '../../utils/live/use-shortcuts.ts';
import { useCases, useItemTally } from '../../utils/live/use-stored.ts';
import { useTabReport } from '../../utils/live/use-tab-report.ts';
import { useWeighedPage } from '../../utils/live/use-weighed-page.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import { useCaptureShown } from './use-capture-shown.ts';
import { useMessage } from './use-message.ts';
import { usePanelActions } from './use-panel-actions.ts';
import { useRecording } from './use-recording.ts';
import { useScrollers } from './use-scrollers.ts';

/** Wires the panel to its tab, the store and the background. */
export function SidePanel() {
  const tab = useFollowedTab();
  const { report, updated } = useTabReport(tab?.id);
  useWeighedPage(report);
  const isPdf = usePdfTab(tab);
  const shown = useLocalPictures(report);
  const ruleset = useRuleset();
  const cases = useCases() ?? [];
  const tally = useItemTally(tab?.url ?? '');
  const shortcuts = useShortcuts();
  const [settings, changeSettings] = useSettings();
  const desk = useDesk(settings);
  const logStanding = useLogStanding();
  const capture = useCaptureShown(tab, report, cases, settings);
  const message = useMessage();
  const recording = useRecording();
  const scrollers = useScrollers(tab?.id, report?.documentKey);
  const actions = usePanelActions({ tab, capture, scrollers, recording, message, settings, changeSettings });
  const now = useClock(capture.shown.state === 'running' || recording.shown?.state === 'running');

  const scanned = report?.state === 'done' ? report.documentKey : undefined;
  useEffect(() => {
    if (tab && scanned) sendMessage('recognisePictures', { tabId: tab.id }).catch(reportError);
  }, [tab?.id, scanned]);

  if (!tab || !ruleset) return null;
  const host = hostOf(tab.url) || tab.url;
  return (
    <>
      <LogAlarm standing={logStanding} />
      <PanelView
        page={{ title: tab.title, host, iconUrl: tab.iconUrl }}
        report={shown}
        updated={updated}
        capture={capture.shown}
        now={now}
        desk={
          settings
            ? {
                ...desk,
                officers: settings.officers,
                onTake: (people) => message.attempt(() => desk.take(people)),
                onRegister: actions.onOpenSettings,
              }
            : undefined
        }
        filing={{
          cases: openCases(cases),
          practice: isPracticeAddress(tab.url),
          caseId: settings?.currentCaseId ?? null,
          host: siteOf(tab.url),
          facts: report?.party ?? [],
          onChoose: actions.onChooseCase,
          onNew: () =>
            message.attempt(async () =>
              actions.onChooseCase(
                await openCase({
                  title: tab.title,
                  host: siteOf(tab.url),
                  registrar: desk.desk?.officer ?? { name: '', licence: '' },
                  today: localDay(new Date()),
                  readings: report?.party?.length ? [{ url: tab.url, facts: report.party }] : [],
                }),
              ),
            ),
        }}
        scrollers={scrollers.found}
        // A recording that waits for its capture is shown also after the office has switched recording off.
        recording={settings?.recordSession || recording.shown ? recording.shown : undefined}
        captureKeys={shortcuts?.('capture') ?? []}
        itemCount={tally?.all ?? null}
        captures={tally?.ofPage ?? null}
        onOpenPdf={isPdf ? () => message.attempt(() => sendMessage('openPdf', { tabId: tab.id })) : undefined}
        explain={(finding) => explainFinding(ruleset, finding, settings?.referenceDate ?? localDay(new Date(now)))}
        hasPortal={(certificate) => lookUpOf(certificate, settings?.portals ?? {}) !== null}
        actions={actions}
      />
      {message.shown && (
        <Toast
          key={message.shown.number}
          onClose={message.close}
          {...(message.shown.icon ? { icon: message.shown.icon } : {})}
          {...(message.shown.error ? { error: true } : {})}
          {...(message.shown.action ? { action: message.shown.action } : {})}
        >
          {message.shown.text}
        </Toast>
      )}
    </>
  );
}
