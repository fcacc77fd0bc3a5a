import { expect, it } from 'vitest';
import { DUTY_BASES, PLATFORM_DUTIES } from '../../rules/platform-duties.ts';
import { addendumDetail, type DutyCheckAddendum, isAddendum, isOfCertificate } from '../../utils/evidence/addendum.ts';
import { dutyFacts, dutyInWords, openDuties } from '../../utils/evidence/duty-check.ts';
import { readParty } from '../../utils/party/read-party.ts';
import { sampleCertificate } from '../components/library/sample-items.ts';

const record = {
  party: readParty(['店铺：某某检测专营店 查看营业执照'], ''),
  certificates: [
    sampleCertificate({ applicable: ['issuingBody', 'issueDate'], missing: ['issueDate'] }),
    sampleCertificate({ applicable: ['issuingBody'], missing: [] }),
  ],
};

it('lists every duty with its basis, open until an officer decides', () => {
  const duties = openDuties(record);
  expect(duties.map(({ duty }) => duty)).toEqual([...PLATFORM_DUTIES]);
  expect(new Set(duties.map(({ result }) => result))).toEqual(new Set(['open']));
  for (const { basis, name } of Object.values(DUTY_BASES)) expect(basis && name).not.toBe('');
});

it('says what the sealed page shows, and nothing where a page can say nothing', () => {
  expect(dutyFacts('licence-shown', record)).toBe('网页所示：查看营业执照');
  expect(dutyFacts('licence-shown', { ...record, party: [] })).toBe('网页文字中未读到');
  expect(dutyFacts('qualification-checked', record)).toBe('');
  expect(dutyFacts('issueDate', record)).toBe('读到证书、报告 1 份，1 份未见');
  expect(dutyFacts('issuingBody', record)).toBe('读到证书、报告 2 份，均有');
  expect(dutyFacts('modelSpec', record)).toBe('');
});

it('is an addendum of its own kind, to no certificate', () => {
  const addendum: DutyCheckAddendum = {
    ...{ schema: 1, number: 1, recordSha256: 'a'.repeat(64), at: '2026-11-30T01:00:00.000Z', person: '张三' },
    ...{ kind: 'duty-check', platform: 'example.cn', shop: '某某检测专营店', note: '' },
    duties: [{ duty: 'licence-shown', result: 'met', facts: '首页可查看' }],
  };
  expect(isAddendum(addendum)).toBe(true);
  expect(isAddendum({ ...addendum, duties: [{ duty: 'licence-shown', result: 'perhaps', facts: '' }] })).toBe(false);
  expect(isOfCertificate(addendum, 1)).toBe(false);
  expect(addendumDetail(addendum, 'b'.repeat(64))).toContain('附页 0001（平台义务核对，某某检测专营店）');
  expect(dutyInWords(addendum.duties[0]!)).toBe('营业执照信息公示：已落实（首页可查看）');
});
