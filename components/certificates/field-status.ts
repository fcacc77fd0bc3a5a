import type { Certificate, CertificateField, Problem, ProblemCode } from '../../utils/certificate/certificate.ts';
import { standingValue } from '../../utils/evidence/standing.ts';

export type FieldStatus = 'present' | 'missing' | 'doubt';

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
  if (code === 'number-doubtful' && label === 'field_approvalNumber') return 'approvalNumber';
  if (code === 'number-doubtful' && label === 'field_creditCode') return 'creditCode';
  return DOUBTED[code];
}

/** Further fields, shown below the required ones when they were read. */
const FURTHER: readonly CertificateField[] = [
  'scope',
  'holder',
  'standard',
  'validUntil',
  'approvalNumber',
  'creditCode',
];

export interface FieldRow {
  field: CertificateField;
  status: FieldStatus;
}

/** The rows of a card: the required fields of its kind in the notice's order, then what else was read. */
export function fieldRows(certificate: Certificate): FieldRow[] {
  const doubted = new Set(certificate.problems.map(doubtedBy));
  const isShown = (field: CertificateField) => standingValue(certificate, field) !== '';
  const shown = [...certificate.applicable, ...FURTHER.filter((field) => certificate.fields[field] ?? isShown(field))];
  return shown.map((field) => ({
    field,
    status: !isShown(field) ? 'missing' : doubted.has(field) ? 'doubt' : 'present',
  }));
}

/** Below this confidence of the recogniser a picture has to be read by eye. */
const LEGIBLE = 0.6;

/** Whether any value was read so badly that the officer must compare it with the picture. */
export const isLowConfidence = (certificate: Certificate): boolean =>
  Object.values(certificate.fields).some((value) => value?.confidence !== undefined && value.confidence < LEGIBLE);
