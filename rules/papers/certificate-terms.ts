/** What kind of paper is shown. */
export const CERTIFICATE_KINDS = [
  'ccc',
  'management-system',
  'organic',
  'voluntary-product',
  'service',
  'cma',
  'inspection-report',
  'cnas',
  'foreign',
  'unknown',
] as const;

export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** The six fields that the notice, part 四（二）, asks sellers to show, in its order. */
export const REQUIRED_FIELDS = [
  'issuingBody',
  'issueDate',
  'certificateNumber',
  'conclusion',
  'productName',
  'modelSpec',
] as const;

export type RequiredField = (typeof REQUIRED_FIELDS)[number];

/** Every field that is read, those of the notice first. */
export const CERTIFICATE_FIELDS = [
  ...REQUIRED_FIELDS,
  'holder',
  'standard',
  'scope',
  'validUntil',
  'approvalNumber',
  'creditCode',
] as const;

export type CertificateField = (typeof CERTIFICATE_FIELDS)[number];

/**
 * Why a required field is not read: nothing is shown, what is shown is covered, it cannot be read, or the page puts it off to
 * another place (详见附件).
 */
export const MISSING_REASONS = ['absent', 'masked', 'unreadable', 'elsewhere'] as const;

export type MissingReason = (typeof MISSING_REASONS)[number];

/** What rules beside the notice want on a kind of paper. */
export type FurtherItem = CertificateField | 'cmaMark';
