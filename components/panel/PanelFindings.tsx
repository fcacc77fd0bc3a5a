import type { ShownExplanation } from '../../rules/explanation.ts';
import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { FramedFinding, TabReport } from '../../utils/reports/tab-report.ts';
import { CertificateSection, type FramedCertificate } from '../certificates/CertificateSection.tsx';
import { FindingList } from '../findings/FindingList.tsx';
import { verdictOf } from '../popup/popup-verdict.ts';
import type { CaptureShown } from './capture-shown.ts';
import { MissedMark } from './MissedMark.tsx';
import type { PanelActions } from './panel-actions.ts';
import { ReadSummary } from './ReadSummary.tsx';
import { SkippedPictures } from './SkippedPictures.tsx';
import { UnreadPictures } from './UnreadPictures.tsx';

export interface PanelFindingsProps {
  report: TabReport;
  capture: CaptureShown;
  explain: (finding: FramedFinding) => ShownExplanation;
  hasPortal: (certificate: FramedCertificate) => boolean;
  actions: PanelActions;
}

/** What the page shows: findings, certificates, and the pictures that were not read. Folded under a sealed capture. */
export function PanelFindings({ report, capture, explain, hasPortal, actions }: PanelFindingsProps) {
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
      {!folded && !report.pdf && <MissedMark onMark={actions.onMarkMissed} />}
      {report.omitted > 0 && <p class="zj-panel-omitted">{t('findingsOmitted', countText(report.omitted))}</p>}
      <CertificateSection
        certificates={report.certificates}
        reading={report.reading}
        folded={folded}
        onLocate={actions.onLocateField}
        onCorrect={actions.onCorrect}
        onStrike={actions.onStrike}
        hasPortal={hasPortal}
        onLookUp={actions.onLookUp}
        onSetPortals={actions.onOpenSettings}
        onCopyNumber={({ fields }) => fields.certificateNumber && actions.onCopy(fields.certificateNumber.value)}
      />
      {!folded && !report.reading && (
        <UnreadPictures count={report.unlikePictures} onReadAll={actions.onReadAllPictures} />
      )}
      {!folded && <SkippedPictures pictures={report.skippedPictures ?? []} further={report.furtherSkipped} />}
    </div>
  );
}
