import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_OFFICE_PACK } from '../../rules/office-pack.ts';
import { BUILT_IN_STAMPS } from '../../rules/written-packs.ts';
import { foundByNamedRules } from '../../utils/capture/steps/view-step.ts';
import { checkedFrameReport } from '../../utils/messages/border.ts';
import type { FrameReport } from '../../utils/reports/tab-report.ts';
import { officePackItem } from '../../utils/store/rules-in-force.ts';
import { frameOfSender, tabOfRequest } from '../../utils/tabs/message-sender.ts';
import { reportWithin } from '../../utils/tabs/report-room.ts';
import { badgeText, claimCount } from '../../utils/tabs/tab-badge.ts';
import {
  forgetFrame,
  forgetTab,
  keepFrames,
  readTabReport,
  saveDismissal,
  saveFrame,
} from '../../utils/tabs/tab-report-store.ts';
import { findingSample } from '../page/finding-sample.ts';

const report = (changes: Partial<FrameReport> = {}): FrameReport => ({
  state: 'done',
  url: 'https://example.test/',
  title: '标题',
  documentKey: '00000000-0000-4000-8000-000000000001',
  findings: [findingSample()],
  omitted: 0,
  certificates: [],
  pictures: 2,
  timings: { textMs: 1, matchMs: 2, contextMs: 3, paintMs: 4, characters: 100 },
  scannedAt: '2026-11-23T06:00:00.000Z',
  rulePacks: BUILT_IN_STAMPS,
  ...changes,
});

const facts = { id: 7, url: 'https://example.test/', title: '标题', frames: 2, loading: false, loadedLately: false };

const storedBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.storage.session, 'getBytesInUse').mockImplementation(async () =>
    storedBytes(await fakeBrowser.storage.session.get()),
  );
});

describe('reports of tabs', () => {
  it('are the sum of their frames, the top frame first', async () => {
    await saveFrame(7, 3, report({ findings: [findingSample({ id: 'inner' })], title: '内框' }));
    await saveFrame(7, 0, report({ findings: [findingSample({ id: 'outer' })] }));
    const sum = await readTabReport(facts);
    expect(sum.findings.map(({ id, frameId }) => [id, frameId])).toEqual([
      ['outer', 0],
      ['inner', 3],
    ]);
    expect(sum).toMatchObject({ state: 'done', pictures: 4, frames: 2, unreadableFrames: 0, title: '标题' });
    expect(sum.timings.characters).toBe(200);
    expect(sum.rulePacks).toEqual(BUILT_IN_STAMPS);
  });

  it('keep tabs apart and forget them whole', async () => {
    await saveFrame(7, 0, report());
    await saveFrame(8, 0, report({ findings: [] }));
    await forgetTab(7);
    expect((await readTabReport(facts)).findings).toEqual([]);
    expect((await readTabReport({ ...facts, id: 8 })).state).toBe('done');
  });

  it('say nothing of a page that is empty so far and still comes, and say what they found of it', async () => {
    const loading = { ...facts, loading: true };
    await saveFrame(7, 0, report({ findings: [] }));
    await saveFrame(7, 3, report({ findings: [], arriving: true }));
    expect((await readTabReport(loading)).state).toBe('scanning');
    expect((await readTabReport({ ...facts, loadedLately: true })).state).toBe('scanning');
    // Written by script and never closed: the browser has ended the load all the same.
    expect((await readTabReport(facts)).state).toBe('done');
    await saveFrame(7, 3, report({ arriving: true }));
    expect((await readTabReport(loading)).state).toBe('done');
    await saveFrame(7, 3, report({ findings: [] }));
    expect((await readTabReport(loading)).state).toBe('done');
  });

  it('say what could not be read', async () => {
    expect((await readTabReport({ ...facts, url: 'chrome://settings/' })).state).toBe('unreadable');
    expect((await readTabReport({ ...facts, loading: true })).state).toBe('scanning');
    expect((await readTabReport(facts)).state).toBe('failed');
    await saveFrame(7, 0, report());
    expect((await readTabReport({ ...facts, frames: 4 })).unreadableFrames).toBe(3);
  });

  it('hold the top frame’s, however many frames came before it', async () => {
    for (let frameId = 1; frameId <= 260; frameId += 1) await saveFrame(7, frameId, report({ findings: [] }));
    await saveFrame(7, 0, report());
    const sum = await readTabReport({ ...facts, frames: 261 });
    expect([sum.state, sum.findings.length]).toEqual(['done', 1]);
    expect(sum.unreadableFrames).toBe(10);
  });

  it('of one tab, or of many, leave room for what else the session store holds, and say what they left out', async () => {
    const findings = Array.from({ length: 500 }, (_, index) =>
      findingSample({ id: `f${index}`, prefix: '甲'.repeat(60) }),
    );
    for (let frameId = 40; frameId > 0; frameId -= 1) await saveFrame(7, frameId, report({ findings }));
    await saveFrame(7, 0, report());
    const used = async () => storedBytes(await fakeBrowser.storage.session.get());
    expect(await used()).toBeLessThan(fakeBrowser.storage.session.QUOTA_BYTES / 3);
    const full = await readTabReport({ ...facts, frames: 41 });
    expect(full.findings[0]).toMatchObject({ frameId: 0 });
    expect(full.omitted + full.findings.length).toBeGreaterThanOrEqual(500);
    expect(full.unreadableFrames).toBeGreaterThan(0);
    expect(full.state).toBe('done');
  });

  it('of a top frame that says as much as it may leave those inside it their own share', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => findingSample({ id: `f${index}` }));
    const big = report({ title: '甲'.repeat(100_000), findings: [] });
    const bytes = storedBytes(big);
    vi.spyOn(fakeBrowser.storage.session, 'QUOTA_BYTES', 'get').mockReturnValue((bytes * 4.1) as never);
    await saveFrame(7, 0, big);
    await saveFrame(7, 5, report({ findings: many(20) }));
    const whole = await readTabReport({ ...facts, frames: 2 });
    expect([whole.findings.length, whole.unreadableFrames]).toEqual([20, 0]);
  });

  it('leave certificates out only with a word', () => {
    const certificates = Array.from({ length: 8 }, (_, index) => ({ id: `c${index}`, text: '证'.repeat(1_000) }));
    const whole = report({ certificates: certificates as unknown as FrameReport['certificates'] });
    const all = reportWithin(whole, 1e9)!;
    expect(all.report).toBe(whole);
    const { report: cut, bytes } = reportWithin(whole, all.bytes / 2)!;
    expect(bytes).toBeLessThanOrEqual(all.bytes / 2);
    expect(cut.certificates.length).toBeLessThan(8);
    expect(cut.unread).toBe(8 - cut.certificates.length);
    expect(reportWithin(whole, all.bytes)!.report).toBe(whole);
    expect(reportWithin(whole, 10)).toBeUndefined();
  });

  it('do not count false positives, until they are restored or the document changes', async () => {
    await saveFrame(7, 0, report());
    expect(await saveDismissal(7, 0, 'f1', true)).toBe(true);
    expect(claimCount(await readTabReport(facts))).toBe(0);
    await saveFrame(7, 0, report({ state: 'scanning' }));
    expect(claimCount(await readTabReport(facts))).toBe(0);
    await saveDismissal(7, 0, 'f1', false);
    expect(claimCount(await readTabReport(facts))).toBe(1);
    await saveDismissal(7, 0, 'f1', true);
    await saveFrame(7, 0, report({ documentKey: '00000000-0000-4000-8000-000000000002' }));
    expect(claimCount(await readTabReport(facts))).toBe(1);
    expect(await saveDismissal(7, 0, 'unknown', true)).toBe(false);
  });

  it('name the rules that scanned, and the frames that others scanned', async () => {
    const office = [...BUILT_IN_STAMPS, { id: 'office', version: '1.0.1', sha256: 'e'.repeat(64) }];
    expect((await readTabReport(facts)).rulePacks).toEqual([]);
    await saveFrame(7, 0, report({ rulePacks: [], findings: [] }));
    await saveFrame(7, 3, report({ findings: [findingSample({ id: 'old' })] }));
    expect(await readTabReport(facts)).toMatchObject({ rulePacks: BUILT_IN_STAMPS });
    await saveFrame(7, 0, report({ rulePacks: office, findings: [findingSample({ id: 'new' })] }));
    const mixed = await readTabReport(facts);
    expect(mixed).toMatchObject({ rulePacks: office, otherRules: [3], rulesChanged: true });
    expect(foundByNamedRules(mixed).map(({ id }) => id)).toEqual(['new']);
    await officePackItem.setValue({ pack: EMPTY_OFFICE_PACK, stamp: office.at(-1)! });
    await saveFrame(7, 3, report({ rulePacks: office }));
    const settled = await readTabReport(facts);
    expect(settled.rulePacks).toEqual(office);
    expect(settled).not.toHaveProperty('otherRules');
    expect(settled).not.toHaveProperty('rulesChanged');
  });

  it('lose the frames that went, with their false positives', async () => {
    for (const frameId of [0, 3, 4]) await saveFrame(7, frameId, report());
    await saveDismissal(7, 4, 'f1', true);
    await keepFrames(7, [0, 3]);
    await forgetFrame(7, 3);
    await saveFrame(7, 4, report());
    expect((await readTabReport(facts)).findings.map(({ frameId, dismissed }) => [frameId, dismissed])).toEqual([
      [0, false],
      [4, false],
    ]);
  });

  it('survive reports that come all at once', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, frameId) => saveFrame(7, frameId, report())));
    expect((await readTabReport({ ...facts, frames: 200 })).findings).toHaveLength(200);
  });
});

describe('the border', () => {
  it('takes a report as it is and bounds what a page can put into it', () => {
    expect(checkedFrameReport(report())).toEqual(report());
    const long = checkedFrameReport(
      report({ title: `\ud800${'长'.repeat(5000)}`, findings: [findingSample({ matchedText: 'x'.repeat(9000) })] }),
    );
    expect(long.title).toHaveLength(1000);
    expect(long.title.startsWith('\ufffd')).toBe(true);
    expect(long.findings[0]!.matchedText).toHaveLength(500);
  });

  it.each([
    ['more findings than a frame may list', { findings: Array.from({ length: 501 }, () => findingSample()) }],
    ['a level that does not exist', { findings: [findingSample({ level: 'certain' as never })] }],
    [
      'a law that is not cited',
      { findings: [findingSample({ legalBasis: [{ law: 'x' as never, article: '第一条' }] })] },
    ],
    ['a position that is no number', { findings: [findingSample({ position: Number.NaN })] }],
    ['no document', { documentKey: '../../etc' }],
    ['a stamp that is no digest', { rulePacks: [{ id: 'x', version: '1', sha256: '<b>' }] }],
  ])('refuses %s', (_, changes) => {
    expect(() => checkedFrameReport(report(changes as Partial<FrameReport>))).toThrow();
  });

  it('lets a content script speak only of its own tab', () => {
    const script = { tab: { id: 4 }, frameId: 2, url: 'https://evil.test/' };
    const page = { url: `${fakeBrowser.runtime.getURL('/')}sidepanel.html` };
    expect(tabOfRequest(script, 9)).toBe(4);
    expect(frameOfSender(script)).toEqual({ tabId: 4, frameId: 2 });
    expect(tabOfRequest(page, 9)).toBe(9);
    expect(frameOfSender({ ...page, tab: { id: 1 } })).toBeNull();
    expect(() => tabOfRequest(page, undefined)).toThrow();
  });
});

it('the badge hides nought and stops counting at two digits', () => {
  expect([0, 3, 99, 100].map(badgeText)).toEqual(['', '3', '99', '99+']);
});
