import type { CertificateField } from './papers/certificate-terms.ts';

/**
 * What a label announces. Beyond the fields of a certificate: the date it was first issued (numbers carry that year),
 * its own name, its status, a person's data, a line of a test report, the day of the test, and everything else that only marks where the
 * value before it ends.
 */
export type LabelMeaning =
  | CertificateField
  | 'firstIssueDate'
  | 'certificateName'
  | 'status'
  | 'person'
  | 'testItem'
  | 'testDate'
  | 'other';

/** The labels of one meaning, as certificates, reports and listings print them. */
export interface LabelRecord {
  meaning: LabelMeaning;
  /**
   * Chinese labels without spaces, parted by white space; a longer label that ends with one of them means the same. Alternatives stand in
   * brackets, one of which may be empty: [检测|检验][机构|单位][|名称].
   */
  zh: string;
  /** English labels in lower case without final punctuation, parted by `|`. */
  en: string;
  /** The label also stands for other things: used when nothing better was read. */
  weak?: true;
  /** Only certificates and reports carry it: its presence speaks for a certificate. */
  specific?: true;
  source: string;
  examples: { is: readonly string[]; isNot: readonly string[] };
}
