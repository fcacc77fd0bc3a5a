import { anyOf, grouped, inRow } from '../utils/base/pattern-parts.ts';
import type { CertificateKind, RequiredField } from './papers/certificate-terms.ts';

/** How a kind is recognised and which of the notice's six fields apply to it. */
export interface KindRecord {
  kind: CertificateKind;
  /** Words of its title or of the fields around it. */
  words: RegExp;
  applicable: readonly RequiredField[];
  /** Why these fields, with the source. */
  reason: string;
  examples: { is: readonly string[]; isNot: readonly string[] };
}

const ALL_SIX: readonly RequiredField[] = [
  'issuingBody',
  'issueDate',
  'certificateNumber',
  'conclusion',
  'productName',
  'modelSpec',
];
const NO_PRODUCT: readonly RequiredField[] = ['issuingBody', 'issueDate', 'certificateNumber'];

const OF_PRODUCTS =
  '产品类证书载明产品名称、型号、规格（认证证书和认证标志管理办法第七条），并说明产品符合要求；通知要求六项';
const OF_SYSTEMS =
  '对组织的管理体系或者服务，载明认证范围，没有商品、型号，也不作检测，故不要求商品名称、规格型号和检测结论';

/** In the order in which they are tried: the more telling first. */
export const KINDS: readonly KindRecord[] = [
  {
    kind: 'inspection-report',
    words:
      /(?:检验|检测|测试|试验|质检|检验检测|鉴定|抽检|抽查)报告|(?:珠宝|玉石|首饰|钻石|贵金属|鉴定)[^。\n]{0,8}(?:鉴定|检测|分级)?证书|报告(?:编号|号|编码)|(?:test|inspection|testing|analysis|laboratory) report|report (?:no|number)\b/i,
    applicable: ALL_SIX,
    reason: '通知四（二）的六项都适用于检验检测报告',
    examples: { is: ['检验检测报告', 'TEST REPORT', '报告编号'], isNot: ['CCC认证证书'] },
  },
  {
    kind: 'ccc',
    words: /强制性产品认证|\bCCC\b|(?<![A-Za-z0-9])(?:CCC|3C)(?![a-z0-9])|中国强制认证|China Compulsory/i,
    applicable: ALL_SIX,
    reason: OF_PRODUCTS,
    examples: { is: ['中国国家强制性产品认证证书', '3C认证', 'CCC证书'], isNot: ['3CX产品', 'ISO9001'] },
  },
  {
    kind: 'organic',
    words: /有机(?:产品|食品|转换|认证|农产品|茶|大米|蔬菜|码)|\borganic\b/i,
    applicable: ALL_SIX,
    reason: OF_PRODUCTS,
    examples: { is: ['有机产品认证证书', 'Organic certificate'], isNot: ['无机盐'] },
  },
  {
    kind: 'management-system',
    words: anyOf(
      'i',
      /管理体系|(?<!评价)体系认证/,
      inRow(
        /ISO[\s/]*(?:IEC[\s/]*)?/,
        grouped(
          /9001|14001|45001|22000|27001|20000|13485|50001|37001|22301|22716|28000|39001|55001|10012|27701/,
          /37301/,
        ),
      ),
      /GB\/?T\s*(?:19001|24001|45001|22000|22080|28001|23331|29490|27341|24405)|OHSAS|IATF\s*16949/,
      /HACCP|\bGMP\b|BRCGS|FSSC|SA\s?8000|AS\s?9100|management system/,
    ),
    applicable: NO_PRODUCT,
    reason: OF_SYSTEMS,
    examples: {
      is: ['质量管理体系认证证书', 'ISO 9001', 'GB/T 19001-2016', 'Quality Management System'],
      isNot: ['GB 4706.1-2005'],
    },
  },
  {
    kind: 'service',
    words:
      /服务认证|优质服务.{0,6}认证|服务(?:机构|组织|单位|企业|质量|能力|成熟度|体系).{0,2}认证(?!服务)|售后服务(?:体系)?(?:完善|成熟|评价|认证)|GB\/?T\s*27922|(?:物业|保洁|养老|商品售后|绿色市场|体育场所).{0,6}服务(?:认证|等级|评价)|五星(?:级)?(?:售后|服务)|service certificat/i,
    applicable: NO_PRODUCT,
    reason: OF_SYSTEMS,
    examples: { is: ['服务认证证书', '商品售后服务评价体系认证', 'GB/T 27922-2011'], isNot: ['认证服务机构'] },
  },
  {
    kind: 'cma',
    words:
      /资质认定(?:证书|许可)|检验检测机构资质认定|CMA\s*(?:资质|证书|认证|认定|计量认证)|计量认证证书|CMA certificate/i,
    applicable: NO_PRODUCT,
    reason: '载明发证机关、获证机构、能力范围、有效期限、证书编号（检验检测机构资质认定管理办法第十五条），不涉及商品',
    examples: { is: ['检验检测机构资质认定证书', 'CMA证书'], isNot: ['检验报告'] },
  },
  {
    kind: 'cnas',
    words:
      /(?:实验室|检验机构|认证机构)认可证书|CNAS\s*(?:认可|证书|实验室认可|国家实验室)|合格评定国家认可|laboratory accreditation certificate|accreditation certificate/i,
    applicable: NO_PRODUCT,
    reason: '对实验室、检验机构、认证机构的认可，载明认可范围，不涉及商品',
    examples: { is: ['实验室认可证书', 'CNAS认可证书'], isNot: ['检验报告'] },
  },
  {
    kind: 'foreign',
    words: anyOf(
      'i',
      inRow(
        /(?<![A-Za-z])/,
        grouped(
          /CE|FCC|RoHS|REACH|UL|ETL|FDA|UKCA|PSE|KC|SAA|TELEC|EAC|GS|CB|TISI|BIS|INMETRO|Energy Star/,
          /OEKO-TEX|GRS|GOTS/,
        ),
        /(?![A-Za-z])\s{0,4}/,
        grouped(/认证|证书|检测|符合性|-?\s{0,4}EMC|-?\s{0,4}LVD|mark|certificat|declaration|test|\d/),
      ),
      /(?:certificate|declaration|attestation|verification) of (?:conformity|compliance)|EU[- ]type/,
      /notified body|Directive\s*\d{4}\/\d+|20\d{2}\/\d+\/(?:EU|EC)|halal|清真(?:食品|产品)?认证|kosher/,
      /犹太(?:洁食)?认证|(?<![A-Za-z])FDA\s?(?:注册|登记|备案|检测|registration)|(?<![A-Za-z])FCC[\s-](?:ID|SDoC)/,
      /欧盟(?:CE|认证)|美国(?:FDA|FCC|UL)/,
      inRow(
        /(?<![A-Za-z])/,
        grouped(
          /BSCI|SEDEX|WRAP|FSC|PEFC|BCI|MSC|GlobalG\.?A\.?P|NSF|ENEC|PSC|WERCS|CPC|CPSIA|LFGB|SASO|SABER/,
          /SONCAP|COC|NOM|RCM|C-Tick|IECEx|ATEX/,
        ),
        /(?![A-Za-z])\s{0,4}(?:认证|证书|certificat|检测|test)/,
      ),
      /^(?:CE|FCC|RoHS|REACH|UL|ETL|UKCA|PSE|KC|SAA|CB|GS)(?:[\s-][A-Z]{2,5})?$|STANDARD 100/,
      /Global (?:Recycled|Organic Textile) Standard|(?<![A-Za-z])EN\s(?:IEC\s|ISO\s)?\d{4,5}/,
    ),
    applicable: ALL_SIX,
    reason: OF_PRODUCTS,
    examples: {
      is: ['CE认证证书', 'Certificate of Conformity', '2014/35/EU', 'FCC certificate', 'HALAL 清真认证', 'FDA 注册'],
      isNot: ['ISO 9001', 'Certificate No.'],
    },
  },
  {
    kind: 'voluntary-product',
    words: anyOf(
      'i',
      /自愿性|十环|绿色食品(?:证书|标志)|(?:绿色|环保|低碳|生态|节能)[^，。；\n]{0,6}(?:产品|商品|食品|建材)[^，。；\n]{0,4}证书/,
      /(?:产品|商品|品牌|名牌|生态|节能|节水|环保|绿色|环境标志|低碳|CQC|质量|标志|安全|绿色建材|绿色食品|防火|消防|电线电缆|能效|农产品|家具|健康|抗菌).{0,6}认证/,
      /认证产品|获证产品|product certificat/,
    ),
    applicable: ALL_SIX,
    reason: OF_PRODUCTS,
    examples: { is: ['自愿性产品认证证书', 'CQC标志认证', '中国环境标志产品认证证书'], isNot: ['质量管理体系'] },
  },
];

/** What applies while the kind is not known. */
export const UNKNOWN_APPLICABLE = ALL_SIX;
