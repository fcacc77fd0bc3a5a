import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { sortFindings } from '../../components/findings/sort-findings.ts';
import { PopupView } from '../../components/popup/PopupView.tsx';
import { verdictOf, weigh } from '../../components/popup/popup-verdict.ts';
import { LogAlarm } from '../../components/ui/LogAlarm.tsx';
import { hostOf, siteOf } from '../../utils/base/host-of.ts';
import { localDay } from '../../utils/base/local-day.ts';
import { openCase } from '../../utils/casework/open-case.ts';
import { openProblems } from '../../utils/certificate/answered-doubts.ts';
import { openCases } from '../../utils/evidence/case.ts';
import { isPracticeAddress } from '../../utils/evidence/practice.ts';
import { useDesk } from '../../utils/live/use-desk.ts';
import { useFollowedTab } from '../../utils/live/use-followed-tab.ts';
import { useLogStanding } from '../../utils/live/use-log-standing.ts';
import { usePdfTab } from '../../utils/live/use-pdf-tab.ts';
import { useSettings } from '../../utils/live/use-settings.ts';
import { useShortcuts } from '../../utils/live/use-shortcuts.ts';
import { useCases, useItemTally, useStored } from '../../utils/live/use-stored.ts';
import { useTabReport } from '../../utils/live/use-tab-report.ts';
import { useWeighedPage } from '../../utils/live/use-weighed-page.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import { lockState } from '../../utils/store/store-key.ts';
import { openPanel } from '../../utils/tabs/open-panel.ts';
import { usePopupCapture } from './use-popup-capture.ts';

/** How long the first paint waits for everything, in milliseconds. */
const PATIENCE_MS = 200;

/** Opens a part of the library in a tab and leaves. */
async function goTo(path: string) {
  await browser.tabs.create({ url: new URL(path, location.origin).href });
  close();
}

/** Wires the popup to its tab: one paint when everything is known, or what is known after 200 ms. */
export function Popup() {
  const tab = useFollowedTab();
  const { report } = useTabReport(tab?.id);
  useWeighedPage(report);
  const tally = useItemTally(tab?.url ?? '');
  const [settings, changeSettings] = useSettings();
  const desk = useDesk(settings);
  const cases = useCases();
  const shortcuts = useShortcuts();
  const [waited, setWaited] = useState(false);
  const lock = useStored(['lock'], lockState);
  const logStanding = useLogStanding();
  const isPdf = usePdfTab(tab);
  const capture = usePopupCapture(tab, report, `${desk.state} ${lock}`, (itemId) =>
    goTo(`/library.html#/items/${encodeURIComponent(itemId)}`),
  );
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  if (!(tab && report && tally && settings && desk.state && shortcuts) && !waited) return null;
  if (!tab) return null;

  const host = hostOf(tab.url);
  const switchedOff = settings?.disabledSites.includes(host) ?? false;
  const verdict = switchedOff && report?.state !== 'unreadable' ? 'off' : verdictOf(report);
  const certificates = (report?.certificates ?? []).filter(({ struckOff }) => !struckOff);

  return (
    <>
      <LogAlarm standing={logStanding} />
      <PopupView
        verdict={verdict}
        weighed={verdict === 'found' ? weigh(report) : undefined}
        counts={sortFindings(report?.findings ?? []).counts}
        characters={report?.timings.characters ?? 0}
        pictures={report?.pictures ?? 0}
        host={report?.state === 'unreadable' || host === '' ? null : host}
        itemCount={tally?.all ?? null}
        desk={
          settings
            ? {
                ...desk,
                officers: settings.officers,
                onTake: (people) => void desk.take(people).catch(reportError),
                onRegister: () => void goTo('/library.html#/settings'),
              }
            : undefined
        }
        filing={
          verdict === 'unreadable' || !cases
            ? undefined
            : {
                cases: openCases(cases),
                practice: isPracticeAddress(tab.url),
                caseId: settings?.currentCaseId ?? null,
                host: siteOf(tab.url),
                facts: report?.party ?? [],
                onChoose: (currentCaseId) => void changeSettings({ currentCaseId }).catch(reportError),
                onNew: () =>
                  void openCase({
                    title: tab.title,
                    host: siteOf(tab.url),
                    registrar: desk.desk?.officer ?? { name: '', licence: '' },
                    today: localDay(new Date()),
                    readings: report?.party?.length ? [{ url: tab.url, facts: report.party }] : [],
                  })
                    .then((currentCaseId) => changeSettings({ currentCaseId }))
                    .catch(reportError),
              }
        }
        captureKeys={shortcuts?.('capture') ?? []}
        panelKeys={shortcuts?.('panel') ?? []}
        certificates={{
          count: certificates.length,
          missing: certificates.reduce((sum, each) => sum + each.missing.length, 0),
          problems: certificates.reduce((sum, each) => sum + openProblems(each).length, 0),
        }}
        capturing={capture.capturing}
        latest={capture.latest}
        onOpenPdf={
          isPdf ? () => void sendMessage('openPdf', { tabId: tab.id }).then(() => close(), reportError) : undefined
        }
        failure={capture.failure}
        onCapture={capture.start}
        onToggleSite={async (scanned) => {
          const others = settings?.disabledSites.filter((each) => each !== host) ?? [];
          await changeSettings({ disabledSites: scanned ? others : [...others, host] });
          await sendMessage('rescan', { tabId: tab.id });
        }}
        onOpenPanel={() => openPanel(tab.id).then(() => close())}
        onOpenLibrary={() => goTo('/library.html')}
        onOpenSettings={() => goTo('/library.html#/settings')}
      />
    </>
  );
}
