import { sizeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import {
  CAPTURE_STEPS,
  type CaptureJob,
  type CaptureStep,
  type StepProgress,
} from '../../utils/evidence/capture-job.ts';
import { StepList } from '../ui/StepList.tsx';
import { stepDuration, stepLabel } from './capture-progress.ts';
import { TileGrid } from './TileGrid.tsx';

function detail(job: CaptureJob, name: CaptureStep, step: StepProgress): string | undefined {
  const isPdf = job.document === 'pdf';
  if (name === 'tiles' && step.state === 'stopped' && step.total) return t('tilesStopped', (step.done ?? 0) + 1);
  if (name === 'tiles' && step.state === 'now') return t(isPdf ? 'pdfPagesHint' : 'tilesHint');
  if (step.state !== 'done' || step.size === undefined) return undefined;
  return name === 'archive' && !isPdf ? t('archiveSize', sizeText(step.size)) : sizeText(step.size);
}

function figure(name: CaptureStep, step: StepProgress): string | undefined {
  if (name === 'tiles' && step.state !== 'done' && step.total) return `${step.done ?? 0} / ${step.total}`;
  const duration = step.state === 'done' ? stepDuration(step) : null;
  return duration === null ? undefined : t('seconds', (duration / 1000).toFixed(1));
}

/** A step that was under way when its capture ended is a stopped one. */
const atRest = (job: CaptureJob, step: StepProgress): StepProgress =>
  step.state === 'now' && job.state !== 'running' ? { ...step, state: 'stopped' } : step;

/** The five steps of a capture; one that takes only the view has no tiles. */
export function CaptureSteps({ job }: { job: CaptureJob }) {
  const names = CAPTURE_STEPS.filter((name) => job.mode !== 'view' || name !== 'tiles');
  return (
    <StepList
      steps={names.map((name) => {
        const step = atRest(job, job.steps[name]);
        const { done = 0, total = 0 } = step;
        const told = detail(job, name, step);
        const counted = figure(name, step);
        return {
          id: name,
          label: stepLabel(job, name),
          state: step.state,
          stateLabel: t(`stepState_${step.state}`),
          ...(told ? { detail: told } : {}),
          ...(counted ? { figure: counted } : {}),
          ...(name === 'tiles' && total > 0 && step.state !== 'done'
            ? { body: <TileGrid done={done} total={total} running={step.state === 'now'} /> }
            : {}),
        };
      })}
    />
  );
}
