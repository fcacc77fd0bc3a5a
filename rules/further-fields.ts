import type { CertificateKind, FurtherItem } from './papers/certificate-terms.ts';

/** What a rule wants on a kind of paper beyond the notice's six; it is named to the officer and never counted as missing. */
export interface FurtherRecord {
  kinds: readonly CertificateKind[];
  items: readonly FurtherItem[];
  source: string;
}

export const FURTHER_FIELDS: readonly FurtherRecord[] = [
  {
    kinds: ['ccc', 'organic', 'voluntary-product'],
    items: ['holder', 'standard', 'validUntil'],
    source: '《认证证书和认证标志管理办法》第七条',
  },
  {
    kinds: ['management-system', 'service'],
    items: ['validUntil'],
    source: '《认证证书和认证标志管理办法》第八条、第九条',
  },
  {
    kinds: ['cma'],
    items: ['holder', 'scope', 'validUntil'],
    source: '《检验检测机构资质认定管理办法》第十五条',
  },
  {
    kinds: ['inspection-report'],
    items: ['standard'],
    // Its articles were renumbered in 2025; the number is left out until it was read in an official text.
    source: '《检验检测机构监督管理办法》关于列明标准的规定',
  },
  {
    kinds: ['inspection-report'],
    items: ['cmaMark'],
    source: '《检验检测机构资质认定管理办法》第二十一条',
  },
];
