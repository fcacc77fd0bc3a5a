import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import type { Certificate, Problem, ProblemCode } from './certificate.ts';
import { NUMBER_FIELDS } from './doubtful-numbers.ts';

/** The field whose value each problem casts doubt on; a foreign QR host is no field's fault. */
const DOUBTED: Readonly<Record<ProblemCode, CertificateField | null>> = {
  expired: 'validUntil',
  'future-date': 'issueDate',
  'date-order': 'issueDate',
  'number-format': 'certificateNumber',
  'number-year-mismatch': 'certificateNumber',
  'issuer-mismatch': 'issuingBody',
  'state-name': 'issuingBody',
  'uscc-check-digit': 'creditCode',
  'qr-host': null,
  'qr-mismatch': 'certificateNumber',
  'not-in-register': 'issuingBody',
  'register-standing': 'issuingBody',
  'number-reused': 'certificateNumber',
  'number-doubtful': 'certificateNumber',
};

/** The field that a problem casts doubt on. Of a CMA certificate it is the holder that was looked for in the list. */
export function doubtedBy({ code, compared }: Problem): CertificateField | null {
  const label = compared[0]?.label;
  if ((code === 'not-in-register' || code === 'register-standing') && label === 'problem_holder') return 'holder';
  const named = code === 'number-doubtful' ? NUMBER_FIELDS.find((field) => label === `field_${field}`) : undefined;
  return named ?? DOUBTED[code];
}

/** A person put right, or compared with the picture, the value that a problem doubts: the question has its answer, and stays to be read. */
export function isAnswered(problem: Problem, { corrections }: Pick<Certificate, 'corrections'>): boolean {
  const field = doubtedBy(problem);
  return field !== null && corrections?.[field] !== undefined;
}

/** The problems that nobody answered yet: these are counted. */
export const openProblems = (certificate: Pick<Certificate, 'problems' | 'corrections'>): readonly Problem[] =>
  certificate.problems.filter((problem) => !isAnswered(problem, certificate));
