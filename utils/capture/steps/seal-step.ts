import { browser } from '#imports';
import { localDay } from '../../base/local-day.ts';
import { openPracticeCase } from '../../casework/practice-case.ts';
import { sealItem } from '../../casework/seal-item.ts';
import type { Certificate } from '../../certificate/certificate.ts';
import { CAPTURE_STEPS, type CaptureJob } from '../../evidence/capture-job.ts';
import { asPictured } from '../../evidence/finding-places.ts';
import { originalPictures } from '../../evidence/original-pictures.ts';
import { isPracticeAddress } from '../../evidence/practice.ts';
import type { Artefact, EvidenceRecord } from '../../evidence/record.ts';
import type { PageFacts } from '../../reports/page-facts.ts';
import { readHead } from '../../store/custody-store.ts';
import { newestCapture, nextItemId } from '../../store/evidence-store.ts';
import { listRecordings } from '../../store/recording-store.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { annotate, findingsWithin, STRIP, thumbnail } from '../tiles/annotate.ts';
import { recordPage } from './read-page-facts.ts';
import { stageRecording } from './recording-step.ts';
import type { FrozenFindings } from './view-step.ts';

/** The manifest's name follows the browser's language; papers name one product. */
export const SOFTWARE_NAME = '证鉴';

async function stageThumbnail(run: CaptureRun): Promise<void> {
  const view = await run.staged('screenshot/view-before.png');
  if (!view) throw new Error('the view is not staged');
  await run.stage(
    {
      name: 'screenshot/thumbnail.jpg',
      role: 'thumbnail',
      mediaType: 'image/jpeg',
      method: '由取证开始时的画面缩小',
      derivedFrom: ['screenshot/view-before.png'],
    },
    await thumbnail(view),
  );
}

/** Marked copies of the pictures that show a finding. */
async function stageAnnotated(run: CaptureRun, { findings }: FrozenFindings, facts: PageFacts): Promise<void> {
  const pictures = await run.stagedList();
  const whole = originalPictures(pictures);
  const shown = whole.length > 0 ? whole : pictures.filter(({ role }) => role === 'view-before');
  const numbers = new Map(findings.map(({ id }, index) => [id, index + 1]));
  for (const [index, picture] of shown.entries()) {
    const region = picture.region!;
    const pictured = findings.flatMap((finding) => asPictured(finding, picture));
    const within = findingsWithin(pictured, region);
    if (within.length === 0) continue;
    run.signal.throwIfAborted();
    const blob = await run.staged(picture.name);
    const stamp = { address: facts.url, time: `取证时间 ${picture.capturedAt}（UTC） · 标注画面，由原图派生` };
    await run.stage(
      {
        name: `screenshot/annotated-${String(index + 1).padStart(4, '0')}.png`,
        role: 'annotated',
        mediaType: 'image/png',
        method: '在原图副本上画出疑似表述的位置、规则名称，并加印地址与时间',
        derivedFrom: [picture.name],
        region: { ...region, height: region.height + STRIP / region.scale },
      },
      await annotate(blob!, region, within, numbers, stamp),
    );
  }
}

function methodOf({ method }: CaptureJob, artefacts: readonly Artefact[]): EvidenceRecord['method'] {
  const has = (wanted: Artefact['role']) => artefacts.some(({ role }) => role === wanted);
  if (has('pdf-page')) return 'rendered';
  return has('tile') ? (method ?? 'view-only') : 'view-only';
}

/** The record that is sealed, from what the earlier steps have written down. */
export function buildRecord(
  run: Pick<CaptureRun, 'job' | 'settings'>,
  parts: {
    id: string;
    sealedAt: string;
    facts: PageFacts;
    frozen: FrozenFindings;
    certificates: readonly Certificate[];
    artefacts: readonly Artefact[];
    software: EvidenceRecord['software'];
    follows: EvidenceRecord['follows'];
    logHead?: EvidenceRecord['logHead'];
  },
): EvidenceRecord {
  const { job, settings } = run;
  return {
    schema: 1,
    id: parts.id,
    startedAt: job.startedAt,
    sealedAt: parts.sealedAt,
    timeZone: parts.facts.timeZone,
    page: recordPage(parts.facts),
    ...(isPracticeAddress(parts.facts.url) ? { practice: true } : {}),
    method: methodOf(job, parts.artefacts),
    software: parts.software,
    officers: job.officers ?? [],
    ...(job.attendedSince ? { attendedSince: job.attendedSince } : {}),
    office: settings.office,
    rulePacks: parts.frozen.rulePacks,
    findings: parts.frozen.findings,
    // A capture that an earlier version began has staged none of these.
    ...(parts.frozen.dismissed ? { dismissed: parts.frozen.dismissed } : {}),
    ...(parts.frozen.pageKind ? { pageKind: parts.frozen.pageKind } : {}),
    ...(parts.frozen.weight ? { weight: parts.frozen.weight } : {}),
    ...(parts.frozen.pageSigns ? { pageSigns: parts.frozen.pageSigns } : {}),
    ...(parts.frozen.party ? { party: parts.frozen.party } : {}),
    ...(parts.frozen.explanations ? { explanations: parts.frozen.explanations } : {}),
    certificates: parts.certificates,
    artefacts: parts.artefacts,
    notCaptured: job.notCaptured,
    ...(parts.follows ? { follows: parts.follows } : {}),
    ...(parts.logHead ? { logHead: parts.logHead } : {}),
  };
}

/** Whether this machine's clock was set back while the capture ran. */
export function wentBack({ startedAt, steps }: Pick<CaptureJob, 'startedAt' | 'steps'>, now: number): boolean {
  const written = CAPTURE_STEPS.flatMap((step) => [steps[step].startedAt, steps[step].endedAt]);
  const times = [startedAt, ...written.filter((time) => time !== undefined)].map((time) => Date.parse(time));
  return [...times, now].some((time, index) => index > 0 && time < times[index - 1]!);
}

/** Step 5: derived pictures, the list of what is missing, and the seal over everything. */
export async function sealStep(run: CaptureRun): Promise<void> {
  const facts = await run.stagedJson<PageFacts>('metadata.json');
  const frozen = await run.stagedJson<FrozenFindings>('findings.json');
  await stageRecording(run);
  await stageThumbnail(run);
  await stageAnnotated(run, frozen, facts);
  if (wentBack(run.job, Date.now()))
    await run.missed('前后一致的时钟', '取证期间本机时钟被调回，记录的各时间不能相互比较');
  await run.stageJson(
    { name: 'not-captured.json', role: 'not-captured', method: '取证中没有取得的内容及原因' },
    run.job.notCaptured,
  );
  const { version } = browser.runtime.getManifest();
  const sealedAt = new Date();
  run.signal.throwIfAborted();
  const record = buildRecord(run, {
    id: await nextItemId(sealedAt),
    sealedAt: sealedAt.toISOString(),
    facts,
    frozen,
    certificates: await run.stagedJson<Certificate[]>('certificates.json'),
    artefacts: await run.stagedList(),
    follows: await newestCapture(facts.url),
    logHead: await readHead(),
    software: { name: SOFTWARE_NAME, version, userAgent: navigator.userAgent },
  });
  if (record.practice) await openPracticeCase(record.officers[0] ?? { name: '', licence: '' }, localDay(sealedAt));
  const endedAt = sealedAt.toISOString();
  const seal = { ...run.job.steps.seal, state: 'done' as const, endedAt };
  run.item = await sealItem({ ...run.job, endedAt, steps: { ...run.job.steps, seal } }, record);
  // What was sealed with the item need not lie about a second time.
  await listRecordings();
}
