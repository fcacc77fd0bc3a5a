import type { CertificateKind } from './papers/certificate-terms.ts';

/** What the number of a kind looks like. A match proves nothing, a mismatch is a question. */
export interface NumberFormat {
  kind: CertificateKind;
  /** Whole number, folded to half width and upper case, without spaces. Named groups: year (four digits, or two of this century), body, region. */
  pattern: RegExp;
  /** The structure in words, for the officer. */
  structure: string;
  source: string;
  /** The structure was read in an official text or in agreeing copies of one. */
  confirmed: boolean;
  /** The number, and with it the year of the first issue, stays for as long as the certificate is renewed. */
  keepsYear: boolean;
  examples: { fits: readonly string[]; fails: readonly string[] };
}

export const NUMBER_FORMATS: readonly NumberFormat[] = [
  {
    kind: 'ccc',
    pattern: /^(?<year>20\d{2})(?<body>\d{2})\d{4}\d{6}$/,
    structure: '16 位数字：4 位首次签发年份、2 位机构代码、4 位产品类别、6 位顺序号',
    source: '认监委强制性产品认证证书编号规则（公开转载）',
    confirmed: true,
    keepsYear: false,
    examples: { fits: ['2016010901123456'], fails: ['201601090112345', '1016010901123456', 'CCC20160109'] },
  },
  {
    kind: 'management-system',
    pattern:
      /^(?<body>\d{3}|F\d{2})(?=\d{2}[A-Z]|(?:FSMS|HACCP)\d{7})(?:FSMS|HACCP)?(?<year>\d{2})[A-Z]{0,5}\d{3,6}(?:R\d{1,2})?[SML]?(?:[-/][0-9A-Z]+)*$/,
    structure:
      '3 位机构批准号流水（外资为 F 加 2 位）、2 位年份、领域字母、流水号、R 与认证次数、规模字母 S/M/L；食品安全管理体系、HACCP 的领域字母在年份之前',
    source: '公开证书样本，字母含义未见官方文本',
    confirmed: false,
    keepsYear: false,
    examples: {
      fits: ['03410Q10286R0S', 'F1223E30012R1M', '00123S20345R2L-1', '034FSMS1400211', '034HACCP1500101'],
      fails: ['Q10286R0S', '0341010286', '034FSMS1400'],
    },
  },
  {
    kind: 'organic',
    pattern: /^(?<body>\d{3}|F\d{2})OP(?<year>\d{2})\d{5}(?:-\d+)?$/,
    structure: '3 位机构流水（外资为 F 加 2 位）、OP、2 位年份、5 位流水号，可带子证书号；再认证时不变',
    source: '有机产品认证证书编号规则（公开转载）',
    confirmed: true,
    keepsYear: true,
    examples: { fits: ['001OP1100001', 'F12OP2300456-2'], fails: ['001OP110001', 'OP1100001'] },
  },
  {
    kind: 'cma',
    pattern: /^(?<year>\d{2})(?<region>[0-2]\d|3[01])(?:[01]\d|2[01])(?:[0-2]\d|3[0-4])\d{4}$/,
    structure: '12 位数字：2 位年份、2 位发证机关、2 位专业领域、2 位行业主管部门、4 位流水号',
    source: '检验检测机构资质认定管理办法 第十五条（编号分段见公开转载）',
    confirmed: true,
    keepsYear: false,
    examples: { fits: ['151300110001', '200020349012'], fails: ['15130011000', '159900110001', '20231300110001'] },
  },
];

/** Body codes in the number of a CCC certificate that were read in a source, with the name that belongs to them. */
export const CCC_BODY_CODES: readonly { code: string; name: RegExp; display: string; source: string }[] = [
  {
    code: '01',
    name: /中国质量认证中心|CQC|China Quality Certification/i,
    display: '中国质量认证中心',
    source: '认监委强制性产品认证证书编号规则（公开转载）',
  },
];

/** What names of bodies that certify or test hold: who gives a CCC certificate and holds none of it looks like no such body. */
export const CERTIFYING_BODY = {
  pattern: /认证|认可|评定|检[验测]|质检|鉴定|certif|approv|inspect|test|T[ÜU]V|SGS|Intertek|DEKRA|\bUL\b|CQC|CCC/i,
  source: '公开证书样本上发证机构的名称',
  examples: {
    fits: ['中国质量认证中心', '甲乙消防产品合格评定中心', 'China Quality Certification Centre'],
    fails: ['某某（深圳）企业管理咨询有限公司', '甲乙知识产权服务有限公司'],
  },
};

/** Issuing authorities in a CMA number: 00 the state, then the provinces. 01 and 13 and 31 were read; the rest follows their order. */
export const CMA_REGIONS: readonly string[] = [
  '国家',
  '北京',
  '天津',
  '河北',
  '山西',
  '内蒙古',
  '辽宁',
  '吉林',
  '黑龙江',
  '上海',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '广西',
  '海南',
  '重庆',
  '四川',
  '贵州',
  '云南',
  '西藏',
  '陕西',
  '甘肃',
  '青海',
  '宁夏',
  '新疆',
];

/** Approval number of a certification body: domestic R, foreign-funded RF, counted apart. */
export const APPROVAL_NUMBER = {
  pattern: /CNCA-(?<series>RF?)-(?<year>(?:19|20)\d{2})-(?<serial>\d{2,4})/,
  structure: 'CNCA-R-年份-流水号（外资为 CNCA-RF）',
  source: '认证机构批准号编号规则（公开转载）',
  examples: { fits: ['CNCA-R-2002-034', 'CNCA-RF-2005-12'], fails: ['CNCA-2002-034', 'R-2002-034'] },
};
