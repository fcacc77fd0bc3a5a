import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BUILT_IN_STAMPS } from '../../../rules/written-packs.ts';
import type { CaptureRun } from '../../../utils/capture/job/capture-run.ts';
import { stageNetwork } from '../../../utils/capture/steps/network-step.ts';
import { type FrozenFindings, freezeReport } from '../../../utils/capture/steps/view-step.ts';
import type { PageFacts } from '../../../utils/reports/page-facts.ts';
import type { TabReport } from '../../../utils/reports/tab-report.ts';
import { findingSample } from '../../page/finding-sample.ts';

// A page whose rules changed is given time to scan again: here it never does.
vi.mock('../../../utils/base/abortable.ts', async (original) => ({
  ...(await original<typeof import('../../../utils/base/abortable.ts')>()),
  delay: async () => undefined,
}));

beforeEach(() => fakeBrowser.reset());

const RULE = 'fake-certification/same-day-issue';

const found = (id: string, frameId: number, dismissed = false) => ({
  ...findingSample({ id, ruleId: RULE }),
  frameId,
  dismissed,
});

/** A page whose second frame was scanned by other rules than its top, before the rules changed again; a person struck one claim off. */
const REPORT: TabReport = {
  tabId: 7,
  url: 'http://shop.example/',
  title: '标题',
  state: 'done',
  documentKey: 'd',
  findings: [found('kept', 0), found('struck-off', 0, true), found('by-others', 3)],
  omitted: 0,
  certificates: [],
  pictures: 0,
  timings: { textMs: 0, matchMs: 0, contextMs: 0, paintMs: 0, characters: 9 },
  scannedAt: '2026-11-23T06:00:00.000Z',
  rulePacks: BUILT_IN_STAMPS,
  page: { kind: 'certification-seller', signs: [] },
  signs: {},
  party: [],
  otherRules: [3],
  rulesChanged: true,
  frames: 2,
  unreadableFrames: 0,
};

/** A capture of a page that answers no more, so that nothing but its report is asked; with what it kept and what it said is missing. */
function hungRun(report: TabReport) {
  const kept = new Map<string, unknown>();
  const missing = new Map<string, string>();
  const run = {
    tabId: 7,
    hung: true,
    job: { startedAt: '2026-11-23T06:00:00.000Z', notCaptured: [] },
    signal: new AbortController().signal,
    readReport: async () => report,
    stageJson: async ({ name }: { name: string }, value: unknown) => void kept.set(name, value),
    missed: async (what: string, reason: string) => void missing.set(what, reason),
    stagedList: async () => [],
  };
  return { run: run as unknown as CaptureRun, kept, missing };
}

async function frozen(report: TabReport) {
  const { run, kept, missing } = hungRun(report);
  await freezeReport(run);
  return { findings: kept.get('findings.json') as FrozenFindings, missing };
}

it('keeps what the named rules found and no other, and says whose findings are left out', async () => {
  const { findings, missing } = await frozen(REPORT);
  expect(findings.rulePacks).toEqual(BUILT_IN_STAMPS);
  expect(findings.findings.map(({ id }) => id)).toEqual(['kept', 'struck-off']);
  expect([...missing.keys()]).toEqual(['1 个框架的疑似表述', '按现行规则的扫描']);
});

it('keeps what a person struck off, what the page is taken for and what its claims weigh', async () => {
  const { findings } = await frozen(REPORT);
  expect(findings.dismissed).toEqual(['struck-off']);
  expect(findings.pageKind).toBe('certification-seller');
  expect(findings.weight).not.toBe('none');
  expect(findings.pageSigns?.map(({ id }) => id)).toContain('no-licence');
});

it('freezes what each rule says, with the wording of the day', async () => {
  const { findings } = await frozen(REPORT);
  expect(findings.explanations.map(({ ruleId }) => ruleId)).toEqual([RULE]);
  expect(findings.explanations[0]?.message).not.toBe('');
  expect(findings.explanations[0]?.legalBasis.length).toBeGreaterThan(0);
});

it('says of a browser that looks no names up that it does not, and of the server’s HTML why it is not beside the page', async () => {
  const { run, kept, missing } = hungRun(REPORT);
  await stageNetwork(run, { url: 'http://shop.example/', timeOrigin: 0 } as PageFacts);
  expect(kept.get('network.json')).toMatchObject({ nameLookup: null });
  expect(missing.get('域名解析结果')).toContain('没有供扩展使用的域名解析接口');
  expect(missing.get('服务器发来的 HTML（脚本运行之前）')).toBe('网页没有应答');
});
