import { type CertificateField, FURTHER_FIELDS } from '../../rules/papers/certificate-terms.ts';
import { doubtedBy, openProblems } from '../../utils/certificate/answered-doubts.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { standingValue } from '../../utils/evidence/standing.ts';

export type FieldStatus = 'present' | 'missing' | 'doubt';

export interface FieldRow {
  field: CertificateField;
  status: FieldStatus;
}

/** The rows of a card: the required fields of its kind in the notice's order, then what else was read. */
export function fieldRows(certificate: Certificate): FieldRow[] {
  const doubted = new Set(openProblems(certificate).map(doubtedBy));
  const isShown = (field: CertificateField) => standingValue(certificate, field) !== '';
  const shown = [
    ...certificate.applicable,
    ...FURTHER_FIELDS.filter((field) => certificate.fields[field] ?? isShown(field)),
  ];
  return shown.map((field) => ({
    field,
    status: !isShown(field) ? 'missing' : doubted.has(field) ? 'doubt' : 'present',
  }));
}
