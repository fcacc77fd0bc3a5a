import type { Certificate } from '../../../utils/certificate/certificate.ts';
import type { EvidenceItem, EvidenceRecord } from '../../../utils/evidence/record.ts';
import type { Finding } from '../../../utils/scan/finding.ts';
import { samplePage } from '../../evidence/sample-record.ts';

const RULES = {
  'fake-certification/same-day': { name: '当天或即时出证', level: 'strong', phrase: '当天出证' },
  'fake-certification/no-sample': { name: '不送样检测', level: 'strong', phrase: '不送样检测' },
  'false-promise/guaranteed': { name: '保证性承诺', level: 'weak', phrase: '检测包过' },
} as const;

export type SampleRule = keyof typeof RULES;

/** A finding of one of three rules; a claim unless said otherwise. */
export function sampleFinding(ruleId: SampleRule, position: number, changes: Partial<Finding> = {}): Finding {
  const { name, level, phrase } = RULES[ruleId];
  return {
    id: `f${position}`,
    ruleId,
    category: ruleId.split('/')[0] as Finding['category'],
    level,
    ruleName: name,
    phrase,
    matchedText: phrase,
    disposition: 'claim',
    channel: 'text',
    hidden: false,
    gone: false,
    evasions: [],
    prefix: '质检报告 · CMA 资料，全国平台通用，',
    suffix: '，老客户九折，工作日在线。',
    position,
    legalBasis: [{ law: 'certification-regulation', article: '第六十一条' }],
    rect: { x: 160, y: 200 + position * 60, width: 120, height: 36 },
    ...changes,
  };
}

export function sampleCertificate(changes: Partial<Certificate> = {}): Certificate {
  return {
    id: 'c1',
    kind: 'inspection-report',
    source: 'text',
    fields: {
      issuingBody: { value: '某某检测技术有限公司', raw: '某某检测技术有限公司' },
      certificateNumber: { value: 'MM2026-JC-00417', raw: 'MM2026-JC-00417' },
      productName: { value: '不锈钢保温杯', raw: '不锈钢保温杯' },
      issueDate: { value: '2024-03-15', raw: '2024年3月15日' },
    },
    applicable: ['issuingBody', 'issueDate', 'certificateNumber', 'conclusion', 'productName', 'modelSpec'],
    missing: ['conclusion', 'modelSpec'],
    problems: [
      {
        code: 'number-year-mismatch',
        detail: '编号年份 2026 与颁发日期 2024-03-15 不一致',
        compared: [],
        weight: 'doubt',
      },
    ],
    codes: [],
    ...changes,
  };
}

/** A sealed item with placeholder digests. `record` changes go into the record, `item` changes beside it. */
export function sampleItem(record: Partial<EvidenceRecord> = {}, item: Partial<EvidenceItem> = {}): EvidenceItem {
  const id = record.id ?? item.id ?? 'E20261123-0007';
  const whole: EvidenceRecord = {
    schema: 1,
    id,
    startedAt: '2026-11-23T06:31:36.000Z',
    sealedAt: '2026-11-23T06:32:07.000Z',
    timeZone: 'Asia/Shanghai',
    page: samplePage(),
    method: 'debugger',
    software: { name: '证鉴', version: '0.1.0', userAgent: 'Chromium' },
    officers: [
      { name: '人员甲', licence: 'LJ-0001' },
      { name: '人员乙', licence: 'LJ-0002' },
    ],
    office: '示例市场监督管理局',
    rulePacks: [{ id: 'notice', version: '2026.11.1', sha256: 'a'.repeat(64) }],
    findings: [
      sampleFinding('fake-certification/same-day', 1),
      sampleFinding('fake-certification/no-sample', 2),
      sampleFinding('false-promise/guaranteed', 3),
    ],
    certificates: [sampleCertificate()],
    artefacts: [],
    notCaptured: [],
    ...record,
  };
  return {
    id,
    record: whole,
    digest: { sha256: '9f'.repeat(32), sm3: '41'.repeat(32) },
    status: 'pending',
    health: { checkedAt: whole.sealedAt, damaged: [] },
    dismissed: [],
    ...item,
  };
}
