import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import type { ChosenScroller } from '../../utils/evidence/capture-job.ts';
import type { FramedFinding } from '../../utils/reports/tab-report.ts';
import type { FramedCertificate } from '../certificates/CertificateSection.tsx';

/** What an officer can ask of the panel. */
export interface PanelActions {
  onRescan: () => void;
  onCapture: (mode: 'full' | 'view') => void;
  onStartRecording: () => void;
  onStopRecording: () => void;
  onDiscardRecording: () => void;
  onLookForScrollers: () => void;
  /** Parts that scroll by themselves, into one item: alone, or with the whole page. */
  onCaptureScrollers: (mode: 'full' | 'scroller', scrollers: readonly ChosenScroller[]) => void;
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
  /** Marks the words that are selected on the page as a claim that was not found. */
  onMarkMissed: () => void;
  onUndo: () => void;
  onLocateField: (certificate: FramedCertificate, field?: CertificateField) => void;
  onCorrect: (certificate: FramedCertificate, field: CertificateField, value: string) => void;
  onStrike: (certificate: FramedCertificate, struckOff: boolean) => void;
  onLookUp: (certificate: FramedCertificate) => void;
  onCopy: (text: string) => void;
  onReadAllPictures: () => void;
  onOpenLibrary: () => void;
  onOpenSettings: () => void;
}
