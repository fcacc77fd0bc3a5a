import { t } from '../../utils/base/i18n.ts';
import {
  CAPTURE_STEPS,
  type CaptureJob,
  type CaptureStep,
  type StepProgress,
} from '../../utils/evidence/capture-job.ts';

/** How much of a step is done, 0…1; only the tiles have a measure in between. */
function share(step: StepProgress): number {
  if (step.state === 'done') return 1;
  return step.total ? (step.done ?? 0) / step.total : 0;
}

/** Steps done, counting the tiles by fractions; of five. */
export const stepsDone = (job: CaptureJob): number =>
  CAPTURE_STEPS.reduce((sum, step) => sum + share(job.steps[step]), 0);

/** Which step is under way, or stopped, or would come next. */
export function stepInHand(job: CaptureJob): CaptureStep {
  return CAPTURE_STEPS.find((step) => job.steps[step].state !== 'done') ?? 'seal';
}

/** What the officer reads for a step; a PDF has its file and its pages where a page has archive and tiles. */
export const stepLabel = ({ document }: CaptureJob, step: CaptureStep): string =>
  document === 'pdf' && (step === 'archive' || step === 'tiles')
    ? t(`captureStep_pdf_${step}`)
    : t(`captureStep_${step}`);

/** Milliseconds a finished step took, null when it is not known. */
export function stepDuration(step: StepProgress): number | null {
  if (!step.startedAt || !step.endedAt) return null;
  return Math.max(0, Date.parse(step.endedAt) - Date.parse(step.startedAt));
}

/** Milliseconds the rest of the tiles will take at the speed so far; null before the first and outside that step. */
export function timeLeft(job: CaptureJob, now: number): number | null {
  const { state, startedAt, done = 0, total } = job.steps.tiles;
  if (state !== 'now' || !startedAt || !total || done === 0) return null;
  return Math.max(0, ((now - Date.parse(startedAt)) / done) * (total - done));
}
