import type { CertificateKind } from './papers/certificate-terms.ts';

/** An official place to look a certificate up. The address is a setting; the default is empty until a person has checked it. */
export interface Portal {
  /** Key of the setting. */
  id: string;
  name: string;
  kinds: readonly CertificateKind[];
  /** Address seen in a source that may be cited; empty otherwise. */
  defaultUrl: string;
  /** What to copy before opening it. */
  copies: 'certificateNumber' | 'issuingBody' | 'creditCode';
}

export const PORTALS: readonly Portal[] = [
  {
    id: 'certification',
    name: '全国认证认可信息公共服务平台',
    kinds: ['ccc', 'management-system', 'organic', 'voluntary-product', 'service', 'cma', 'foreign', 'unknown'],
    defaultUrl: '',
    copies: 'certificateNumber',
  },
  {
    id: 'inspection-report',
    name: '检验检测报告编号查询平台',
    kinds: ['inspection-report'],
    defaultUrl: '',
    copies: 'certificateNumber',
  },
  {
    id: 'cnas',
    name: '中国合格评定国家认可委员会获认可机构查询',
    kinds: ['cnas', 'inspection-report'],
    defaultUrl: '',
    copies: 'issuingBody',
  },
  {
    id: 'credit-code',
    name: '统一社会信用代码查询',
    kinds: [
      'ccc',
      'management-system',
      'organic',
      'voluntary-product',
      'service',
      'cma',
      'cnas',
      'foreign',
      'inspection-report',
      'unknown',
    ],
    defaultUrl: 'https://www.cods.org.cn/',
    copies: 'creditCode',
  },
];
