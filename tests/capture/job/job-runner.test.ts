import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CaptureRefusedError } from '../../../utils/capture/job/capture-refusal.ts';
import { CaptureRun } from '../../../utils/capture/job/capture-run.ts';
import {
  endingFor,
  interruptedJob,
  newJob,
  runSteps,
  type StepActions,
  stepsOf,
} from '../../../utils/capture/job/job-runner.ts';
import { DocumentGoneError, PageHungError } from '../../../utils/capture/network/frames.ts';
import type { CaptureStep } from '../../../utils/evidence/capture-job.ts';
import { readJob, saveJob } from '../../../utils/store/capture-store.ts';
import { openDatabase } from '../../../utils/store/database.ts';
import { StorageFullError } from '../../../utils/store/disk-reserve.ts';
import { DEFAULT_SETTINGS } from '../../../utils/store/settings.ts';

let loadKey = '1';

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
  loadKey = '1';
  fakeBrowser.tabs.get = vi.fn(async () => ({ url: 'https://shop.example/' })) as never;
  // The page answers with what identifies its load.
  fakeBrowser.scripting.executeScript = vi.fn(async () => [{ frameId: 0, documentId: 'd', result: loadKey }]) as never;
});

const begun = (mode: 'full' | 'view' = 'full') =>
  newJob({
    id: 'job',
    tabId: 1,
    windowId: 1,
    documentKey: 'd',
    loadKey: '1',
    url: 'https://shop.example/',
    title: '',
    mode,
    startedAt: '2026-11-23T06:00:00.000Z',
  });

/** Steps that write down their names; `act` may do something in one of them. */
function recording(ran: CaptureStep[], act: (step: CaptureStep, run: CaptureRun) => Promise<void> = async () => {}) {
  const step = (name: CaptureStep) => async (run: CaptureRun) => {
    ran.push(name);
    await run.stageJson({ name: `${name}.json`, role: 'metadata', method: '试' }, { name });
    await act(name, run);
  };
  return {
    view: step('view'),
    archive: step('archive'),
    tiles: step('tiles'),
    network: step('network'),
    seal: step('seal'),
  } satisfies StepActions;
}

const runOf = (job = begun(), signal = new AbortController().signal) =>
  new CaptureRun(job, DEFAULT_SETTINGS, signal, async () => undefined);

describe('running steps', () => {
  it('goes on without the page from the step in which it stops answering, and says that its text is unread', async () => {
    const ran: string[] = [];
    const without = (name: string) => async (run: CaptureRun) => void ran.push(`${name} without, hung ${run.hung}`);
    const actions = recording(ran as CaptureStep[], async (step) => {
      if (step === 'archive') throw new PageHungError('no answer');
    });
    const run = runOf();
    await runSteps(run, {
      ...actions,
      withoutPage: {
        view: without('view'),
        archive: without('archive'),
        tiles: without('tiles'),
        network: without('network'),
      },
    });
    expect(ran).toEqual([
      'view',
      'archive',
      'archive without, hung true',
      'tiles without, hung true',
      'network without, hung true',
      'seal',
    ]);
    expect(run.job.notCaptured).toEqual([{ what: '网页文字', reason: expect.stringContaining('网页没有应答') }]);
  });

  it('takes them in order and writes each down with its size and times', async () => {
    const ran: CaptureStep[] = [];
    await runSteps(runOf(), recording(ran));
    expect(ran).toEqual(['view', 'archive', 'tiles', 'network', 'seal']);
    const { steps } = (await readJob('job'))!;
    for (const step of Object.values(steps))
      expect(step).toMatchObject({ state: 'done', size: expect.any(Number), startedAt: expect.any(String) });
  });

  it('leaves the tiles out of a capture of the view', () => {
    expect(stepsOf('view')).toEqual(['view', 'archive', 'network', 'seal']);
  });

  it.each<CaptureStep>(['view', 'archive', 'tiles', 'network'])(
    'goes on at %s when the worker died there, from what was written down',
    async (fatal) => {
      const died = new Error('worker stopped');
      const first: CaptureStep[] = [];
      const stopping = recording(first, async (step) => {
        if (step === fatal) throw died;
      });
      await expect(runSteps(runOf(), stopping)).rejects.toBe(died);
      const second: CaptureStep[] = [];
      await runSteps(runOf((await readJob('job'))!), recording(second));
      expect([...first.slice(0, -1), ...second]).toEqual(['view', 'archive', 'tiles', 'network', 'seal']);
    },
  );

  it('does not call a step done when the page was left during it', async () => {
    const actions = recording([], async (step) => {
      if (step === 'archive') loadKey = '2';
    });
    await expect(runSteps(runOf(), actions)).rejects.toThrow(DocumentGoneError);
    expect((await readJob('job'))!.steps).toMatchObject({ view: { state: 'done' }, archive: { state: 'now' } });
  });

  it('stages nothing more once it is cancelled', async () => {
    const cancel = new AbortController();
    const ran: CaptureStep[] = [];
    const actions = recording(ran, async (step) => {
      if (step === 'view') cancel.abort(new Error('cancelled'));
    });
    await expect(runSteps(runOf(begun(), cancel.signal), actions)).rejects.toThrow('cancelled');
    expect(ran).toEqual(['view']);
  });

  it('says a missing thing once, however often its step runs', async () => {
    const run = runOf();
    await saveJob(run.job);
    await run.missed('网页存档', '一');
    await run.missed('网页存档', '二');
    expect((await readJob('job'))!.notCaptured).toEqual([{ what: '网页存档', reason: '二' }]);
  });
});

describe('endings', () => {
  it.each([
    [new DocumentGoneError(), true, 'interrupted', 'error_captureNavigated'],
    [new DocumentGoneError(), false, 'interrupted', 'error_captureTabClosed'],
    [new StorageFullError(null), true, 'failed', 'error_storageFull'],
    [new CaptureRefusedError('error_capturePdf'), true, 'failed', 'error_capturePdf'],
    [new TypeError('x is undefined'), true, 'failed', 'error_captureDefect'],
  ])('%s, tab open %s: %s', (error, tabExists, state, key) => {
    expect(endingFor(error, tabExists)).toMatchObject({ state, failure: { key } });
  });

  it('marks the step in hand as stopped', () => {
    const job = begun();
    const running = {
      ...job,
      steps: { ...job.steps, view: { state: 'done' as const }, tiles: { state: 'now' as const, done: 3, total: 9 } },
    };
    const { state, steps } = interruptedJob(
      running,
      { key: 'error_captureStopped', values: [] },
      '2026-11-23T06:00:09.000Z',
    );
    expect(state).toBe('interrupted');
    expect(steps).toMatchObject({
      view: { state: 'done' },
      tiles: { state: 'stopped', done: 3, total: 9 },
      seal: { state: 'waiting' },
    });
  });
});
