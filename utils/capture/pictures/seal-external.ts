import { browser } from '#imports';
import { sealItem } from '../../casework/seal-item.ts';
import type { Certificate } from '../../certificate/certificate.ts';
import type { CaptureJob } from '../../evidence/capture-job.ts';
import { localDate } from '../../evidence/deadline.ts';
import { personOf } from '../../evidence/desk.ts';
import { digestBlob } from '../../evidence/digest.ts';
import type { StatedOrigin } from '../../evidence/external-picture.ts';
import { freezeExplanations } from '../../evidence/frozen-explanation.ts';
import type { EvidenceItem, EvidenceRecord, NotCaptured } from '../../evidence/record.ts';
import type { Finding } from '../../scan/finding.ts';
import {
  discardJob,
  listJobs,
  listStaged,
  type StagedFacts,
  saveJob,
  stageArtefact,
} from '../../store/capture-store.ts';
import { appendLine, readHead } from '../../store/custody-store.ts';
import { requireDesk } from '../../store/desk-store.ts';
import { nextItemId } from '../../store/evidence-store.ts';
import { rulesetInForce } from '../../store/rules-in-force.ts';
import { readSettings } from '../../store/settings.ts';
import { storeKey } from '../../store/store-key.ts';
import { newJob } from '../job/job-runner.ts';
import { SOFTWARE_NAME } from '../steps/seal-step.ts';
import { annotate, findingsWithin, STRIP, thumbnail } from '../tiles/annotate.ts';

/** A picture from elsewhere, as it was opened and read. */
export interface ExternalPicture {
  file: Blob;
  mediaType: string;
  extension: string;
  /** Px, as it stands upright. */
  width: number;
  height: number;
  /** What its text says, and what was found in it. */
  text: string;
  findings: readonly Finding[];
  certificates: readonly Certificate[];
  rulePacks: EvidenceRecord['rulePacks'];
  /** What of it was not read, and why. */
  notRead: readonly NotCaptured[];
}

/** No tab stands behind it. */
const NO_TAB = -1;

type Stage = (facts: StagedFacts, blob: Blob) => Promise<unknown>;

const json = (value: unknown) => new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });

async function stageFiles(stage: Stage, picture: ExternalPicture, origin: StatedOrigin): Promise<void> {
  const { file, mediaType, extension, width, height, findings } = picture;
  const name = `picture/original.${extension}`;
  const region = { x: 0, y: 0, width, height, scale: 1 };
  const method = '执法人员提供的图片文件的全部字节；外来图片，非由网页取得';
  await stage({ name, role: 'external-picture', mediaType, method, region }, file);
  const derived = { derivedFrom: [name] };
  await stage(
    { ...derived, name: 'picture/text.txt', role: 'text', mediaType: 'text/plain', method: '图片中识别出的文字' },
    new Blob([picture.text]),
  );
  await stage(
    {
      name: 'findings.json',
      role: 'findings',
      mediaType: 'application/json',
      method: '扩展按规则包扫描图片文字的结果',
    },
    json({ rulePacks: picture.rulePacks, findings }),
  );
  await stage(
    {
      name: 'certificates.json',
      role: 'certificates',
      mediaType: 'application/json',
      method: '扩展从图片读出的证书内容',
    },
    json(picture.certificates),
  );
  await stage(
    { name: 'not-captured.json', role: 'not-captured', mediaType: 'application/json', method: '没有取得的内容及原因' },
    json(picture.notRead),
  );
  await stage(
    {
      ...derived,
      name: 'screenshot/thumbnail.jpg',
      role: 'thumbnail',
      mediaType: 'image/jpeg',
      method: '由外来图片缩小',
    },
    await thumbnail(file),
  );
  const within = findingsWithin(findings, region);
  if (within.length === 0) return;
  const numbers = new Map(findings.map(({ id }, index) => [id, index + 1]));
  const stamp = { address: `外来图片 ${origin.fileName}`, time: '标注画面，由原图派生；来源为执法人员陈述' };
  await stage(
    {
      ...derived,
      name: 'screenshot/annotated-0001.png',
      role: 'annotated',
      mediaType: 'image/png',
      method: '在原图副本上画出疑似表述的位置和规则名称',
      region: { ...region, height: height + STRIP },
    },
    await annotate(file, region, within, numbers, stamp),
  );
}

/** What a page of the library that was closed in the middle has left: its staged files go, with a line in the log. */
async function discardLeft(person: string): Promise<void> {
  for (const job of await listJobs())
    if (job.document === 'picture' && job.state === 'interrupted')
      await discardJob(job.id, 'capture-cancelled', '放弃未完成的外来图片登记，已保存的内容已删除', person);
}

/**
 * Seals a picture that no page brought as an item of its own kind: its bytes, what was read in them, and where it comes from as the officer
 * stated it.
 * @throws NobodyAtDeskError, StoreLockedError, StorageFullError
 */
export async function sealExternalPicture(picture: ExternalPicture, origin: StatedOrigin): Promise<EvidenceItem> {
  const settings = await readSettings();
  const [attending] = await Promise.all([requireDesk(settings), storeKey()]);
  const person = personOf(attending);
  await discardLeft(person);
  const { sha256 } = await digestBlob(picture.file);
  const url = `urn:sha256:${sha256}`;
  const line = await appendLine({ act: 'capture-started', person, detail: `开始登记外来图片 ${origin.fileName}` });
  const startedAt = new Date().toISOString();
  const begun: CaptureJob = {
    ...newJob({
      id: crypto.randomUUID(),
      tabId: NO_TAB,
      windowId: NO_TAB,
      documentKey: crypto.randomUUID(),
      loadKey: '',
      url,
      title: origin.fileName,
      mode: 'view',
      document: 'picture',
      startedAt,
      startedLine: line.sequence,
      ...attending,
      ...(settings.currentCaseId ? { caseId: settings.currentCaseId } : {}),
    }),
    // Nobody goes on with it: a page that is closed meanwhile leaves it for the next to put away.
    state: 'interrupted',
  };
  await saveJob(begun);
  try {
    await stageFiles((facts, blob) => stageArtefact(begun.id, facts, blob), picture, origin);
    return await sealItem(begun, await recordOf(begun, { picture, origin, url, office: settings.office }));
  } catch (error) {
    await discardJob(begun.id, 'capture-interrupted', `登记外来图片未完成：${origin.fileName}`, person);
    throw error;
  }
}

async function recordOf(
  { id: jobId, startedAt, officers, attendedSince }: CaptureJob,
  { picture, origin, url, office }: { picture: ExternalPicture; origin: StatedOrigin; url: string; office: string },
): Promise<EvidenceRecord> {
  const { width, height, findings, rulePacks } = picture;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const sealedAt = new Date();
  const logHead = await readHead();
  return {
    schema: 2,
    id: await nextItemId(sealedAt),
    startedAt,
    sealedAt: sealedAt.toISOString(),
    timeZone,
    external: origin,
    page: {
      url,
      title: origin.fileName,
      viewport: { width, height, devicePixelRatio: 1 },
      document: { width, height },
      scroll: { x: 0, y: 0 },
      ...{ referrer: '', language: '', charset: '', lastModified: '' },
    },
    method: 'external',
    software: {
      name: SOFTWARE_NAME,
      version: browser.runtime.getManifest().version,
      userAgent: navigator.userAgent,
    },
    officers: officers ?? [],
    ...(attendedSince ? { attendedSince } : {}),
    office,
    rulePacks,
    findings,
    dismissed: [],
    explanations: freezeExplanations(await rulesetInForce(), rulePacks, findings, localDate(startedAt, timeZone)),
    certificates: picture.certificates,
    artefacts: await listStaged(jobId),
    notCaptured: picture.notRead,
    ...(logHead ? { logHead } : {}),
  };
}
