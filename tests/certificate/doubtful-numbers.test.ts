import { describe, expect, it } from 'vitest';
import { readCertificatesFromLines } from '../../utils/certificate/read.ts';

const LINES = [
  '有机产品认证证书',
  '证书编号:\t001OP26001',
  '认证机构:\t青川有机认证有限公司',
  '颁证日期:\t2026年1月8日',
];

/** Reads the lines as a picture in which every character is sure but those of one stretch. */
function readWith(weak: string, sure: number) {
  const text = LINES.join('\n');
  const from = text.indexOf(weak);
  const sureness = (start: number, length: number) =>
    Array.from({ length }, (_, index) =>
      start + index >= from && start + index < from + weak.length ? { sure } : { sure: 0.99 },
    );
  return readCertificatesFromLines(LINES, { today: '2026-11-23', sureness })[0]!;
}
const codesOf = ({ problems }: ReturnType<typeof readWith>) => problems.map(({ code }) => code);

describe('a number read from a picture', () => {
  it('with a weak character is to be compared with the picture, and its structure is held against nobody', () => {
    const certificate = readWith('OP', 0.4);
    expect(codesOf(certificate)).toEqual(['number-doubtful']);
    expect(certificate.fields.certificateNumber).toMatchObject({ doubtful: true, confidence: 0.4, raw: '001OP26001' });
  });

  it('whose characters are all sure is checked as a printed one', () => {
    const certificate = readWith('OP', 0.7);
    expect(codesOf(certificate)).toEqual(['number-format']);
    expect(certificate.fields.certificateNumber?.doubtful).toBeUndefined();
  });

  it('is not doubted for the sake of another field, whose own confidence is said', () => {
    const certificate = readWith('青川', 0.3);
    expect(codesOf(certificate)).toEqual(['number-format']);
    expect(certificate.fields.issuingBody?.confidence).toBe(0.3);
  });

  it('says that it was mended, and how it was read', () => {
    const lines = LINES.map((line) => line.replace('001OP26001', '0010P2600123'));
    const [certificate] = readCertificatesFromLines(lines, {
      today: '2026-11-23',
      sureness: (_, length) => Array(length).fill({ sure: 0.9 }),
    });
    expect(certificate?.fields.certificateNumber).toMatchObject({
      value: '001OP2600123',
      raw: '0010P2600123',
      mended: true,
    });
  });
});
