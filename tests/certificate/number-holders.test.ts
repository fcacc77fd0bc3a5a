import { describe, expect, it } from 'vitest';
import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { numberHolders, reusedNumber } from '../../utils/certificate/number-holders.ts';

type Values = Partial<Record<CertificateField, string>>;

const certificate = (kind: Certificate['kind'], values: Values): Certificate => ({
  id: 'c1',
  kind,
  source: 'text',
  fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, raw: value }])),
  applicable: [],
  missing: [],
  problems: [],
  codes: [],
});

const CCC = { certificateNumber: '2016010901123456', holder: '甲电器有限公司' };
const REPORT = { certificateNumber: 'NZJ2026-0117', holder: '甲家具有限公司', issuingBody: '福州某某检测有限公司' };

const problems = (kind: Certificate['kind'], sealed: Values, shown: Values) =>
  reusedNumber(certificate(kind, shown), numberHolders('E20261101-0001', [certificate(kind, sealed)]));

describe('one number, several holders', () => {
  it('is said with both holders and the evidence', () => {
    const [problem] = problems('ccc', CCC, { ...CCC, certificateNumber: '2016 0109 0112 3456', holder: '乙电器厂' });
    expect(problem).toMatchObject({ code: 'number-reused', weight: 'check' });
    expect(problem?.detail).toContain('同一编号在证据 E20261101-0001 中属于“甲电器有限公司”');
    expect(problem?.compared.map(({ value }) => value)).toEqual([
      '2016010901123456',
      '乙电器厂',
      '甲电器有限公司',
      'E20261101-0001',
    ]);
  });

  it('is not said of one holder written in two ways, nor where a holder is not shown', () => {
    expect(problems('ccc', CCC, { ...CCC, holder: '甲电器有限责任公司' })).toEqual([]);
    expect(problems('ccc', CCC, { certificateNumber: CCC.certificateNumber })).toEqual([]);
    expect(problems('ccc', { certificateNumber: CCC.certificateNumber }, { ...CCC, holder: '乙电器厂' })).toEqual([]);
  });

  it('needs one and the same body where each body counts for itself', () => {
    expect(problems('inspection-report', REPORT, { ...REPORT, holder: '乙家具厂' })).toHaveLength(1);
    const other = { ...REPORT, holder: '乙家具厂', issuingBody: '厦门另一检测有限公司' };
    expect(problems('inspection-report', REPORT, other)).toEqual([]);
  });

  it('takes no short or wordy number', () => {
    for (const certificateNumber of ['12345', '见附件证书'])
      expect(problems('ccc', { ...CCC, certificateNumber }, { holder: '乙', certificateNumber })).toEqual([]);
  });

  it('speaks of what a person corrected', () => {
    const shown = { ...certificate('ccc', { ...CCC, holder: '乙电器厂' }), corrections: { holder: '甲电器有限公司' } };
    expect(reusedNumber(shown, numberHolders('E1', [certificate('ccc', CCC)]))).toEqual([]);
  });
});
