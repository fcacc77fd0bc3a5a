import type { Problem } from './certificate.ts';
import type { CheckContext, CheckedCertificate } from './checked-certificate.ts';

const isIso = (value: string | undefined): value is string => /^\d{4}-\d{2}(-\d{2})?$/.test(value ?? '');
/** A month without a day lasts to its end. */
const lastDay = (date: string) => (date.length === 7 ? `${date}-31` : date);
const firstDay = (date: string) => (date.length === 7 ? `${date}-01` : date);

/** Expired, dated ahead of today, or valid until before it was issued. */
export function checkDates({ fields }: CheckedCertificate, { today, firstIssueDate }: CheckContext): Problem[] {
  const issued = fields.issueDate?.value;
  const until = fields.validUntil?.value;
  const problems: Problem[] = [];
  if (isIso(until) && lastDay(until) < today) {
    problems.push(problem('expired', `有效期至 ${until}，早于今日 ${today}`, ['validUntil', until], ['today', today]));
  }
  if (isIso(issued) && firstDay(issued) > today) {
    problems.push(
      problem('future-date', `颁发日期 ${issued} 晚于今日 ${today}`, ['issueDate', issued], ['today', today]),
    );
  }
  if (isIso(issued) && isIso(until) && lastDay(until) < firstDay(issued)) {
    problems.push(
      problem('date-order', `有效期至 ${until} 早于颁发日期 ${issued}`, ['validUntil', until], ['issueDate', issued]),
    );
  } else if (isIso(issued) && isIso(firstIssueDate) && lastDay(issued) < firstDay(firstIssueDate)) {
    problems.push(
      problem(
        'date-order',
        `颁发日期 ${issued} 早于首次颁发日期 ${firstIssueDate}`,
        ['issueDate', issued],
        ['firstIssueDate', firstIssueDate],
      ),
    );
  }
  return problems;
}

function problem(code: Problem['code'], detail: string, one: [string, string], other: [string, string]): Problem {
  const compared = [one, other].map(([label, value]) => ({ label: `problem_${label}`, value }));
  return { code, detail, compared, weight: 'doubt' };
}
