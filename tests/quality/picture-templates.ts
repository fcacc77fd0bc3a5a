import type { CertificateField, CertificateKind } from '../../utils/certificate/certificate.ts';

/** A paper to be rendered: what is printed on it, and what a reader should find. All names and numbers are invented. */
export interface PaperTemplate {
  slug: string;
  kind: CertificateKind;
  title: string;
  /** Label–value rows as printed. */
  rows: readonly (readonly [label: string, value: string])[];
  /** Sentences under the rows. */
  prose: readonly string[];
  /** Text of the code in the corner. */
  code?: string;
  fields: Partial<Record<CertificateField, string>>;
}

export const PAPERS: readonly PaperTemplate[] = [
  {
    slug: 'report-bottle',
    kind: 'inspection-report',
    title: '检验检测报告',
    rows: [
      ['报告编号', 'WZ2026-JC-00817'],
      ['样品名称', '不锈钢真空保温杯'],
      ['规格型号', '500mL'],
      ['委托单位', '南山日用品商行'],
      ['检验依据', 'GB/T 29606-2013'],
      ['检验结论', '所检项目均符合标准要求'],
      ['签发日期', '2026年3月15日'],
      ['检验机构', '东海产品质量检验有限公司'],
    ],
    prose: ['本报告仅对来样负责，未加盖检验检测专用章无效。'],
    code: 'https://baogao-chaxun.example/r?no=WZ2026-JC-00817',
    fields: {
      certificateNumber: 'WZ2026-JC-00817',
      productName: '不锈钢真空保温杯',
      modelSpec: '500mL',
      issueDate: '2026-03-15',
      issuingBody: '东海产品质量检验有限公司',
      conclusion: '所检项目均符合标准要求',
    },
  },
  {
    slug: 'report-toy',
    kind: 'inspection-report',
    title: '检测报告',
    rows: [
      ['报告编号', 'TY26041288'],
      ['产品名称', '毛绒玩具小熊'],
      ['型号规格', '30cm'],
      ['检测依据', 'GB 6675.2-2014'],
      ['检测结论', '合格'],
      ['签发日期', '2026-04-28'],
      ['检测机构', '北山玩具检测技术有限公司'],
    ],
    prose: ['地址：北山市工业路十八号', '复制报告未重新加盖公章无效。'],
    code: 'https://www.cnca.cn/query?no=TY26041288',
    fields: {
      certificateNumber: 'TY26041288',
      productName: '毛绒玩具小熊',
      modelSpec: '30cm',
      issueDate: '2026-04-28',
      issuingBody: '北山玩具检测技术有限公司',
      conclusion: '合格',
    },
  },
  {
    slug: 'system-quality',
    kind: 'management-system',
    title: '质量管理体系认证证书',
    rows: [
      ['证书编号', '03426Q10286R0S'],
      ['获证组织', '西江建筑劳务有限公司'],
      ['认证标准', 'GB/T 19001-2016'],
      ['认证范围', '建筑劳务分包'],
      ['发证日期', '2026年4月2日'],
      ['有效期至', '2029年4月1日'],
      ['发证机构', '华东某某认证有限公司'],
    ],
    prose: ['证书有效性以年度监督审核结果为准。'],
    fields: {
      certificateNumber: '03426Q10286R0S',
      holder: '西江建筑劳务有限公司',
      scope: '建筑劳务分包',
      issueDate: '2026-04-02',
      validUntil: '2029-04-01',
      issuingBody: '华东某某认证有限公司',
    },
  },
  {
    slug: 'ccc-heater',
    kind: 'ccc',
    title: '中国国家强制性产品认证证书',
    rows: [
      ['证书编号', '2025010901123456'],
      ['产品名称', '室内加热器'],
      ['规格型号', 'NSB-200'],
      ['生产企业', '南湖电器有限公司'],
      ['发证日期', '2025年2月11日'],
      ['有效期至', '2030年2月10日'],
      ['发证机构', '某某质量认证中心'],
    ],
    prose: ['上述产品符合强制性产品认证实施规则的要求，特发此证。'],
    fields: {
      certificateNumber: '2025010901123456',
      productName: '室内加热器',
      modelSpec: 'NSB-200',
      issueDate: '2025-02-11',
      validUntil: '2030-02-10',
      issuingBody: '某某质量认证中心',
    },
  },
  {
    slug: 'organic-tea',
    kind: 'organic',
    title: '有机产品认证证书',
    rows: [
      ['证书编号', '001OP2600123'],
      ['认证委托人', '云岭茶业专业合作社'],
      ['产品名称', '绿茶'],
      ['产品规格', '250g'],
      ['认证依据', 'GB/T 19630-2019'],
      ['颁证日期', '2026.01.08'],
      ['有效期至', '2027.01.07'],
      ['认证机构', '青川有机认证有限公司'],
    ],
    prose: ['兹证明上述产品符合有机产品认证要求。'],
    fields: {
      certificateNumber: '001OP2600123',
      holder: '云岭茶业专业合作社',
      productName: '绿茶',
      modelSpec: '250g',
      issueDate: '2026-01-08',
      validUntil: '2027-01-07',
      issuingBody: '青川有机认证有限公司',
    },
  },
];

/** How a paper is photographed or copied: each is one way in which real listings degrade a picture. */
export interface Degradation {
  slug: string;
  /** Side of the paper in px. */
  width: number;
  degrees?: number;
  blur?: number;
  /** 0…1 of JPEG; PNG when absent. */
  jpeg?: number;
  contrast?: number;
  seal?: boolean;
  serif?: boolean;
}

export const DEGRADATIONS: readonly Degradation[] = [
  { slug: 'plain', width: 900 },
  { slug: 'small', width: 520, seal: true },
  { slug: 'serif-seal', width: 1000, serif: true, seal: true },
  { slug: 'tilt-left', width: 900, degrees: -5, seal: true },
  { slug: 'tilt-right', width: 900, degrees: 3.5, jpeg: 0.6 },
  { slug: 'quarter-turn', width: 900, degrees: 90 },
  { slug: 'jpeg-40', width: 820, jpeg: 0.4, seal: true },
  { slug: 'faint', width: 900, contrast: 0.35, seal: true },
  { slug: 'blurred', width: 1000, blur: 0.9 },
];
