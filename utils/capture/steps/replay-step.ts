import { browser } from '#imports';
import { lendKeys } from '../../background/lend-keys.ts';
import { canOpenOffscreen, openOffscreenPage } from '../../background/offscreen-page.ts';
import { forgetOrphan, noteOrphan } from '../../background/orphans.ts';
import { abortable } from '../../base/abortable.ts';
import { isPracticeAddress } from '../../evidence/practice.ts';
import { sendMessage } from '../../messages/messaging.ts';
import type { RecordedLoad } from '../../replay/recorded-load.ts';
import { type LoadedPage, replayDifference } from '../../replay/replay-difference.ts';
import { stageArtefact, unstageArtefacts } from '../../store/capture-store.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { DebuggerRefusedError, hasDebugger, withDebugger } from '../network/debugger-session.ts';
import { DocumentGoneError, PageHungError } from '../network/frames.ts';
import { recordLoad } from '../network/record-load.ts';
import { readSources } from './page-source.ts';
import { REPLAY_LOAD, REPLAY_PARTS } from './replay-parts.ts';
import type { FrozenFindings } from './view-step.ts';

/** What stands in the list of what is missing when there is none. */
const REPLAY_COPY = '回放存档（WACZ）';
const SAME_PAGE = '与所见相同的回放内容';

const PART = { role: 'replay', mediaType: 'application/octet-stream', method: '回放存档的组成部分' } as const;

interface Recording {
  load: RecordedLoad;
  /** What the tab showed at the end; null where it could not be read. */
  shown: LoadedPage | null;
}

/** What a tab shows, read as the page of the capture was read. */
async function readShown(tabId: number): Promise<LoadedPage | null> {
  try {
    const sources = await readSources(tabId);
    return { url: sources[0]?.url ?? '', text: sources.map(({ text }) => text).join('\n') };
  } catch (error) {
    if (error instanceof DocumentGoneError || error instanceof PageHungError) return null;
    throw error;
  }
}

/** Loads the address once more in a tab behind, recording; the officer's own tab stays as it is. */
async function record(run: CaptureRun, url: string): Promise<Recording> {
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
    const { title = '' } = await browser.tabs.get(tab.id!);
    return { load: { ...load, title }, shown: await abortable(readShown(tab.id!), run.signal) };
  } finally {
    await browser.tabs.remove(tab.id!).catch(() => undefined);
    await forgetOrphan('opened', tab.id!);
  }
}

/** A log-in may hold in the officer's own tab alone: whether the new load brought the page that was seen is looked at, and said. */
async function sayDifference(run: CaptureRun, url: string, { load, shown }: Recording): Promise<void> {
  if (!shown) return run.missed(SAME_PAGE, '重新载入的网页没有应答，未能与所见比对');
  const { findings } = await run.stagedJson<FrozenFindings>('findings.json');
  const claims = findings.filter(({ channel }) => channel === 'text').map(({ matchedText }) => matchedText);
  const seen = { url, text: (await (await run.staged('page/text.txt'))?.text()) ?? '' };
  const status = load.exchanges.filter((each) => each.url === shown.url.replace(/#.*$/, '')).at(-1)?.status ?? 0;
  const difference = replayDifference(seen, shown, claims, status);
  if (difference) await run.missed(SAME_PAGE, difference);
  else await run.obtained(SAME_PAGE);
}

/** A WACZ of a new load of the same address, when the settings ask for one; a viewing aid, and labelled as one. */
export async function replayStep(run: CaptureRun, url: string): Promise<void> {
  if (!run.settings.replayCopy || run.job.mode !== 'full') return;
  if (run.job.document || !/^https?:/.test(url)) return run.missed(REPLAY_COPY, '只对网站的网页录制');
  if (isPracticeAddress(url)) return run.missed(REPLAY_COPY, '练习网页没有服务器可供重新载入');
  if (!hasDebugger() || !canOpenOffscreen()) return run.missed(REPLAY_COPY, '此浏览器没有录制所需的接口');
  try {
    const recording = await record(run, url);
    const { load } = recording;
    const blob = new Blob([JSON.stringify(load)], { type: 'application/json' });
    await stageArtefact(run.job.id, { ...PART, name: REPLAY_LOAD, mediaType: 'application/json' }, blob);
    await openOffscreenPage();
    await lendKeys();
    await abortable(
      sendMessage('writeReplay', { jobId: run.job.id, software: `证鉴 ${browser.runtime.getManifest().version}` }),
      run.signal,
    );
    await sayDifference(run, url, recording);
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
