import { useMemo } from 'preact/hooks';
import type { OfferedScroller } from '../../utils/capture/inner-scroller.ts';
import type { CertificateField } from '../../utils/certificate/certificate.ts';
import { t } from '../../utils/i18n.ts';
import type { FramedFinding, TabReport } from '../../utils/tab-report.ts';
import { CaptureProgress } from '../capture/CaptureProgress.tsx';
import { FailedView } from '../capture/FailedView.tsx';
import { InterruptedView } from '../capture/InterruptedView.tsx';
import { SealedView } from '../capture/SealedView.tsx';
import { CertificateSection, type FramedCertificate } from '../certificates/CertificateSection.tsx';
import { clockText, countText } from '../figures.ts';
import { FindingList } from '../findings/FindingList.tsx';
import type { RuleExplanation } from '../findings/LegalBasis.tsx';
import { sortFindings } from '../findings/sort-findings.ts';
import { verdictOf, weigh } from '../popup/verdict.ts';
import { useKeys } from '../use-keys.ts';
import type { CaptureShown } from './capture-shown.ts';
import { PanelFoot } from './PanelFoot.tsx';
import { PanelHead } from './PanelHead.tsx';
import { ReadSummary } from './ReadSummary.tsx';
import { RecordingBar, type RecordingShown } from './RecordingBar.tsx';
import { SkippedPictures } from './SkippedPictures.tsx';
import { UnreadPictures } from './UnreadPictures.tsx';
import { useScrollRoom } from './use-scroll-room.ts';
import { VerdictBar } from './VerdictBar.tsx';
import './panel-view.css';

export interface PanelActions {
  onRescan: () => void;
  onCapture: (mode: 'full' | 'view') => void;
  onStartRecording: () => void;
  onStopRecording: () => void;
  onDiscardRecording: () => void;
  onLookForScrollers: () => void;
  onCaptureScroller: (path: string) => void;
  onCancel: (jobId: string) => void;
  onResume: (jobId: string) => void;
  /** Removes what a capture kept, without another. */
  onDiscard: (jobId: string) => void;
  /** Removes what a capture kept and starts again. */
  onRestart: (jobId: string) => void;
  onLeaveSealed: () => void;
  onOpenItem: (itemId: string) => void;
  onExportItem: (itemId: string) => void;
  onChooseCase: (caseId: string | null) => void;
  onLocate: (finding: FramedFinding) => void;
  /** Scrolls to words of the page that are no finding. */
  onLocateWords: (words: string) => void;
  onDismiss: (finding: FramedFinding, dismissed: boolean) => void;
  onUndo: () => void;
  onLocateField: (certificate: FramedCertificate, field?: CertificateField) => void;
  onCorrect: (certificate: FramedCertificate, field: CertificateField, value: string) => void;
  onLookUp: (certificate: FramedCertificate) => void;
  onCopy: (text: string) => void;
  onReadAllPictures: () => void;
  onOpenLibrary: () => void;
  onOpenSettings: () => void;
}

export interface PanelViewProps {
  page: { title: string; host: string; iconUrl?: string | undefined };
  report: TabReport | undefined;
  /** The page changed after its first scan. */
  updated: boolean;
  capture: CaptureShown;
  /** Milliseconds since the epoch; moved on while a capture runs. */
  now: number;
  cases: readonly { id: string; name: string }[];
  caseId: string | null;
  captureKeys: readonly string[];
  scrollers: readonly OfferedScroller[];
  /** The session recording; undefined where the office does not record. */
  recording?: RecordingShown | null | undefined;
  /** Sealed items in the library, and those of this address; null until the store has answered. */
  itemCount: number | null;
  captures: number | null;
  explain: (ruleId: string) => RuleExplanation | undefined;
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
  useCaptureKeys(capture, actions);

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
        {props.recording !== undefined && (
          <RecordingBar
            recording={props.recording}
            now={props.now}
            onStart={actions.onStartRecording}
            onStop={actions.onStopRecording}
            onDiscard={actions.onDiscardRecording}
          />
        )}
        {capture.state === 'none' && (
          <VerdictBar
            verdict={verdictOf(report)}
            counts={counts}
            weighed={weighed}
            onLocateWords={(words) => locateWords(words, report, actions)}
            scannedAt={report && report.state === 'done' ? clockText(report.scannedAt) : ''}
            updated={props.updated}
            captureKeys={props.captureKeys}
            cases={props.cases}
            caseId={props.caseId}
            onChooseCase={actions.onChooseCase}
            scrollers={props.scrollers}
            onLookForScrollers={actions.onLookForScrollers}
            onCapture={actions.onCapture}
            onCaptureScroller={actions.onCaptureScroller}
            onRescan={actions.onRescan}
          />
        )}
      </div>
      <CaptureArea capture={capture} now={props.now} actions={actions} />
      {report && (capture.state === 'none' || capture.state === 'sealed') && (
        <Found key={capture.state} {...props} report={report} />
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

function CaptureArea({ capture, now, actions }: { capture: CaptureShown; now: number; actions: PanelActions }) {
  switch (capture.state) {
    case 'none':
      return null;
    case 'running':
      return (
        <CaptureProgress
          job={capture.job}
          now={now}
          cancelling={capture.cancelling}
          onCancel={() => actions.onCancel(capture.job.id)}
        />
      );
    case 'interrupted':
      return (
        <InterruptedView
          job={capture.job}
          resumable={capture.resumable}
          onResume={() => actions.onResume(capture.job.id)}
          onRestart={() => actions.onRestart(capture.job.id)}
          onDiscard={() => actions.onDiscard(capture.job.id)}
        />
      );
    case 'failed':
      return (
        <FailedView
          job={capture.job}
          onRestart={() => actions.onRestart(capture.job.id)}
          onDiscard={() => actions.onDiscard(capture.job.id)}
        />
      );
    case 'sealed':
      return (
        <SealedView
          {...capture}
          onOpen={() => actions.onOpenItem(capture.item.id)}
          onExport={() => actions.onExportItem(capture.item.id)}
          onCopy={actions.onCopy}
        />
      );
  }
}

function Found({
  report,
  capture,
  explain,
  hasPortal,
  actions,
}: Pick<PanelViewProps, 'capture' | 'explain' | 'hasPortal' | 'actions'> & { report: TabReport }) {
  const folded = capture.state === 'sealed';
  const verdict = verdictOf(report);
  return (
    <div class="zj-panel-found">
      {!folded && verdict === 'none' && <ReadSummary report={report} />}
      <FindingList
        findings={report.findings}
        folded={folded}
        explain={explain}
        onLocate={actions.onLocate}
        onDismiss={actions.onDismiss}
        onUndo={actions.onUndo}
      />
      {report.omitted > 0 && <p class="zj-panel-omitted">{t('findingsOmitted', countText(report.omitted))}</p>}
      <CertificateSection
        certificates={report.certificates}
        reading={report.reading}
        folded={folded}
        onLocate={actions.onLocateField}
        onCorrect={actions.onCorrect}
        hasPortal={hasPortal}
        onLookUp={actions.onLookUp}
        onSetPortals={actions.onOpenSettings}
        onCopyNumber={({ fields }) => fields.certificateNumber && actions.onCopy(fields.certificateNumber.value)}
      />
      {!folded && !report.reading && (
        <UnreadPictures count={report.unlikePictures} onReadAll={actions.onReadAllPictures} />
      )}
      {!folded && <SkippedPictures pictures={report.skippedPictures ?? []} />}
    </div>
  );
}

/** Esc cancels the capture under way; Enter opens the sealed one, unless a control has the focus. */
function useCaptureKeys(capture: CaptureShown, actions: PanelActions): void {
  useKeys((event) => {
    if (event.defaultPrevented) return;
    if (capture.state === 'running' && event.key === 'Escape') actions.onCancel(capture.job.id);
    if (capture.state === 'sealed' && event.key === 'Enter' && event.target === document.body)
      actions.onOpenItem(capture.item.id);
  });
}
