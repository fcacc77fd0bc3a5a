import { browser } from '#imports';
import { digestsOf } from '../../rules/ruleset.ts';
import type { FrameReport, FrameState, ScanTimings, TabReport } from '../reports/tab-report.ts';
import { rulesetInForce } from '../store/rules-in-force.ts';
import { reportWithin, roomForFrame } from './report-room.ts';

/** What is kept of one frame. */
interface StoredFrame {
  frameId: number;
  report: FrameReport;
}

/** Which frames of a tab are kept, the bytes that each takes, and which findings a person marked as false positives: `<frameId> <findingId>`. */
interface StoredTab {
  frames: readonly number[];
  bytes: Readonly<Record<number, number>>;
  dismissed: readonly string[];
}

/** A tab keeps this many frames; a page with more is hostile, and the rest is counted as unreadable. */
export const MOST_FRAMES = 250;
const MOST_DISMISSED = 1000;

const EMPTY_TAB: StoredTab = { frames: [], bytes: {}, dismissed: [] };
const NO_TIME: ScanTimings = { textMs: 0, matchMs: 0, contextMs: 0, paintMs: 0, characters: 0 };

const tabKey = (tabId: number) => `tab:${tabId}`;
const frameKey = (tabId: number, frameId: number) => `frame:${tabId}:${frameId}`;
const dismissalKey = (frameId: number, findingId: string) => `${frameId} ${findingId}`;

async function read<T>(key: string): Promise<T | undefined> {
  return (await browser.storage.session.get(key))[key] as T | undefined;
}

const readTab = async (tabId: number): Promise<StoredTab> => (await read<StoredTab>(tabKey(tabId))) ?? EMPTY_TAB;

/** The frames of a tab that have reported. */
export const reportedFrames = async (tabId: number): Promise<ReadonlySet<number>> =>
  new Set((await readTab(tabId)).frames);

/** Changes of one tab follow each other, so that none works on what another is about to replace. */
const queues = new Map<number, Promise<unknown>>();

function inTurn<T>(tabId: number, act: () => Promise<T>): Promise<T> {
  const turn = (queues.get(tabId) ?? Promise.resolve()).then(act, act);
  queues.set(tabId, turn);
  const done = () => {
    if (queues.get(tabId) === turn) queues.delete(tabId);
  };
  turn.then(done, done);
  return turn;
}

/**
 * Keeps what a frame says of itself in place of what it said before, as far as there is room; a frame that has none counts as unreadable. A new
 * document starts without false positives.
 */
export function saveFrame(tabId: number, frameId: number, report: FrameReport): Promise<void> {
  return inTurn(tabId, async () => {
    const tab = await readTab(tabId);
    const known = tab.frames.includes(frameId);
    // The top frame speaks for the tab: no number of others keeps it out.
    if (!known && frameId !== 0 && tab.frames.length >= MOST_FRAMES) return;
    const before = known ? await read<StoredFrame>(frameKey(tabId, frameId)) : undefined;
    const { [frameId]: own = 0, ...rest } = tab.bytes;
    // The top frame has a share of its own: however much it says, those inside it have theirs.
    const inner = Object.entries(rest).reduce((sum, [other, bytes]) => sum + (Number(other) === 0 ? 0 : bytes), 0);
    const room = await roomForFrame(frameId === 0 ? 0 : inner, own);
    const kept = reportWithin(report, room);
    if (!kept) return known ? dropFrames(tabId, tab, [frameId]) : undefined;
    const replaced = before && before.report.documentKey !== report.documentKey;
    await browser.storage.session.set({
      [frameKey(tabId, frameId)]: { frameId, report: kept.report } satisfies StoredFrame,
      [tabKey(tabId)]: {
        frames: known ? tab.frames : [...tab.frames, frameId],
        bytes: { ...rest, [frameId]: kept.bytes },
        dismissed: replaced ? tab.dismissed.filter((each) => !each.startsWith(`${frameId} `)) : tab.dismissed,
      } satisfies StoredTab,
    });
  });
}

async function dropFrames(tabId: number, tab: StoredTab, gone: readonly number[]): Promise<void> {
  await browser.storage.session.remove(gone.map((frameId) => frameKey(tabId, frameId)));
  await browser.storage.session.set({
    [tabKey(tabId)]: {
      frames: tab.frames.filter((frameId) => !gone.includes(frameId)),
      bytes: Object.fromEntries(Object.entries(tab.bytes).filter(([frameId]) => !gone.includes(Number(frameId)))),
      dismissed: tab.dismissed.filter((key) => !gone.includes(Number(key.split(' ')[0]))),
    } satisfies StoredTab,
  });
}

/** Forgets one frame: another document is shown in it. */
export function forgetFrame(tabId: number, frameId: number): Promise<void> {
  return inTurn(tabId, async () => {
    const tab = await readTab(tabId);
    if (tab.frames.includes(frameId)) await dropFrames(tabId, tab, [frameId]);
  });
}

/** Forgets the frames that are no longer on the page. */
export function keepFrames(tabId: number, frameIds: readonly number[]): Promise<void> {
  return inTurn(tabId, async () => {
    const tab = await readTab(tabId);
    const gone = tab.frames.filter((frameId) => !frameIds.includes(frameId));
    if (gone.length > 0) await dropFrames(tabId, tab, gone);
  });
}

/** Forgets a tab: it went elsewhere, or was closed. */
export function forgetTab(tabId: number): Promise<void> {
  return inTurn(tabId, async () => {
    const { frames } = await readTab(tabId);
    await browser.storage.session.remove([tabKey(tabId), ...frames.map((frameId) => frameKey(tabId, frameId))]);
  });
}

/** Marks a finding as a false positive, or takes that back; false when no such finding was reported. */
export function saveDismissal(tabId: number, frameId: number, findingId: string, dismissed: boolean): Promise<boolean> {
  return inTurn(tabId, async () => {
    const tab = await readTab(tabId);
    const frame = await read<StoredFrame>(frameKey(tabId, frameId));
    if (!frame?.report.findings.some(({ id }) => id === findingId)) return false;
    const key = dismissalKey(frameId, findingId);
    const others = tab.dismissed.filter((each) => each !== key);
    await browser.storage.session.set({
      [tabKey(tabId)]: {
        ...tab,
        dismissed: dismissed ? [...others, key].slice(-MOST_DISMISSED) : others,
      } satisfies StoredTab,
    });
    return true;
  });
}

/** What the browser knows of a tab, beside what its frames have reported. */
export interface TabFacts {
  id: number;
  url: string;
  title: string;
  /** Frames that exist, the top one included. */
  frames: number;
  loading: boolean;
  /** Its load has ended just now: what the frames say of that may be on its way. */
  loadedLately: boolean;
}

const add = (one: ScanTimings, other: ScanTimings): ScanTimings => ({
  textMs: one.textMs + other.textMs,
  matchMs: one.matchMs + other.matchMs,
  contextMs: one.contextMs + other.contextMs,
  paintMs: one.paintMs + other.paintMs,
  characters: one.characters + other.characters,
});

function unreadParts(reports: readonly FrameReport[]): Pick<TabReport, 'unread'> {
  const unread = reports.reduce((sum, { unread = 0 }) => sum + unread, 0);
  return unread > 0 ? { unread } : {};
}

/** Nothing was found so far, and more is on its way: that nothing is there cannot be said yet. */
const isEmptySoFar = (reports: readonly FrameReport[]) =>
  reports.some(({ arriving }) => arriving) &&
  reports.every(({ findings, certificates }) => findings.length + certificates.length === 0);

/** The top frame speaks for the tab; a frame still at work keeps it scanning. */
function stateOf(top: FrameReport | undefined, reports: readonly FrameReport[], facts: TabFacts): TabReport['state'] {
  if (!top) return !/^(https?|file|about):/.test(facts.url) ? 'unreadable' : facts.loading ? 'scanning' : 'failed';
  if (top.state !== 'done') return top.state;
  if (reports.some(({ state }: { state: FrameState }) => state === 'scanning')) return 'scanning';
  // A document that was written by script and never closed goes on arriving; the browser knows better.
  if ((facts.loading || facts.loadedLately) && isEmptySoFar(reports)) return 'scanning';
  return reports.some(({ state }) => state === 'failed') ? 'failed' : 'done';
}

/** All that the frames of a tab have reported: the top frame first, the others in the order in which they came. */
export async function readTabReport(facts: TabFacts): Promise<TabReport> {
  const [tab, { stamps }] = await Promise.all([readTab(facts.id), rulesetInForce()]);
  const order = [...tab.frames].sort((one, other) => Number(other === 0) - Number(one === 0));
  const keys = order.map((frameId) => frameKey(facts.id, frameId));
  const stored = await browser.storage.session.get(keys);
  const frames = keys.flatMap((key) => (stored[key] ? [stored[key] as StoredFrame] : []));
  const reports = frames.map(({ report }) => report);
  const top = frames.find(({ frameId }) => frameId === 0)?.report;
  const scanned = frames.filter(({ report }) => report.rulePacks.length > 0);
  const rulePacks = scanned[0]?.report.rulePacks ?? [];
  const byOthers = (than: typeof stamps) =>
    scanned.filter(({ report }) => digestsOf(report.rulePacks) !== digestsOf(than)).map(({ frameId }) => frameId);
  const otherRules = byOthers(rulePacks);
  const dismissed = new Set(tab.dismissed);
  return {
    tabId: facts.id,
    url: facts.url || (top?.url ?? ''),
    title: facts.title || (top?.title ?? ''),
    state: stateOf(top, reports, facts),
    documentKey: top?.documentKey ?? '',
    findings: frames.flatMap(({ frameId, report }) =>
      report.findings.map((finding) => ({
        ...finding,
        frameId,
        dismissed: dismissed.has(dismissalKey(frameId, finding.id)),
      })),
    ),
    ...unreadParts(reports),
    omitted: reports.reduce((sum, { omitted }) => sum + omitted, 0),
    certificates: frames.flatMap(({ frameId, report }) =>
      report.certificates.map((certificate) => ({ ...certificate, frameId })),
    ),
    pictures: reports.reduce((sum, { pictures }) => sum + pictures, 0),
    timings: reports.map(({ timings }) => timings).reduce(add, NO_TIME),
    scannedAt:
      reports
        .map(({ scannedAt }) => scannedAt)
        .sort()
        .at(-1) ?? '',
    rulePacks,
    ...(top?.page ? { page: top.page } : {}),
    ...(otherRules.length > 0 ? { otherRules } : {}),
    ...(byOthers(stamps).length > 0 ? { rulesChanged: true as const } : {}),
    ...(top?.pdf ? { pdf: top.pdf } : {}),
    frames: Math.max(facts.frames, frames.length),
    unreadableFrames: top ? Math.max(0, facts.frames - frames.length) : 0,
  };
}
