import { ExpectedFailure } from '../../base/expected-failure.ts';
import { CAPTURE_STEPS, type CaptureJob, type CaptureStep } from '../../evidence/capture-job.ts';
import { totalSize } from '../../evidence/total-size.ts';
import { DocumentGoneError, PageHungError } from '../network/frames.ts';
import type { CaptureRun } from './capture-run.ts';

/** What each step does. A step may run again after an interruption: it replaces what it had kept. */
export type StepActions = Readonly<Record<CaptureStep, StepAction>> & {
  /** In their place once the page has stopped answering. */
  readonly withoutPage?: Readonly<Partial<Record<CaptureStep, StepAction>>>;
};

type StepAction = (run: CaptureRun) => Promise<void>;

/** The steps that a mode takes, in order. */
export const stepsOf = (mode: CaptureJob['mode']): CaptureStep[] =>
  CAPTURE_STEPS.filter((step) => mode !== 'view' || step !== 'tiles');

/** A capture that has just begun; nothing ran yet. */
export function newJob(facts: Omit<CaptureJob, 'state' | 'steps' | 'notCaptured'>): CaptureJob {
  const waiting = { state: 'waiting' as const };
  return {
    ...facts,
    state: 'running',
    steps: { view: waiting, archive: waiting, tiles: waiting, network: waiting, seal: waiting },
    notCaptured: [],
  };
}

async function sizeOfStep(run: CaptureRun, before: ReadonlySet<string>): Promise<number> {
  const staged = await run.stagedList();
  return totalSize(staged.filter(({ name }) => !before.has(name)));
}

/** A page that stops answering in mid-step costs what only it could have given; the step is made without it. */
async function perform(run: CaptureRun, step: CaptureStep, actions: StepActions): Promise<void> {
  const withoutPage = actions.withoutPage?.[step];
  if (!withoutPage) return actions[step](run);
  if (!run.hung) {
    try {
      return await actions[step](run);
    } catch (error) {
      if (!(error instanceof PageHungError)) throw error;
      await run.hangs();
    }
  }
  await withoutPage(run);
}

async function runStep(run: CaptureRun, step: CaptureStep, actions: StepActions): Promise<void> {
  const { state: _state, endedAt: _endedAt, ...kept } = run.job.steps[step];
  const startedAt = new Date().toISOString();
  await run.change({ steps: { ...run.job.steps, [step]: { ...kept, state: 'now', startedAt } } });
  const before = new Set((await run.stagedList()).map(({ name }) => name));
  await perform(run, step, actions);
  // Sealing has ended the job in the same transaction that made the item: nothing is left to write down.
  if (run.item) return;
  await run.ensureDocument();
  const endedAt = new Date().toISOString();
  await run.changeStep(step, { state: 'done', endedAt, size: await sizeOfStep(run, before) });
}

/**
 * Runs the steps that are not done yet, in order, each written down before and after. Each begins and ends on the document that
 * the capture began on.
 * @throws whatever stopped it; the step in hand is then marked as stopped
 */
export async function runSteps(run: CaptureRun, actions: StepActions): Promise<void> {
  for (const step of stepsOf(run.job.mode)) {
    if (run.job.steps[step].state === 'done') continue;
    await run.ensureDocument();
    await runStep(run, step, actions);
  }
}

/** How a capture that was stopped by an error ends. */
export type Ending =
  | { state: 'interrupted'; failure: NonNullable<CaptureJob['failure']> }
  | { state: 'failed'; failure: NonNullable<CaptureJob['failure']> };

/**
 * The ending for an error: a page that is gone interrupts (what was taken is kept until the officer decides), anything else
 * fails.
 * @param tabExists whether the tab is still open
 */
export function endingFor(error: unknown, tabExists: boolean): Ending {
  if (error instanceof DocumentGoneError) {
    const key = tabExists ? 'error_captureNavigated' : 'error_captureTabClosed';
    return { state: 'interrupted', failure: { key, values: [] } };
  }
  if (error instanceof ExpectedFailure)
    return { state: 'failed', failure: { key: error.key, values: [...error.values] } };
  const name = error instanceof Error ? error.message || error.name : String(error);
  return { state: 'failed', failure: { key: 'error_captureDefect', values: [name.slice(0, 200)] } };
}

/** The job as it is written down when it is interrupted: the step in hand has stopped. */
export function interruptedJob(
  job: CaptureJob,
  failure: NonNullable<CaptureJob['failure']>,
  endedAt: string,
): CaptureJob {
  const steps = { ...job.steps };
  for (const step of CAPTURE_STEPS) if (steps[step].state === 'now') steps[step] = { ...steps[step], state: 'stopped' };
  return { ...job, state: 'interrupted', steps, failure, endedAt };
}
