import type { CaptureJob, CaptureStep, StepProgress } from '../../evidence/capture-job.ts';
import type { EvidenceItem, EvidenceRecord } from '../../evidence/record.ts';
import type { TabReport } from '../../reports/tab-report.ts';
import { listStaged, readStaged, type StagedFacts, saveJob, stageArtefact } from '../../store/capture-store.ts';
import type { Settings } from '../../store/settings.ts';
import { DocumentGoneError, PageHungError } from '../network/frames.ts';
import { loadKeyOf } from '../network/load-key.ts';

/** In place of a load's key where the page did not even tell that. */
export const HUNG = '';

/** One run of a capture job: what its steps may do. The job in memory and the one written down are kept the same. */
export class CaptureRun {
  job: CaptureJob;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  /** What the scan knows of the tab now; undefined where nothing was scanned. */
  readonly readReport: () => Promise<TabReport | undefined>;
  /** Addresses that the page has given itself since this run began, in order. */
  readonly addresses: readonly string[];
  /** The page has stopped answering: nothing is asked of it any more. */
  hung: boolean;
  item?: EvidenceItem;

  constructor(
    job: CaptureJob,
    settings: Settings,
    signal: AbortSignal,
    readReport: (tabId: number) => Promise<TabReport | undefined>,
    addresses: readonly string[] = [],
  ) {
    this.addresses = addresses;
    this.hung = job.loadKey === HUNG;
    this.job = job;
    this.settings = settings;
    this.signal = signal;
    this.readReport = () => readReport(job.tabId);
  }

  get tabId(): number {
    return this.job.tabId;
  }

  /** Changes the job and writes it down. */
  async change(values: Partial<CaptureJob>): Promise<void> {
    this.job = { ...this.job, ...values };
    await saveJob(this.job);
  }

  async changeStep(step: CaptureStep, values: Partial<StepProgress>): Promise<void> {
    await this.change({ steps: { ...this.job.steps, [step]: { ...this.job.steps[step], ...values } } });
  }

  /** Something that could not be captured; said once, however often the step runs. */
  async missed(what: string, reason: string): Promise<void> {
    const others = this.job.notCaptured.filter((one) => one.what !== what);
    await this.change({ notCaptured: [...others, { what, reason }] });
  }

  /** Something that an earlier attempt had missed has been captured after all. */
  async obtained(what: string): Promise<void> {
    const others = this.job.notCaptured.filter((one) => one.what !== what);
    if (others.length < this.job.notCaptured.length) await this.change({ notCaptured: others });
  }

  async stage(facts: StagedFacts, blob: Blob): Promise<void> {
    this.signal.throwIfAborted();
    await stageArtefact(this.job.id, facts, blob);
  }

  /** Stages a value as indented JSON. */
  async stageJson(facts: Omit<StagedFacts, 'mediaType'>, value: unknown): Promise<void> {
    const blob = new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });
    await this.stage({ ...facts, mediaType: 'application/json' }, blob);
  }

  async staged(name: string): Promise<Blob | undefined> {
    return readStaged(this.job.id, name);
  }

  /** Reads back what {@link stageJson} kept in an earlier step, perhaps of an earlier run. */
  async stagedJson<Value>(name: string): Promise<Value> {
    const blob = await this.staged(name);
    if (!blob) throw new Error(`${name} is not staged`);
    return JSON.parse(await blob.text()) as Value;
  }

  stagedList(): ReturnType<typeof listStaged> {
    return listStaged(this.job.id);
  }

  /** The page does not answer: what is still to be had comes from the browser, and what the scan found is kept. */
  async hangs(): Promise<void> {
    this.hung = true;
    await this.missed('网页文字', '网页没有应答，文字未能读取；画面和此前得到的扫描结果已保留');
  }

  /** @throws DocumentGoneError unless the tab still shows the document that the capture began on */
  async ensureDocument(): Promise<void> {
    this.signal.throwIfAborted();
    // Of a page that hangs, the watch over the tab tells whether another one is loaded.
    if (this.hung) return this.hangs();
    try {
      if ((await loadKeyOf(this.tabId)) !== this.job.loadKey) throw new DocumentGoneError('another document');
    } catch (error) {
      if (!(error instanceof PageHungError)) throw error;
      await this.hangs();
    }
  }

  /** The step needs the tab in front and it is not: the officer sees 已暂停 until it is. */
  readonly away = async (): Promise<void> => {
    await this.change({ state: 'paused' });
  };

  /** The tab is in front again. */
  async back(): Promise<void> {
    if (this.job.state === 'paused') await this.change({ state: 'running' });
  }
}

export type Method = EvidenceRecord['method'];
