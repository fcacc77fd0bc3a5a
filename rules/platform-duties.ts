/** What is looked at in a shop of a platform: the platform's two duties and the six pieces of information that the notice asks for. */
export const PLATFORM_DUTIES = [
  'qualification-checked',
  'licence-shown',
  'qualification-shown',
  'issuingBody',
  'issueDate',
  'certificateNumber',
  'conclusion',
  'productName',
  'modelSpec',
] as const;
export type PlatformDuty = (typeof PLATFORM_DUTIES)[number];

/** A duty with what it rests on. The six pieces of information are what shops are guided to show: lacking one is no breach by itself. */
export interface DutyBasis {
  name: string;
  basis: string;
  source: string;
}

const NOTICE = '专项整治实施方案第四部分（二）：引导平台内经营者清晰展示关键信息';
const COMMERCE_SOURCE =
  'https://github.com/LawRefBook/Laws/blob/2f4c5c23716267af9dbebbbbd6cbbf732b101981 电子商务法(2018-08-31)';

export const DUTY_BASES: Readonly<Record<PlatformDuty, DutyBasis>> = {
  'qualification-checked': {
    name: '平台资质审核',
    basis: '《电子商务法》第二十七条；专项整治实施方案第四部分（二）：提供行政许可资质方能在平台上提供认证检测相关服务',
    source: COMMERCE_SOURCE,
  },
  'licence-shown': {
    name: '营业执照信息公示',
    basis: '《电子商务法》第十五条',
    source: COMMERCE_SOURCE,
  },
  'qualification-shown': {
    name: '行政许可信息公示',
    basis: '《电子商务法》第十五条；专项整治实施方案第四部分（二）：对行政许可等相关信息进行公示',
    source: COMMERCE_SOURCE,
  },
  issuingBody: { name: '发证机构', basis: NOTICE, source: NOTICE },
  issueDate: { name: '颁发日期', basis: NOTICE, source: NOTICE },
  certificateNumber: { name: '证书/报告编码', basis: NOTICE, source: NOTICE },
  conclusion: { name: '检测结论', basis: NOTICE, source: NOTICE },
  productName: { name: '商品名称', basis: NOTICE, source: NOTICE },
  modelSpec: { name: '规格型号', basis: NOTICE, source: NOTICE },
};
