import type { TellingRecord } from './telling.ts';

/** In the order in which they are tried: of each meaning the first that fits is taken. */
export const TELLINGS: readonly TellingRecord[] = [
  {
    meaning: 'holder',
    template: '(?:兹|特此|特)证明\\s{0,4}(?:/?\\s?[Tt]his is to certify that)?(?: the)?\\s{0,4}[:：]?\\s{0,4}{=firm}',
    is: [
      ['兹证明 泉州甲乙保洁服务有限公司', '泉州甲乙保洁服务有限公司'],
      ['兹证明/This is to certify that：福建甲乙建设工程有限公司', '福建甲乙建设工程有限公司'],
    ],
    isNot: ['兹证明张三同学于2020年毕业', '特证明以上情况属实'],
  },
  {
    meaning: 'holder',
    template:
      '^{=firm}(?:[（(][^（）()]{1,30}[）)])?(?:成立于|创立于|创建于|始建于|创办于|位于|坐落于|坐落在|是一家|是国内|系一家|专注于?|专业从事)(?=[^\\n]{0,600}?(?:公司|我司|中心|企业)?(?:已|先后|现已|于[^，。；]{4,14})?(?:取得|获得|通过|荣获|持有)[^\\n]{0,80}?(?:证书|认证|认定|认可))',
    weak: true,
    is: [['甲乙检测技术有限公司成立于2016年。公司取得某局颁发的资质认定证书（CMA）', '甲乙检测技术有限公司']],
    isNot: ['甲乙检测技术有限公司成立于2016年，欢迎来电', '公司成立于2016年，取得证书'],
  },
  {
    meaning: 'holder',
    template: '(?:[Mm]anagement [Ss]ystem|[Pp]roducts?|[Qq]uality [Ss]ystem|[Ss]ervices?) of(?: the)? {=englishFirm}',
    is: [
      [
        'This is to certify that the Quality Management System of Hill Valve Co., Ltd. has been assessed',
        'Hill Valve Co., Ltd.',
      ],
    ],
    isNot: ['the Quality Management System of our company'],
  },
  {
    meaning: 'holder',
    template: '[Tt]his is to certify that:? (?:the company |the organi[sz]ation )?{=englishFirm}',
    is: [['This is to certify that Hill Valve Co., Ltd. operates a quality system', 'Hill Valve Co., Ltd.']],
    isNot: ['This is to certify that the above is true'],
  },
  {
    meaning: 'issuingBody',
    template: '(?:^|[，。；、：:\\s])(?:是|由)?{=body}\\s?(?:发的|颁的|给发的|发给的|颁发的|出具的|签发的|认证的)',
    is: [
      ['证书编号2023011103558906，甲乙认证中心发的', '甲乙认证中心'],
      ['放心，由甲乙检测中心出具的', '甲乙检测中心'],
    ],
    isNot: ['快递是昨天发的'],
  },
  {
    meaning: 'standard',
    template:
      '(?:体系|服务|管理|产品)(?:认证)?(?:证书)?\\s?[（(]\\s?(=(?:{standard})(?:\\s?(?:/|、|和|及|idt)\\s?(?:{standard})){0,3})\\s?[）)]',
    is: [['质量管理体系认证（GB/T 19001-2016），证书号 12325Q41002R0S', 'GB/T 19001-2016']],
    isNot: ['质量管理体系认证（三年）'],
  },
  {
    meaning: 'standard',
    template:
      '(?:体系|服务)(?:均|已|经审核|经评审|经评定)?\\s?(?:符合|满足|达到)(?:了)?(?:以下|下列)?(?:认证)?(?:标准)?\\s?[:：]?\\s?[《“]?(=(?:{standard})(?:\\s?(?:/|、|和|及|以及|idt)\\s?(?:{standard})){0,3})',
    weak: true,
    is: [['清洗保洁服务 符合 GB/T 20647.8 及 CTS XX001-2023 要求', 'GB/T 20647.8 及 CTS XX001-2023']],
    isNot: ['符合国家标准要求'],
  },
  {
    meaning: 'standard',
    template:
      '(?:conforms?|conformity|compl(?:y|ies)|complian(?:t|ce)|accordance|conforming|complying|requirements|certified|assessed) (?:to|with|of|against)(?: the)?(?: requirements of)?(?: the)?(?: standards?)?:? (=(?:{systemStandard})(?:\\s?(?:/|,|and|&)\\s?(?:{systemStandard})){0,3})',
    weak: true,
    is: [['the system conforms to ISO 14001:2015 for the following scope', 'ISO 14001:2015']],
    isNot: ['complies with the requirements of our customers', 'found to comply with EN 55015'],
  },
  {
    meaning: 'certificateNumber',
    template:
      '(?:认可|证书|注册号|CNAS)[^。；\\n]{0,12}?(=CNAS\\s?(?:L|IB|C|PT|RM|MR|V)\\s?\\d{3,5}(?:-[A-Z]{1,2})?)(?![\\dA-Za-z])',
    is: [
      ['实验室认可证书 CNAS L17733', 'CNAS L17733'],
      ['中国合格评定国家认可委员会认可证书（CNAS L1234）', 'CNAS L1234'],
    ],
    isNot: ['本实验室通过CNAS认可'],
  },
  {
    meaning: 'certificateNumber',
    template:
      '(?:[Cc]ertificate|[Rr]eport)\\s(?:[Nn]o\\.?\\s?)?(=(?=[A-Z0-9/.-]{0,30}\\d{3})[A-Z]{1,6}[A-Z0-9]{0,10}[/.-]?[A-Z0-9/.-]{3,30})(?=[,;.)]?(?:\\s|$))',
    is: [['ISO 9001 certificate CN12/34567, issued by Hill Ltd on 3 March 2024.', 'CN12/34567']],
    isNot: ['ISO certificate of conformity'],
  },
  {
    meaning: 'issueDate',
    template: '[Ii]ssued(?: on)?:?\\s{1,4}{=englishDate}',
    is: [['Certificate number 12345-2023-AE. Issued 2023-04-05, valid until 2026-04-04.', '2023-04-05']],
    isNot: ['Issued by Hill Ltd'],
  },
  {
    meaning: 'issueDate',
    template:
      '(?:证书|报告|编号)[^。；\\n]{0,60}?[，,；;（(\\s]\\s?{=date}\\s?(?:发证|颁证|签发|出具|颁发|出证|获证|取证|出的)(?!机构|单位|机关|公司|方|日期|时间)',
    is: [['证书号 12325Q41002R0S，2025-07-08 发证，发证机构：甲乙认证中心', '2025-07-08']],
    isNot: ['证书号 12325Q41002R0S，2025-07-08 到期', '证书号 12325Q41002R0S，2025-07-08 颁证机构：甲乙认证中心'],
  },
  {
    meaning: 'issueDate',
    template:
      '(?:报告|证书|检[验测])[^。；\\n]{0,80}?[，,；;]\\s?(?:出具|签发|颁发|报告|发证|出证)?日期\\s?(?:为|是|[:：])\\s?{=date}',
    is: [
      ['由甲乙检验院出具检验报告，报告编号：SP2025-11873，日期为2025年10月17日，检验结论：合格。', '2025年10月17日'],
    ],
    isNot: ['检验报告，生产日期为2025年10月17日'],
  },
  {
    meaning: 'productName',
    template:
      '[（(]{=goods}[，,、；;]\\s?(?:产品)?(?:规格|型号|净含量|货号|款号)(?:型号)?(?:为|是|[:：])?\\s?[\\dA-Za-z][^（）()]{1,40}[）)]',
    is: [['最近一批（每日坚果，规格25g×30袋）由甲乙检验院出具检验报告', '每日坚果']],
    isNot: ['最近一批（规格25g）'],
  },
  {
    meaning: 'modelSpec',
    template: '(?:规格|净含量|型号规格|规格型号)\\s?(?:为|是|[:：])?\\s?{=amount}(?=[，,。；;、）)\\s]|$)',
    is: [
      ['最近一批（每日坚果，规格25g×30袋）由甲乙检验院出具检验报告', '25g×30袋'],
      ['山茶油，规格为500ml/瓶，检验结论：合格', '500ml/瓶'],
    ],
    isNot: ['规格齐全，500多款'],
  },
  {
    meaning: 'productName',
    template:
      '(?:^|[，。；：:！!、】\\s亲])(?:有的|这款|本款|该款|我们的|我家的|本店的?)?(?!产品|商品|证书|本|该|此)(=[A-Z]?\\p{Script=Han}{2,10}?)(?:的)?(?:3C|CCC|CQC|CE|有机)(?:认证)?证书(?:编号|号码?|：|:)',
    weak: true,
    is: [['有的亲，A类头盔3C证书编号2023011103558906，型号YB-05', 'A类头盔']],
    isNot: ['3C证书编号2023011103558906'],
  },
  {
    meaning: 'issuingBody',
    template:
      '(?:发证|颁证|颁发|认证|签发|出具|出证|检[验测]|认可)(?:机构|单位|机关|公司|方)(?:为|是|[:：])?\\s?(?!查询|名录|名单|资质|信息){=body}(?=[，,。；;、）)|｜\\s]|$)',
    is: [['符合标准，发证机构甲乙质量认证中心。', '甲乙质量认证中心']],
    isNot: ['发证机构查询中心', '认证机构名录'],
  },
  {
    meaning: 'issuingBody',
    template: '[|｜/]\\s?(=(?=[^|｜]{0,40}(?:认证|认可|评定|检[验测]|质检)){firm})\\s?$',
    weak: true,
    is: [['ISO9001 | 注册号 01725Q10222R0S | 山东甲乙质量认证有限公司', '山东甲乙质量认证有限公司']],
    isNot: ['首页 | 证书查询 | 联系我们'],
  },
  {
    meaning: 'productName',
    template:
      '(?:我店|本店|我家|我们家|我司|我社|我厂|本社|店里)(?:的|生产的|销售的|所售的?|种的)?(?!产品|商品|已|经|由)(=\\p{Script=Han}{2,12}?)(?:已|均|都|也)?(?:经|由|送|送检)(?={body})',
    weak: true,
    is: [['我店大米经甲乙检验测试中心检测，检验结论：合格', '大米']],
    isNot: ['我店产品经甲乙检验测试中心检测'],
  },
  {
    meaning: 'productName',
    template:
      '(?:^|[，。；：:！!、\\s])(?:这|该|本|此)(?:批次|批|款|个)?(?!产品|商品|报告|证书)(=[\\p{Script=Han}A-Za-z0-9]{2,14}?)\\s?[（(](?:规格)?{amount}[）)]\\s?(?:已|经|送|由|通过|的|做|在|于|均|也)',
    is: [['这批石材板材（600×600×20mm）送甲乙检测中心检测', '石材板材']],
    isNot: ['这批产品（3箱）送给客户'],
  },
  {
    meaning: 'modelSpec',
    template:
      '(?:^|[，。；：:！!、\\s])(?:这|该|本|此)(?:批次|批|款|个)?[\\p{Script=Han}A-Za-z0-9]{2,14}?\\s?[（(](?:规格)?{=amount}[）)]\\s?(?:已|经|送|由|通过|的|做|在|于|均|也)',
    is: [['这批石材板材（600×600×20mm）送甲乙检测中心检测', '600×600×20mm']],
    isNot: ['这批石材板材（天然）送甲乙检测中心检测'],
  },
  {
    meaning: 'issuingBody',
    template:
      '(?:经由|由|经|获得|获|取得|通过)了?\\s?{=body}\\s?(?:颁发|核发|授予)?的?(?=(?:实验室|检[验测]机构|检验检测机构|认证机构|资质)[^，。；]{0,6}(?:认可|认定)(?:证书|资质))',
    is: [
      ['我司获得甲乙合格评定认可委员会（JYAC）实验室认可证书，注册号L0001', '甲乙合格评定认可委员会（JYAC）'],
      ['取得甲乙市场监督管理局颁发的检验检测机构资质认定证书', '甲乙市场监督管理局'],
    ],
    isNot: ['获得实验室认可证书', '通过了检验检测机构资质认定'],
  },
  {
    meaning: 'conclusion',
    template:
      '(?:报告|证书)[^。；\\n]{0,160}?[|｜]\\s?(=合格|不合格|PASS|Pass|所检项目合格|符合(?:标准)?要求)\\s?(?=$|[|｜])',
    weak: true,
    is: [['检测报告 | 编号 AB-2604-77 | 甲乙质量检验研究院 | 合格', '合格']],
    isNot: ['检测报告 | 合格证 | 说明书'],
  },
  {
    meaning: 'modelSpec',
    template:
      '(?:报告|证书)[^。；\\n]{0,160}?[|｜]\\s?(?=\\d[\\d.×xX* ]{0,20}(?:[A-Za-z]|升|毫升|克|公斤|千克|斤|寸|厘米|米)){=amount}\\s?(?=$|[|｜])',
    weak: true,
    is: [['检测报告 | 编号 AB-2604-77 | 炒锅 | 32cm | 合格', '32cm']],
    isNot: ['检测报告 | 2026 | 合格'],
  },
  {
    meaning: 'productName',
    template:
      '(?:报告|证书)[^。；\\n]{0,160}?[|｜]\\s?(=\\p{Script=Han}{2,12})\\s?[|｜]\\s?(?=\\d[\\d.×xX* ]{0,20}(?:[A-Za-z]|升|毫升|克|公斤|千克|斤|寸|厘米|米)){amount}\\s?(?=$|[|｜])',
    weak: true,
    is: [['检测报告 | 编号 AB-2604-77 | 炒锅 | 32cm | 合格', '炒锅']],
    isNot: ['检测报告 | 炒锅 | 合格'],
  },
  {
    meaning: 'certificateNumber',
    template: '(?:3C|CCC|CQC|认证|有机)(?:产品)?(?:认证)?证书\\s?[】\\]]\\s?{=number}',
    is: [['【产品】布偶【型号】GZ-3 【3C证书】2025172201003308 【发证】甲乙认证中心', '2025172201003308']],
    isNot: ['【3C证书】点击查看'],
  },
  {
    meaning: 'modelSpec',
    template:
      '[”"」牌](?:的)?\\p{Script=Han}{2,12}\\s?[（(](?:规格)?\\s?(?=\\d[\\d.×xX* ]{0,20}(?:[A-Za-z]|升|毫升|克|公斤|千克|斤|寸|厘米|米)){=amount}\\s?[）)](?=[^。；\\n]{0,30}(?:检[验测]|认证|报告|证书))',
    weak: true,
    is: [['公司生产的“山风”牌笋干（80g/袋）顺利通过甲乙技术中心检测', '80g/袋']],
    isNot: ['“山风”牌笋干（80g/袋）今日特价'],
  },
];
