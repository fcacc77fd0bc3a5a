import type { Certificate } from './certificate.ts';

/** What is compared beyond the certificate's fields. */
export interface CheckContext {
  /** ISO 8601. */
  today: string;
  /** The date of first issue, when it is shown. */
  firstIssueDate?: string;
  /** Names the certificate gives itself, its title among them. */
  names?: readonly string[];
}

export type CheckedCertificate = Pick<Certificate, 'kind' | 'fields' | 'codes'>;
