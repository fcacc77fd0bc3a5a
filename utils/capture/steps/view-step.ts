import { delay } from '../../base/abortable.ts';
import { withApprovalChecks } from '../../casework/check-approvals.ts';
import type { Certificate } from '../../certificate/certificate.ts';
import { localDate } from '../../evidence/deadline.ts';
import { freezeExplanations } from '../../evidence/frozen-explanation.ts';
import type { EvidenceRecord, FrozenExplanation, PageSign } from '../../evidence/record.ts';
import type { PartyFact } from '../../party/party-fact.ts';
import { readParty } from '../../party/read-party.ts';
import type { PageFacts } from '../../reports/page-facts.ts';
import type { FramedFinding, TabReport } from '../../reports/tab-report.ts';
import type { Finding } from '../../scan/finding.ts';
import { disclosureOf, disclosureSign } from '../../scan/licence-disclosure.ts';
import { joinPageSigns, readPageSigns } from '../../scan/page-signs.ts';
import { pageVerdict } from '../../scan/page-verdict.ts';
import { rulesetInForce } from '../../store/rules-in-force.ts';
import { tabText } from '../../tabs/tab-text.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { readPictures } from '../pictures/read-pictures.ts';
import { showMarks } from '../tiles/marks.ts';
import { recordedId } from '../tiles/measure-places.ts';
import { captureView } from '../tiles/visible-tab.ts';
import { noteState } from './page-states.ts';
import { readPageFacts } from './read-page-facts.ts';
import { sayPdfLacks, untilPdfRead } from './until-pdf-read.ts';

/** What `findings.json` holds: the scan as it stood when the capture began. */
export interface FrozenFindings {
  scannedAt: string | null;
  state: TabReport['state'] | 'not-scanned';
  /** Findings beyond the reported list. */
  omitted: number;
  rulePacks: TabReport['rulePacks'];
  findings: Finding[];
  /** Ids of those that a person had marked as false positives. */
  dismissed: string[];
  pageKind?: string;
  weight?: EvidenceRecord['weight'];
  pageSigns?: PageSign[];
  /** Who stands behind the page, as it says itself. */
  party?: PartyFact[];
  /** What the rules of these findings say. */
  explanations: FrozenExplanation[];
}

/**
 * A tab's finding as the record keeps it: ids that are unique over all frames, and a place only where it is one on the page (a
 * frame's own coordinates are not).
 */
export function frozenFinding({ frameId, dismissed: _dismissed, ...finding }: FramedFinding): Finding {
  if (frameId === 0) return finding;
  const { rect: _rect, ...placeless } = finding;
  return { ...placeless, id: recordedId(frameId, finding.id) };
}

const withoutPlace = ({ rect: _rect, ...finding }: Finding): Finding => finding;

/** The same for a certificate. */
export function frozenCertificate({ frameId, ...certificate }: TabReport['certificates'][number]): Certificate {
  if (frameId === 0) return certificate;
  const { rect: _rect, ...placeless } = certificate;
  return { ...placeless, id: `${frameId}-${certificate.id}` };
}

/** The officer may ask for the capture while the page is still being read: the scan is given this long to end. */
const SCAN_PATIENCE_MS = 2500;
const SCAN_POLL_MS = 80;

const isRead = (report: TabReport | undefined) =>
  !report ||
  (report.state !== 'scanning' && !report.rulesChanged && !(report.state === 'failed' && report.scannedAt === ''));

async function settledReport(run: CaptureRun): Promise<TabReport | undefined> {
  for (let waited = 0; ; waited += SCAN_POLL_MS) {
    const report = await run.readReport();
    if (isRead(report) || waited >= SCAN_PATIENCE_MS) return report;
    await delay(SCAN_POLL_MS, run.signal);
  }
}

/** The findings of a tab that were made by the rules that its report, and so the record, names. */
export function foundByNamedRules(report: TabReport | undefined): readonly FramedFinding[] {
  const others = new Set(report?.otherRules);
  return (report?.findings ?? []).filter(({ frameId }) => !others.has(frameId));
}

/** How much the claims weigh, with the signs, as panel and popup show it, and the page's party; nothing where the text could not be read. */
async function weighed(
  run: CaptureRun,
  report: TabReport | undefined,
): Promise<Pick<FrozenFindings, 'pageKind' | 'weight' | 'pageSigns' | 'party'>> {
  if (report?.state !== 'done' || (run.hung && !(report.signs && report.party))) return {};
  const texts = report.signs && report.party ? [] : await tabText(run.tabId);
  const signs = report.signs ?? (await withApprovalChecks(joinPageSigns(texts.map(readPageSigns))));
  const disclosure = disclosureOf({ ...report, signs });
  const verdict = pageVerdict(foundByNamedRules(report), signs);
  return {
    ...(report.page ? { pageKind: report.page.kind } : {}),
    weight: verdict.strength,
    pageSigns: [
      ...(report.page?.signs ?? []).map(({ id, name, words }) => ({ id, name, words: [words] })),
      ...(disclosure ? [disclosureSign(disclosure)] : []),
      ...verdict.signs.map(({ sign, quotes }) => ({ id: sign, words: [...quotes] })),
    ],
    party: [...(report.party ?? readParty(texts, report.url))],
  };
}

/** Keeps what the scan has found, as it stands. Of a page that hangs nothing more is asked, and places are not said. */
export async function freezeReport(run: CaptureRun): Promise<void> {
  // A page that was opened a moment ago has no script of ours yet that could list its pictures.
  await settledReport(run);
  if (run.job.document === 'pdf') await untilPdfRead(run);
  else if (!run.hung) await readPictures(run);
  const report = await settledReport(run);
  const found = foundByNamedRules(report);
  const rulePacks = report?.rulePacks ?? [];
  const day = localDate(run.job.startedAt, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const findings: FrozenFindings = {
    scannedAt: report?.scannedAt ?? null,
    state: report?.state ?? 'not-scanned',
    omitted: report?.omitted ?? 0,
    rulePacks,
    findings: found.map(frozenFinding).map((finding) => (run.hung ? withoutPlace(finding) : finding)),
    dismissed: found.filter(({ dismissed }) => dismissed).map((each) => frozenFinding(each).id),
    explanations: freezeExplanations(await rulesetInForce(), rulePacks, found, day),
    ...(await weighed(run, report)),
  };
  const certificates = (report?.certificates ?? []).map(frozenCertificate);
  await run.stageJson(
    { name: 'findings.json', role: 'findings', method: '取证开始时扩展按规则包扫描的结果' },
    findings,
  );
  await run.stageJson(
    { name: 'certificates.json', role: 'certificates', method: '取证开始时扩展从文字和图片读出的证书内容' },
    certificates,
  );
  if (report?.pdf) await sayPdfLacks(run, report.pdf);
  if (report?.state !== 'done') await run.missed('完整的扫描结果', '取证开始时网页未扫描或尚未扫描完');
  if (report?.unread)
    await run.missed(`网页内容 ${report.unread} 处未能读取`, '读取时出错，其中的表述未经扫描；画面中可见部分已截取');
  if (report && report.omitted > 0) await run.missed(`疑似表述 ${report.omitted} 处`, '超出列表上限，未逐条列入');
  const others = report?.otherRules?.length ?? 0;
  if (others > 0)
    await run.missed(`${others} 个框架的疑似表述`, '这些框架按另一版规则扫描，尚未按记录所列的规则重新扫描，未列入');
  if (report?.rulesChanged)
    await run.missed('按现行规则的扫描', '规则更新后网页尚未重新扫描，疑似表述由记录所列的规则扫描得出');
  if (report && report.unreadableFrames > 0)
    await run.missed(`跨站框架 ${report.unreadableFrames} 个`, '浏览器不允许读取其文字，画面中可见部分已截取');
}

const regionOf = ({ scroll, viewport: { width, height, devicePixelRatio } }: PageFacts) => ({
  ...scroll,
  width,
  height,
  scale: devicePixelRatio,
});

const whatIsShown = ({ job }: CaptureRun) => (job.document === 'pdf' ? '扩展的 PDF 阅读器' : '标签页');

/** Step 1: what the officer saw, before anything else is done to the page, and what the scan had found by then. */
export async function viewStep(run: CaptureRun): Promise<void> {
  const { tabId, signal } = run;
  await noteState(run, '标示隐去前');
  const marked = await captureView(tabId, signal, run.away);
  const shown = await readPageFacts(tabId);
  await run.stage(
    {
      name: 'screenshot/view-marked.png',
      role: 'view-marked',
      mediaType: 'image/png',
      method: `取证开始时截取${whatIsShown(run)}的当前画面，保留标示`,
      region: regionOf(shown),
      capturedAt: marked.capturedAt,
    },
    marked.picture,
  );
  const unsure = await showMarks(tabId, false);
  if (unsure > 0) await run.missed(`${unsure} 个框架的无标示画面`, '框架没有应答，画面中可能留有标示');
  const { picture, capturedAt } = await captureView(tabId, signal, run.away);
  await run.back();
  const facts = await readPageFacts(tabId);
  await noteState(run, '标示隐去后');
  const view = run.stage(
    {
      name: 'screenshot/view-before.png',
      role: 'view-before',
      mediaType: 'image/png',
      method: `取证开始时截取${whatIsShown(run)}的当前画面，标示已隐去`,
      region: regionOf(facts),
      capturedAt,
    },
    picture,
  );
  const metadata = { name: 'metadata.json', role: 'metadata', method: '从浏览器读取的网页属性' } as const;
  await Promise.all([view, run.stageJson(metadata, facts), freezeReport(run)]);
}
