import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import type { Artefact, EvidenceRecord } from '../../utils/evidence/record.ts';

/** An agency's page in a window of an office PC. */
export function samplePage(changes: Partial<EvidenceRecord['page']> = {}): EvidenceRecord['page'] {
  return {
    url: 'https://www.mm-jiance.example/',
    title: '某某检测认证服务',
    viewport: { width: 1366, height: 768, devicePixelRatio: 1 },
    document: { width: 1366, height: 2400 },
    scroll: { x: 0, y: 0 },
    referrer: '',
    language: 'zh-CN',
    charset: 'UTF-8',
    lastModified: '',
    ...changes,
  };
}

/** A record of an advertising page, with the given files. */
export function sampleRecord(id: string, artefacts: readonly Artefact[]): EvidenceRecord {
  return {
    schema: 1,
    id,
    startedAt: '2026-11-23T02:15:01.120Z',
    sealedAt: '2026-11-23T02:15:09.871Z',
    timeZone: 'Asia/Shanghai',
    page: samplePage({
      url: 'https://shop.example.cn/item/1008?from=search',
      title: 'CE认证 当天出证 不成功不收费',
      viewport: { width: 1265, height: 713, devicePixelRatio: 1 },
      document: { width: 1265, height: 5210 },
    }),
    method: 'debugger',
    software: { name: '证鉴', version: '0.1.0', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/109.0.0.0' },
    officers: [
      { name: '张三', licence: '35000000001' },
      { name: '李四', licence: '35000000002' },
    ],
    office: '某某市市场监督管理局',
    rulePacks: [{ id: 'notice', version: '1.0.0', sha256: 'a'.repeat(64) }],
    findings: [
      {
        id: 'f1',
        ruleId: 'fake-certification/same-day',
        category: 'fake-certification',
        level: 'strong',
        ruleName: '当天出证',
        phrase: '当天出证',
        matchedText: '当天出证',
        disposition: 'claim',
        channel: 'text',
        hidden: false,
        gone: false,
        evasions: [],
        prefix: 'CE认证 ',
        suffix: ' 不成功不收费',
        position: 0,
        legalBasis: [{ law: 'certification-regulation', article: '第六十一条' }],
      },
    ],
    certificates: [
      {
        id: 'c1',
        kind: 'inspection-report',
        source: 'text',
        fields: { certificateNumber: { value: 'HX2026-118', raw: 'HX2026-118' } },
        applicable: ['issuingBody', 'issueDate', 'certificateNumber', 'conclusion', 'productName', 'modelSpec'],
        missing: ['issuingBody', 'issueDate', 'conclusion', 'productName', 'modelSpec'],
        problems: [],
        codes: [],
      },
    ],
    artefacts,
    notCaptured: [{ what: '网站证书链', reason: '浏览器没有提供' }],
  };
}

/** The job that made it. */
export function sampleJob(id: string): CaptureJob {
  const done = { state: 'done' } as const;
  return {
    id,
    tabId: 1,
    windowId: 1,
    documentKey: 'd1',
    loadKey: 'd1',
    url: 'https://shop.example.cn/item/1008?from=search',
    title: 'CE认证 当天出证 不成功不收费',
    mode: 'full',
    state: 'running',
    steps: { view: done, archive: done, tiles: done, network: done, seal: { state: 'now' } },
    startedAt: '2026-11-23T02:15:01.120Z',
    notCaptured: [],
  };
}
