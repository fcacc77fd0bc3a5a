import type { ShownExplanation } from '../../rules/explanation.ts';
import { citedOn } from '../../rules/legal-basis.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import type { CaptureJob, StepProgress } from '../../utils/evidence/capture-job.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import type { FramedFinding, TabReport } from '../../utils/reports/tab-report.ts';
import { samplePage } from '../evidence/sample-record.ts';

/** Local time on the day of the pictures, as ISO 8601 in UTC. */
export const at = (clock: string): string => new Date(`2026-11-23T${clock}`).toISOString();

export function finding(part: Partial<FramedFinding> & Pick<FramedFinding, 'id' | 'matchedText'>): FramedFinding {
  return {
    frameId: 0,
    ruleId: 'fake-certification/same-day',
    category: 'fake-certification',
    level: 'strong',
    ruleName: '当天或即时出证',
    phrase: part.matchedText,
    disposition: 'claim',
    channel: 'text',
    hidden: false,
    gone: false,
    evasions: [],
    prefix: '',
    suffix: '',
    position: 0,
    legalBasis: [{ law: 'certification-regulation', article: '第六十一条' }],
    dismissed: false,
    ...part,
  };
}

export const FINDINGS: readonly FramedFinding[] = [
  finding({
    id: 'a',
    matchedText: '当天出证',
    signs: [
      { id: 'fake-certification/same-day', name: '当天或即时出证', words: '当天出证' },
      { id: 'promise-before', name: '前文有承诺', words: '保证' },
      { id: 'required-after', name: '后文有要求', words: '需要', against: true },
    ],
    prefix: '资料 全国平台通用，',
    suffix: ' 不送样检测也能办',
    position: 1,
  }),
  finding({
    id: 'b',
    matchedText: '不送样检测',
    suffix: '也能办，老客户九折',
    ruleId: 'fake-certification/no-sample',
    ruleName: '不送样检测',
    position: 2,
  }),
  finding({
    id: 'c',
    level: 'weak',
    matchedText: '检测包过',
    prefix: '也能办，报告 ',
    suffix: '，老客户九折',
    category: 'false-promise',
    ruleId: 'false-promise/pass-guaranteed',
    ruleName: '保证性承诺',
    position: 3,
  }),
  finding({
    id: 'd',
    matchedText: '直出证书',
    prefix: '公告：监管部门提醒，警惕“',
    suffix: '”等宣传，委托前请核对机构资质',
    disposition: 'cited',
    reason: '警惕',
    ruleName: '直出证书',
    position: 0,
  }),
  finding({
    id: 'e',
    level: 'weak',
    matchedText: '提供加急认证',
    prefix: '我们不',
    suffix: '的情形说明',
    disposition: 'negated',
    reason: '不',
    ruleName: '加急认证',
    position: 5,
  }),
];

/** 131 claims of seven rules: long enough for groups. */
export const MANY_FINDINGS: readonly FramedFinding[] = Array.from({ length: 131 }, (_, index) =>
  finding({
    id: `many-${index}`,
    matchedText: '快速出证',
    prefix: `第 ${index + 1} 条：本公司承诺`,
    suffix: '，全国受理，资料齐全',
    level: index % 3 === 0 ? 'strong' : 'weak',
    ruleId: `false-promise/rule-${index % 7}`,
    ruleName: `快速办理类承诺（第 ${(index % 7) + 1} 组）`,
    position: index,
  }),
);

export const explain = (found: Pick<FramedFinding, 'legalBasis'>): ShownExplanation => ({
  legalBasis: citedOn(found.legalBasis, '2026-11-23'),
  origin: 'in-force',
  rule: {
    message: '认证和检验检测须经取样、检测、评定，承诺当天出具与程序不符。',
    exceptions: '仅指电子证书在评定完成后当天下载，且页面写明评定周期。',
    advice: '核对机构批准号，询问评定周期与送样要求。',
    source: '某市市场监督管理局通知',
  },
});

const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="84" height="112"><rect width="84" height="112" fill="#fff"/><path d="M20 18h44M14 32h56M14 42h40M14 52h50M14 62h36" stroke="#9aa3af" stroke-width="3"/><rect x="14" y="78" width="18" height="18" fill="#333"/><circle cx="58" cy="86" r="11" fill="none" stroke="#d66" stroke-width="2"/></svg>',
)}`;

export const REPORT_CERTIFICATE: Certificate & { frameId: number } = {
  frameId: 0,
  id: 'cert-1',
  kind: 'inspection-report',
  source: 'image',
  pictureUrl: picture,
  applicable: ['issuingBody', 'issueDate', 'certificateNumber', 'conclusion', 'productName', 'modelSpec'],
  missing: ['conclusion', 'modelSpec'],
  fields: {
    issuingBody: { value: '某某检测技术服务有限公司', raw: '某某检测技术服务有限公司' },
    issueDate: { value: '2024-03-15', raw: '2024 年 3 月 15 日' },
    certificateNumber: { value: 'MM2026-JC-00817', raw: 'MM2026-JC-00817' },
    productName: { value: '不锈钢保温杯', raw: '不锈钢保温杯' },
  },
  problems: [
    {
      code: 'number-year-mismatch',
      detail: '编号年份 2026，颁发日期 2024-03-15',
      compared: [
        { label: 'problem_numberYear', value: '2026' },
        { label: 'problem_issueDate', value: '2024-03-15' },
      ],
      weight: 'doubt',
    },
    {
      code: 'qr-host',
      detail: '二维码域名 baogao-chaxun.example 不在官方名单内',
      compared: [
        { label: 'problem_qrHost', value: 'baogao-chaxun.example' },
        { label: 'problem_officialList', value: '未收录此域名' },
      ],
      weight: 'check',
    },
  ],
  codes: [],
};

export const SYSTEM_CERTIFICATE: Certificate & { frameId: number } = {
  frameId: 0,
  id: 'cert-2',
  kind: 'management-system',
  source: 'text',
  applicable: ['issuingBody', 'issueDate', 'certificateNumber'],
  missing: [],
  fields: {
    issuingBody: { value: '示例认证中心有限公司', raw: '示例认证中心有限公司', confidence: 0.41 },
    issueDate: { value: '2025-08-02', raw: '2025-08-02' },
    certificateNumber: { value: '00125Q30001R0S', raw: '00125Q30001R0S' },
    scope: { value: '塑料制品的设计、开发、生产和销售及其相关管理活动', raw: '' },
    validUntil: { value: '2028-08-01', raw: '2028-08-01' },
  },
  problems: [],
  codes: [{ format: 'QRCode', text: 'https://www.cnca.cn/q?n=00125Q30001R0S', host: 'www.cnca.cn', official: true }],
};

export function report(part: Partial<TabReport> = {}): TabReport {
  return {
    tabId: 1,
    url: 'https://www.mm-jiance.example/',
    title: '某某检测认证服务 – 质检报告、体系认证、产品检测一站办理',
    state: 'done',
    documentKey: 'document-1',
    findings: FINDINGS,
    omitted: 0,
    certificates: [REPORT_CERTIFICATE],
    pictures: 6,
    signs: { tokenPrice: '¥1.00', offPlatformContact: '加微信 jc_2026', offer: '体系认证、产品检测一站办理' },
    page: {
      kind: 'certification-seller',
      signs: [
        { id: 'certification', name: '认证检测', words: '检测、认证、证书' },
        { id: 'consult', name: '招揽咨询', words: '咨询、微信' },
      ],
    },
    timings: { textMs: 4, matchMs: 2, contextMs: 1, paintMs: 1, characters: 4120 },
    scannedAt: at('14:31:05'),
    rulePacks: [{ id: 'notice', version: '2026.11', sha256: '0'.repeat(64) }],
    frames: 1,
    unreadableFrames: 0,
    ...part,
  };
}

const done = (start: string, end: string, size: number): StepProgress => ({
  state: 'done',
  startedAt: at(start),
  endedAt: at(end),
  size,
});

export function job(part: Partial<CaptureJob> = {}): CaptureJob {
  return {
    id: 'job-1',
    tabId: 1,
    windowId: 1,
    documentKey: 'document-1',
    loadKey: '1',
    url: 'https://www.mm-jiance.example/',
    title: '某某检测认证服务 – 质检报告',
    mode: 'full',
    state: 'running',
    steps: {
      view: done('14:31:44.000', '14:31:44.400', 1_258_291),
      archive: done('14:31:44.400', '14:31:46.300', 5_033_165),
      tiles: { state: 'now', startedAt: at('14:31:46.300'), done: 12, total: 31 },
      network: { state: 'waiting' },
      seal: { state: 'waiting' },
    },
    startedAt: at('14:31:44'),
    notCaptured: [{ what: '1 个跨站框架', reason: '浏览器不允许读取' }],
    ...part,
  };
}

export const INTERRUPTED = job({
  state: 'interrupted',
  endedAt: at('14:31:58'),
  steps: { ...job().steps, tiles: { ...job().steps.tiles, state: 'stopped' } },
});

export const ITEM: EvidenceItem = {
  id: 'E20261123-0007',
  digest: {
    sha256: `9f2c41ab${'0'.repeat(48)}7d0e53c8`,
    sm3: `41d07be2${'0'.repeat(48)}c60f9a15`,
  },
  status: 'pending',
  health: { checkedAt: at('14:32:07'), damaged: [] },
  dismissed: [],
  record: {
    schema: 1,
    id: 'E20261123-0007',
    startedAt: at('14:31:36'),
    sealedAt: at('14:32:07'),
    timeZone: 'Asia/Shanghai',
    page: samplePage({ document: { width: 1366, height: 21_000 } }),
    method: 'debugger',
    software: { name: '证鉴', version: '0.1.0', userAgent: '' },
    officers: [],
    office: '',
    rulePacks: [],
    findings: [],
    certificates: [],
    artefacts: Array.from({ length: 37 }, (_, index) => ({
      name: `screenshot/tile-${index}.png`,
      role: 'tile' as const,
      mediaType: 'image/png',
      size: 527_122,
      capturedAt: at('14:31:50'),
      method: '逐块截取',
      sha256: '',
      sm3: '',
    })),
    notCaptured: [{ what: '跨站框架 1 个', reason: '浏览器不允许读取' }],
  },
};
