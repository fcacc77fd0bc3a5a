import { expect, it } from 'vitest';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import type { Addendum } from '../../utils/evidence/addendum.ts';
import { addendumDetail, isAddendum } from '../../utils/evidence/addendum.ts';
import { recounted, standingCertificate, standingOf, standingValue } from '../../utils/evidence/standing.ts';

const certificate: Certificate = {
  id: 'c1',
  kind: 'inspection-report',
  source: 'text',
  fields: { issuingBody: { value: '某某检测有限公司', raw: '某某检测有限公司' } },
  applicable: ['issuingBody', 'issueDate', 'certificateNumber'],
  missing: ['issueDate', 'certificateNumber'],
  problems: [],
  codes: [],
};
const place = {
  schema: 1,
  recordSha256: 'a'.repeat(64),
  at: '2026-11-24T02:00:00.000Z',
  person: '张三',
  certificate: 1,
} as const;
const corrected = (
  number: number,
  field: 'issueDate' | 'issuingBody',
  value: string,
  read: string | null,
): Addendum => ({
  ...place,
  number,
  kind: 'correction',
  field,
  read,
  value,
});
const struck = (number: number, struckOff: boolean): Addendum => ({ ...place, number, kind: 'strike-off', struckOff });

it('counts a corrected field as shown, and one corrected to nothing as missing; the reading stays', () => {
  const now = standingCertificate(certificate, [
    corrected(1, 'issueDate', '2026-01-02', null),
    corrected(2, 'issuingBody', '', '某某检测有限公司'),
  ]);
  expect(now.missing).toEqual(['issuingBody', 'certificateNumber']);
  expect(now.fields).toEqual(certificate.fields);
  expect(standingValue(now, 'issueDate')).toBe('2026-01-02');
});

it('takes the last word of several, and a value put back to the reading for none', () => {
  const back = [
    corrected(1, 'issuingBody', '', '某某检测有限公司'),
    corrected(2, 'issuingBody', '某某检测有限公司', '某某检测有限公司'),
  ];
  expect(standingCertificate(certificate, back)).toEqual(certificate);
  expect(recounted({ ...certificate, corrections: { certificateNumber: 'BG-1' } }).missing).toEqual(['issueDate']);
});

it('strikes a certificate off and takes it back in, each of its own item only', () => {
  expect(standingCertificate(certificate, [struck(1, true)]).struckOff).toBe(true);
  expect(standingCertificate(certificate, [struck(1, true), struck(2, false)])).toEqual(certificate);
  expect(standingOf([certificate, certificate], [struck(1, true)]).map(({ struckOff }) => struckOff)).toEqual([
    true,
    undefined,
  ]);
});

it('is an addendum that the log cites in words', () => {
  expect(isAddendum(struck(3, true))).toBe(true);
  expect(addendumDetail(struck(3, true), 'b'.repeat(64))).toBe(
    `附页 0003（证书 1 系误读，剔除），SHA-256 ${'b'.repeat(64)}`,
  );
});
