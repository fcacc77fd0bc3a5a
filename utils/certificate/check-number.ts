import { NUMBER_FORMATS, type NumberFormat } from '../../rules/certificate-numbers.ts';
import type { Problem } from './certificate.ts';
import type { CheckContext, CheckedCertificate } from './checked-certificate.ts';
import { foldNumber } from './kind.ts';

/** The number against the structure of its kind, and the year in it against the date of issue. */
export function checkNumber(certificate: CheckedCertificate, context: CheckContext): Problem[] {
  const number = certificate.fields.certificateNumber;
  const format = NUMBER_FORMATS.find(({ kind }) => kind === certificate.kind);
  // Nothing is held against a number that may have been misread.
  if (!number || number.doubtful) return [];
  if (!format) return checkFreeNumber(number.value, certificate, context);
  const match = foldNumber(number.value).match(format.pattern);
  if (!match) return numbersItself(certificate) ? [] : [formatProblem(number.value, format)];
  return checkYear(number.value, Number(match.groups!.year), format, certificate, context);
}

/** A year that stands alone in a number, or opens one of year, month and serial: WZ2026-JC-00817, FZ2026051234. */
const FREE_YEAR = /(?<!\d)(20[0-4]\d)(?:(?!\d)|(?:0[1-9]|1[0-2])\d{2,})/;

/** Reports have no common structure, but their numbers mostly carry the year in which the sample came. */
function checkFreeNumber(number: string, certificate: CheckedCertificate, context: CheckContext): Problem[] {
  if (certificate.kind !== 'inspection-report') return [];
  const year = FREE_YEAR.exec(number)?.[1];
  return year ? checkYear(number, Number(year), { keepsYear: false }, certificate, context) : [];
}

/** Bodies abroad number their own system certificates. */
function numbersItself({ kind, fields }: CheckedCertificate): boolean {
  const body = fields.issuingBody?.value;
  const named = body ?? fields.holder?.value;
  return kind === 'management-system' && named !== undefined && !/\p{Script=Han}/u.test(named);
}

function formatProblem(number: string, format: NumberFormat): Problem {
  const example = format.examples.fits[0]!;
  return {
    code: 'number-format',
    detail: `编号 ${number} 与该类证书的通行结构不一致：${format.structure}，例如 ${example}`,
    compared: [
      { label: 'problem_certificateNumber', value: number },
      { label: 'problem_expectedFormat', value: example },
    ],
    weight: format.confirmed ? 'doubt' : 'check',
  };
}

/** A certificate issued anew within its cycle keeps its number: only a larger gap is asked about. */
const MOST_YEARS_BEHIND = 2;

/** A year after the issue fits no reading; one long before it is a question, unless the number outlives renewals. */
function checkYear(
  number: string,
  digits: number,
  format: Pick<NumberFormat, 'keepsYear'>,
  { fields }: CheckedCertificate,
  { firstIssueDate }: CheckContext,
): Problem[] {
  const issued = fields.issueDate?.value.match(/^(\d{4})-/)?.[1];
  if (!issued) return [];
  const year = digits < 100 ? 2000 + digits : digits;
  const first = firstIssueDate?.match(/^(\d{4})-/)?.[1];
  if (year === Number(issued) || (first && year === Number(first))) return [];
  const later = year > Number(issued);
  if (!later && (format.keepsYear || Number(issued) - year <= MOST_YEARS_BEHIND)) return [];
  return [
    {
      code: 'number-year-mismatch',
      detail: `编号 ${number} 中的年份 ${year} 与颁发日期 ${fields.issueDate!.value} 不一致${later ? '' : '（换证会沿用首次签发年份，需核对）'}`,
      compared: [
        { label: 'problem_numberYear', value: String(year) },
        { label: 'problem_issueDate', value: fields.issueDate!.value },
      ],
      weight: later ? 'doubt' : 'check',
    },
  ];
}
