import { describe, expect, it } from 'vitest';
import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { checkCertificate } from '../../utils/certificate/check.ts';

const TODAY = '2026-11-23';

function problemsOf(
  kind: Certificate['kind'],
  values: Partial<Record<CertificateField, string>>,
  { codes = [], firstIssueDate }: { codes?: Certificate['codes']; firstIssueDate?: string } = {},
) {
  const fields = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, raw: value }]));
  return checkCertificate({ kind, fields, codes }, { today: TODAY, ...(firstIssueDate ? { firstIssueDate } : {}) });
}

const codesOf = (...args: Parameters<typeof problemsOf>) => problemsOf(...args).map(({ code }) => code);

describe('checkCertificate', () => {
  it('finds nothing in a certificate that fits together', () => {
    expect(
      codesOf('ccc', {
        certificateNumber: '2024010901123456',
        issuingBody: '中国质量认证中心',
        issueDate: '2024-05-06',
        validUntil: '2029-05-05',
        creditCode: '91110000101623741K',
      }),
    ).toEqual([]);
  });

  it('compares dates with today and with each other', () => {
    expect(codesOf('unknown', { validUntil: '2026-11-22' })).toEqual(['expired']);
    expect(codesOf('unknown', { validUntil: TODAY })).toEqual([]);
    expect(codesOf('unknown', { validUntil: '2026-11' })).toEqual([]);
    expect(codesOf('unknown', { issueDate: '2026-11-24' })).toEqual(['future-date']);
    expect(codesOf('unknown', { issueDate: '2026-05-06', validUntil: '2026-05-05' })).toEqual([
      'expired',
      'date-order',
    ]);
    expect(codesOf('unknown', { issueDate: '2020-01-01' }, { firstIssueDate: '2021-01-01' })).toEqual(['date-order']);
    expect(codesOf('unknown', { validUntil: '长期' })).toEqual([]);
  });

  it('shows both values of what it compared', () => {
    const [problem] = problemsOf('unknown', { validUntil: '2026-11-22' });
    expect(problem?.compared.map(({ value }) => value)).toEqual(['2026-11-22', TODAY]);
    expect(problem?.weight).toBe('doubt');
  });

  it('compares a number with the structure of its kind', () => {
    expect(codesOf('ccc', { certificateNumber: '20240109011234' })).toEqual(['number-format']);
    expect(codesOf('organic', { certificateNumber: 'OP2400012' })).toEqual(['number-format']);
    expect(codesOf('inspection-report', { certificateNumber: 'NZJ(2020)JC01-03200' })).toEqual([]);
    expect(problemsOf('management-system', { certificateNumber: 'Q10286' })[0]?.weight).toBe('check');
    expect(
      codesOf('management-system', { certificateNumber: 'FM 700123', issuingBody: 'BSI Assurance UK Ltd' }),
    ).toEqual([]);
    expect(codesOf('ccc', { certificateNumber: '２０２４ 0109 0112 3456' })).toEqual([]);
  });

  it('compares the year in a number with the date of issue', () => {
    const number = { certificateNumber: '2025010901123456' };
    expect(problemsOf('ccc', { ...number, issueDate: '2024-05-06' })[0]).toMatchObject({
      code: 'number-year-mismatch',
      weight: 'doubt',
    });
    expect(codesOf('ccc', { ...number, issueDate: '2026-05-06' })).toEqual([]);
    expect(codesOf('ccc', { certificateNumber: '2016010901123456', issueDate: '2023-05-06' })).toEqual([
      'number-year-mismatch',
    ]);
    expect(
      codesOf(
        'ccc',
        { certificateNumber: '2016010901123456', issueDate: '2023-05-06' },
        { firstIssueDate: '2016-02-01' },
      ),
    ).toEqual([]);
    expect(codesOf('organic', { certificateNumber: '001OP1100001', issueDate: '2023-05-06' })).toEqual([]);
  });

  it('compares codes in a number with the body named', () => {
    expect(codesOf('ccc', { certificateNumber: '2024010901123456', issuingBody: '某检测公司' })).toEqual([
      'issuer-mismatch',
    ]);
    expect(codesOf('ccc', { certificateNumber: '2024020901123456', issuingBody: '中国质量认证中心' })).toEqual([
      'issuer-mismatch',
    ]);
    const system = { certificateNumber: '03424Q10286R0S' };
    expect(codesOf('management-system', { ...system, approvalNumber: 'CNCA-R-2002-034' })).toEqual([]);
    expect(codesOf('management-system', { ...system, approvalNumber: 'CNCA-R-2002-035' })).toEqual(['issuer-mismatch']);
    expect(codesOf('management-system', { ...system, approvalNumber: 'CNCA-RF-2002-34' })).toEqual(['issuer-mismatch']);
    const cma = { certificateNumber: '221312050367' };
    expect(codesOf('cma', { ...cma, issuingBody: '福建省市场监督管理局' })).toEqual([]);
    expect(codesOf('cma', { ...cma, issuingBody: '广东省市场监督管理局' })).toEqual(['issuer-mismatch']);
  });

  it('calls a credit code that fails its check digit a thing to look up', () => {
    expect(problemsOf('unknown', { creditCode: '91310115MA1H8R7C6D' })).toMatchObject([
      { code: 'uscc-check-digit', weight: 'check' },
    ]);
  });

  it('looks at where codes lead and at the number in them', () => {
    const code = (text: string, host?: string) => ({ codes: [{ format: 'QRCode', text, ...(host ? { host } : {}) }] });
    const number = { certificateNumber: '2024010901123456' };
    expect(codesOf('ccc', number, code('https://cx.cnca.cn/?n=2024010901123456', 'cx.cnca.cn'))).toEqual([]);
    expect(
      codesOf('ccc', number, code('https://cnca.cn.example.com/?n=2024010901123456', 'cnca.cn.example.com')),
    ).toEqual(['qr-host']);
    expect(codesOf('ccc', number, code('https://cx.cnca.cn/?n=2024010901123457', 'cx.cnca.cn'))).toEqual([
      'qr-mismatch',
    ]);
    expect(codesOf('ccc', number, code('https://cx.cnca.cn/', 'cx.cnca.cn'))).toEqual([]);
  });
});
