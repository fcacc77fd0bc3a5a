import { browser } from '#imports';
import { canOpenOffscreen, openOffscreenPage } from '../../background/offscreen-page.ts';
import { forgetOrphan, noteOrphan } from '../../background/orphans.ts';
import { abortable } from '../../base/abortable.ts';
import { sendMessage } from '../../messages/messaging.ts';
import type { RecordedLoad } from '../../replay/recorded-load.ts';
import { stageArtefact, unstageArtefacts } from '../../store/capture-store.ts';
import { storeKey } from '../../store/store-key.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { DebuggerRefusedError, hasDebugger, withDebugger } from '../network/debugger-session.ts';
import { recordLoad } from '../network/record-load.ts';
import { REPLAY_LOAD, REPLAY_PARTS } from './replay-parts.ts';

/** What stands in the list of what is missing when there is none. */
const REPLAY_COPY = '回放存档（WACZ）';

const PART = { role: 'replay', mediaType: 'application/octet-stream', method: '回放存档的组成部分' } as const;

/** Loads the address once more in a tab behind, recording; the officer's own tab stays as it is. */
async function record(run: CaptureRun, url: string): Promise<RecordedLoad> {
  const tab = await browser.tabs.create({ url: 'about:blank', active: false, windowId: run.job.windowId });
  await noteOrphan('opened', tab.id!);
  let parts = 0;
  const keep = async (body: Blob) => {
    const name = `${REPLAY_PARTS}${String(++parts).padStart(4, '0')}`;
    await run.stage({ ...PART, name }, body);
    return name;
  };
  try {
    const load = await withDebugger(tab.id!, run.signal, (session) => recordLoad(session, url, keep, run.signal));
    return { ...load, title: (await browser.tabs.get(tab.id!)).title ?? '' };
  } finally {
    await browser.tabs.remove(tab.id!).catch(() => undefined);
    await forgetOrphan('opened', tab.id!);
  }
}

/** A WACZ of a new load of the same address, when the settings ask for one; a viewing aid, and labelled as one. */
export async function replayStep(run: CaptureRun, url: string): Promise<void> {
  if (!run.settings.replayCopy || run.job.mode !== 'full') return;
  if (run.job.document || !/^https?:/.test(url)) return run.missed(REPLAY_COPY, '只对网站的网页录制');
  if (!hasDebugger() || !canOpenOffscreen()) return run.missed(REPLAY_COPY, '此浏览器没有录制所需的接口');
  // An offscreen page has no session store, hence no key.
  if (await storeKey()) return run.missed(REPLAY_COPY, '设有库口令时不录制');
  try {
    const load = await record(run, url);
    const blob = new Blob([JSON.stringify(load)], { type: 'application/json' });
    await stageArtefact(run.job.id, { ...PART, name: REPLAY_LOAD, mediaType: 'application/json' }, blob);
    await openOffscreenPage();
    await abortable(
      sendMessage('writeReplay', { jobId: run.job.id, software: `证鉴 ${browser.runtime.getManifest().version}` }),
      run.signal,
    );
    if (load.ended === 'bound') await run.missed('回放存档中后到的内容', '录制到时间、数量或大小的上限为止');
  } catch (error) {
    run.signal.throwIfAborted();
    if (!(error instanceof DebuggerRefusedError)) throw error;
    await run.missed(REPLAY_COPY, `浏览器不让录制：${error.message}`);
  } finally {
    const left = (await run.stagedList()).map(({ name }) => name).filter((name) => name.startsWith(REPLAY_PARTS));
    await unstageArtefacts(run.job.id, left);
  }
}
