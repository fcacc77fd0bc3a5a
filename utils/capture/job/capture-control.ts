import { browser } from '#imports';
import { keepAwake, restUnlessNeeded } from '../../background/keep-awake.ts';
import { endOrphans } from '../../background/orphans.ts';
import { firstOf } from '../../base/abortable.ts';
import type { CaptureJob } from '../../evidence/capture-job.ts';
import { personOf } from '../../evidence/desk.ts';
import { isPracticeAddress, PRACTICE_CASE_ID } from '../../evidence/practice.ts';
import type { TabReport } from '../../reports/tab-report.ts';
import { discardJob, failJob, listJobs, readJob, saveJob } from '../../store/capture-store.ts';
import { appendLine } from '../../store/custody-store.ts';
import { personAtDesk } from '../../store/desk-store.ts';
import { StorageFullError } from '../../store/disk-reserve.ts';
import { readSettings } from '../../store/settings.ts';
import { keepEnding, writeEndings } from '../../store/unwritten-endings.ts';
import { DocumentGoneError, PageHungError } from '../network/frames.ts';
import { isPdfShown } from '../network/pdf-in-tab.ts';
import { requireScroller } from '../tiles/inner-scroller.ts';
import { showMarks } from '../tiles/marks.ts';
import { readyToCapture } from './capture-readiness.ts';
import { CaptureRefusedError } from './capture-refusal.ts';
import { CaptureRun, HUNG } from './capture-run.ts';
import { watchDocument } from './document-watch.ts';
import { endingFor, interruptedJob, newJob, runSteps, type StepActions } from './job-runner.ts';
import { isSameDocument, keyOrHung } from './same-document.ts';

/** What the officer asked to capture. */
export type AskedCapture = Pick<CaptureJob, 'mode' | 'scrollers'>;

/** States of a job that its worker left without ending it. */
const CUT_OFF: readonly CaptureJob['state'][] = ['running', 'paused'];

/** Captures are begun, ended and taken up again here; each tab has at most one. */
export class CaptureControl {
  private readonly actions: StepActions;
  private readonly readReport: (tabId: number) => Promise<TabReport | undefined>;
  private readonly running = new Map<string, { cancel: AbortController; ended: Promise<void> }>();
  /** Tabs whose capture is just being begun. */
  private readonly starting = new Map<number, Promise<string>>();
  /** The taking up under way: an alarm that wakes the worker asks for it a second time. */
  private takingUp: Promise<void> | undefined;

  constructor(actions: StepActions, readReport: (tabId: number) => Promise<TabReport | undefined>) {
    this.actions = actions;
    this.readReport = readReport;
  }

  /**
   * Begins a capture of a tab, or answers with the one that runs there.
   * @returns the id of the job
   * @throws CaptureRefusedError, NobodyAtDeskError, StorageLowError before anything is written
   */
  start(tabId: number, asked: AskedCapture): Promise<string> {
    const starting = this.starting.get(tabId) ?? this.begin(tabId, asked).finally(() => this.starting.delete(tabId));
    this.starting.set(tabId, starting);
    return starting;
  }

  private async begin(tabId: number, asked: AskedCapture): Promise<string> {
    await this.writeLeftEndings();
    const jobs = (await listJobs()).filter((job) => job.tabId === tabId);
    for (const { id } of jobs) {
      if (await this.settled(id)) continue;
      return id;
    }
    const { tab, facts, hung, settings, attending } = await readyToCapture(tabId);
    for (const chosen of asked.scrollers ?? []) await requireScroller(tabId, chosen);
    for (const left of jobs.filter((job) => job.state === 'interrupted')) await this.discard(left.id, '由新的取证代替');
    const [loadKey, report] = await Promise.all([hung ? HUNG : keyOrHung(tabId), this.readReport(tabId)]);
    const caseId = isPracticeAddress(facts.url) ? PRACTICE_CASE_ID : settings.currentCaseId;
    const detail = `开始取证 ${facts.url}`;
    const line = await appendLine({ act: 'capture-started', person: personOf(attending), detail });
    const job = newJob({
      id: crypto.randomUUID(),
      tabId,
      windowId: tab.windowId ?? browser.windows.WINDOW_ID_NONE,
      documentKey: report?.documentKey || loadKey,
      loadKey,
      url: facts.url,
      title: facts.title,
      ...asked,
      ...(isPdfShown(tab.url ?? '') ? { document: 'pdf' as const } : {}),
      startedAt: new Date().toISOString(),
      startedLine: line.sequence,
      ...attending,
      ...(caseId ? { caseId } : {}),
    });
    await saveJob(job);
    this.launch(job, CUT_OFF);
    return job.id;
  }

  /** Ends a capture and removes what it took; one line in the log says so. */
  async cancel(jobId: string): Promise<void> {
    const running = this.running.get(jobId);
    running?.cancel.abort(new DOMException('cancelled by the officer', 'AbortError'));
    await running?.ended;
    const job = await readJob(jobId);
    if (!job || job.state === 'sealed' || job.state === 'cancelled') return;
    await this.discard(jobId, '取消取证，已截取的内容已删除');
  }

  /** Removes what an interrupted or failed capture kept. */
  async discard(jobId: string, detail = '放弃中断的取证，已截取的内容已删除'): Promise<void> {
    await this.writeLeftEndings();
    const job = await this.settled(jobId);
    if (!job || job.state === 'sealed' || job.state === 'cancelled') return;
    await discardJob(jobId, 'capture-cancelled', detail, await personAtDesk());
  }

  /**
   * Goes on with an interrupted capture on the same document; on another it stays interrupted.
   * @throws CaptureRefusedError when the document is another
   */
  async resume(jobId: string): Promise<void> {
    const job = await this.settled(jobId);
    if (!job || !['running', 'paused', 'interrupted'].includes(job.state)) return;
    if (!(await isSameDocument(job))) throw new CaptureRefusedError('error_captureNavigated');
    const { failure: _failure, endedAt: _endedAt, ...going } = job;
    this.launch({ ...going, state: 'running' }, [...CUT_OFF, 'interrupted']);
  }

  /**
   * Takes up the captures that were cut off when this worker's forerunner was stopped: those whose document is still there go
   * on, the others are marked as interrupted.
   */
  takeUp(): Promise<void> {
    this.takingUp ??= this.takeUpOnce().finally(() => {
      this.takingUp = undefined;
    });
    return this.takingUp;
  }

  private async takeUpOnce(): Promise<void> {
    // Only a worker that has begun nothing itself knows that what is open is left over.
    if (this.running.size === 0) await endOrphans();
    const cutOff = (job: CaptureJob | undefined): job is CaptureJob =>
      job !== undefined && CUT_OFF.includes(job.state) && !this.running.has(job.id);
    await this.writeLeftEndings();
    for (const job of (await listJobs()).filter(cutOff)) {
      const isThere = await isSameDocument(job);
      const now = await readJob(job.id);
      // Whoever began it meanwhile goes on with it.
      if (!cutOff(now)) continue;
      if (isThere) this.launch(now, CUT_OFF);
      else await this.interrupt(now, { key: 'error_captureStopped', values: [] });
    }
    await restUnlessNeeded();
  }

  /** A job that nobody works on: undefined while it runs, or when there is none; one that has just ended is waited for. */
  private async settled(jobId: string): Promise<CaptureJob | undefined> {
    const job = await readJob(jobId);
    const running = this.running.get(jobId);
    if (!running) return job;
    if (job?.state === 'running' || job?.state === 'paused') return undefined;
    await running.ended;
    return job;
  }

  private async interrupt(job: CaptureJob, failure: NonNullable<CaptureJob['failure']>): Promise<void> {
    await saveJob(interruptedJob(job, failure, new Date().toISOString()));
    const person = personOf({ officers: job.officers ?? [] });
    await appendLine({ act: 'capture-interrupted', person, detail: `取证中断，未封存：${job.url}` });
  }

  /** Asking whether a job runs and entering it are one turn: of two callers one gets through. */
  private launch(job: CaptureJob, from: readonly CaptureJob['state'][]): void {
    if (this.running.has(job.id)) return;
    const cancel = new AbortController();
    const awake = keepAwake();
    const ended = this.runAlone(job, from, cancel.signal).finally(() => {
      this.running.delete(job.id);
      awake();
    });
    this.running.set(job.id, { cancel, ended });
  }

  /** Under the job's own lock, which the browser lets go with its worker: what another one ended meanwhile is not begun again. */
  private runAlone(job: CaptureJob, from: readonly CaptureJob['state'][], cancelled: AbortSignal): Promise<void> {
    return navigator.locks.request(`zhengjian-capture-${job.id}`, async () => {
      const written = await readJob(job.id);
      if (!cancelled.aborted && written && from.includes(written.state)) await this.run(job, cancelled);
    });
  }

  private async run(job: CaptureJob, cancelled: AbortSignal): Promise<void> {
    const addresses: string[] = [];
    const watch = watchDocument(job.tabId, (url) => addresses.push(url.slice(0, 200)));
    const signal = firstOf(cancelled, watch.gone);
    const run = new CaptureRun(job, await readSettings(), signal, this.readReport, addresses);
    try {
      await run.change({ state: 'running' });
      if (job.steps.view.state === 'done' && !run.hung) await hideMarks(run);
      await runSteps(run, this.actions);
    } catch (error) {
      if (!cancelled.aborted) await this.conclude(run, error);
    } finally {
      watch.end();
      // A page that hangs puts them back by itself or not at all: nobody waits for that.
      const marks = showMarks(job.tabId, true).catch((error) => {
        if (!(error instanceof DocumentGoneError || error instanceof PageHungError)) throw error;
      });
      if (!run.hung) await marks;
    }
  }

  private async conclude(run: CaptureRun, error: unknown): Promise<void> {
    const tab = await browser.tabs.get(run.tabId).catch(() => undefined);
    // A page that goes away under a step shows as any error of the browser's.
    const gone = tab === undefined || !(await isSameDocument(run.job));
    const { state, failure } = endingFor(gone ? new DocumentGoneError() : error, tab !== undefined);
    if (failure.key === 'error_captureDefect') console.error(error);
    const stopped = interruptedJob(run.job, failure, new Date().toISOString());
    try {
      const written = await readJob(run.job.id);
      if (!written || written.state === 'failed' || written.state === 'sealed') return;
      if (state === 'interrupted') await this.interrupt(run.job, failure);
      else await this.fail({ ...stopped, state });
    } catch (unwritable) {
      if (!(unwritable instanceof StorageFullError)) throw unwritable;
      // What was staged is the first to go, as soon as anything can be written.
      await keepEnding({ ...stopped, state: 'failed' });
    }
  }

  private async fail(job: CaptureJob): Promise<void> {
    await failJob(job, `取证未完成，未封存：${job.url}`, personOf({ officers: job.officers ?? [] }));
  }

  /** Ends that found no room are written as soon as there is some. */
  private async writeLeftEndings(): Promise<void> {
    try {
      await writeEndings((job) => this.fail(job));
    } catch (error) {
      if (!(error instanceof StorageFullError)) throw error;
    }
  }
}

async function hideMarks(run: CaptureRun): Promise<void> {
  try {
    await showMarks(run.tabId, false);
  } catch (error) {
    if (!(error instanceof PageHungError)) throw error;
    await run.hangs();
  }
}
