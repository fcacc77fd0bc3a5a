import { useMemo } from 'preact/hooks';
import type { ShownExplanation } from '../../rules/explanation.ts';
import { clockText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { OfferedScroller } from '../../utils/reports/offered-scroller.ts';
import type { FramedFinding, TabReport } from '../../utils/reports/tab-report.ts';
import { disclosureOf } from '../../utils/scan/licence-disclosure.ts';
import type { FramedCertificate } from '../certificates/CertificateSection.tsx';
import { DeskLine, type DeskLineProps } from '../desk/DeskLine.tsx';
import { sortFindings } from '../findings/sort-findings.ts';
import { OpenPdf } from '../pdf/OpenPdf.tsx';
import { verdictOf, weigh } from '../popup/popup-verdict.ts';
import { CaptureArea } from './CaptureArea.tsx';
import type { CaptureShown } from './capture-shown.ts';
import { PanelFindings } from './PanelFindings.tsx';
import { PanelFoot } from './PanelFoot.tsx';
import { PanelHead } from './PanelHead.tsx';
import type { PanelActions } from './panel-actions.ts';
import { RecordingBar, type RecordingShown } from './RecordingBar.tsx';
import { useScrollRoom } from './use-scroll-room.ts';
import { VerdictBar, type VerdictBarProps } from './VerdictBar.tsx';
import './panel-view.css';

export interface PanelViewProps {
  page: { title: string; host: string; iconUrl?: string | undefined };
  report: TabReport | undefined;
  /** The page changed after its first scan. */
  updated: boolean;
  capture: CaptureShown;
  /** Milliseconds since the epoch; moved on while a capture runs. */
  now: number;
  /** Who is at the desk; absent until the settings are read. */
  desk?: DeskLineProps | undefined;
  filing: VerdictBarProps['filing'];
  captureKeys: readonly string[];
  scrollers: readonly OfferedScroller[];
  /** The session recording; undefined where the office does not record. */
  recording?: RecordingShown | null | undefined;
  /** Sealed items in the library, and those of this address; null until the store has answered. */
  itemCount: number | null;
  captures: number | null;
  /** Opens the tab's PDF in the viewer; absent where there is none. */
  onOpenPdf?: (() => void) | undefined;
  explain: (finding: FramedFinding) => ShownExplanation;
  hasPortal: (certificate: FramedCertificate) => boolean;
  actions: PanelActions;
}

/** The whole side panel: its page, what was found, and the capture under way or just sealed. */
export function PanelView(props: PanelViewProps) {
  const { page, report, capture, actions } = props;
  const counts = useMemo(() => sortFindings(report?.findings ?? []).counts, [report]);
  const weighed = useMemo(() => weigh(report), [report]);
  const running = capture.state === 'running';
  const head = useScrollRoom();

  return (
    <main class="zj-panel">
      <div ref={head} class="zj-panel-top">
        <PanelHead
          {...page}
          onRescan={running ? undefined : capture.state === 'sealed' ? actions.onLeaveSealed : actions.onRescan}
          menu={[
            { id: 'library', label: t('library'), icon: 'library', onSelect: actions.onOpenLibrary },
            { id: 'settings', label: t('settings'), icon: 'sliders', onSelect: actions.onOpenSettings },
          ]}
        />
        {props.desk && (
          <div class="zj-panel-desk">
            <DeskLine {...props.desk} />
          </div>
        )}
        {props.recording !== undefined && (
          <RecordingBar
            recording={props.recording}
            now={props.now}
            onStart={actions.onStartRecording}
            onStop={actions.onStopRecording}
            onDiscard={actions.onDiscardRecording}
          />
        )}
        {props.onOpenPdf && <OpenPdf onOpen={props.onOpenPdf} />}
        {capture.state === 'none' && !props.onOpenPdf && (
          <VerdictBar
            verdict={verdictOf(report)}
            unread={report?.unread ?? 0}
            counts={counts}
            weighed={weighed}
            page={report?.page}
            disclosure={report && disclosureOf(report)}
            onLocateWords={(words) => locateWords(words, report, actions)}
            scannedAt={report && report.state === 'done' ? clockText(report.scannedAt) : ''}
            updated={props.updated}
            rulesChanged={report?.rulesChanged ?? false}
            captureKeys={props.captureKeys}
            filing={props.filing}
            captures={props.captures}
            scrollers={props.scrollers}
            onLookForScrollers={actions.onLookForScrollers}
            onCapture={actions.onCapture}
            onCaptureScrollers={actions.onCaptureScrollers}
            onRescan={actions.onRescan}
          />
        )}
      </div>
      <CaptureArea capture={capture} now={props.now} actions={actions} />
      {report && (capture.state === 'none' || capture.state === 'sealed') && (
        <PanelFindings key={capture.state} {...props} report={report} />
      )}
      {!running && capture.state !== 'interrupted' && capture.state !== 'failed' && (
        <PanelFoot
          captures={props.captures}
          rulePackVersion={report?.rulePacks[0]?.version ?? ''}
          itemCount={props.itemCount}
          onOpenLibrary={actions.onOpenLibrary}
        />
      )}
    </main>
  );
}

/** A sign rests on the words of a claim, which has its own place, or on others of the page. */
function locateWords(words: string, report: TabReport | undefined, actions: PanelActions): void {
  const claim = report?.findings.find(
    ({ disposition, matchedText }) => disposition === 'claim' && matchedText === words,
  );
  if (claim) actions.onLocate(claim);
  else actions.onLocateWords(words);
}
