import type { LabelRecord } from './certificate-label.ts';

const NOTICE = '泉洛市监〔2023〕65 号 四（二）';
const LISTINGS = '网络商品详情页和证书版面的通行写法';
const PRODUCT_CERTIFICATE = '认证证书和认证标志管理办法 第七条';
const CMA_CERTIFICATE = '检验检测机构资质认定管理办法 第十五条';

/** Labels of what is read from a certificate. */
export const CERTIFICATE_LABELS: readonly LabelRecord[] = [
  {
    meaning: 'issuingBody',
    zh: `
      发证机构 颁发机构 颁证机构 发证单位 发证机关 颁发单位 颁发机关 颁证单位 签发机构 签发单位 签发机关 认证机构
      [发证|颁证|颁发|签发|出证|出具|授证|检测|检验|检验检测|质检|测试|鉴定|承检][机构|单位|公司|机关|方|部门][|名称]
      [报告|证书|检测报告|检验报告][出具|签发|颁发|发证][机构|单位|方] 出具报告[机构|单位] 出报告[机构|单位]
      认证单位 认可机构 出证机构 出证单位 出具机构 出具单位 发证方 发证部门 颁发部门 授证机构 检验机构 检测机构
      检验检测机构 检验单位 检测单位 检验检测单位 测试机构 测试单位 鉴定机构 评定机构 批准机构 发证机构名称
      认证机构名称 检测机构名称 检验机构名称 检验检测机构名称 检测实验室 发证机关名称 证书颁发机构 发证 认证公司 检测公司 检验公司 承检机构 承检单位 检验方 测试方 颁证机关 授予单位 检测方
      发证公司 发证者 颁发者 检验检测机构及名称 认证方 检测院 出证方 颁证方 承检机构名称 颁发 颁证 认可单位 认可方 审核机构 监制机构 检测中心名称 授权机构 报告机构 检定机构 校准机构 出单机构 鉴定单位`,
    en: `
      issuing body | issued by | issuing authority | certification body | certifying body |
      certification authority | issuer | issuing organization | issuing organisation | issuing agency |
      issuing institution | issuing office | issuing party | testing laboratory | test laboratory | testing lab |
      testing body | testing institution | testing agency | inspection body | inspection agency | notified body |
      certified by | accreditation body | awarded by | granted by | registrar | certifier |
      name of certification body | tested by | approved body | certification office | certification company |
      certification organization | certification agency | issuing laboratory | testing organization | test body |
      testing company | issuing body name | issuer name | issuing company`,
    specific: true,
    source: NOTICE,
    examples: {
      is: ['发证机构', '发 证 机 构：', '认证机构 Certification Body', 'Issued by:'],
      isNot: ['发货机构', 'Shipped by'],
    },
  },
  {
    meaning: 'issuingBody',
    zh: '机构名称 实验室名称 检测中心 检验中心 机构 数据来源 报告来源 来源机构 检测来源',
    en: 'body | signed for and on behalf of | for and on behalf of | laboratory | test lab | lab | laboratory name | authority',
    weak: true,
    source: LISTINGS,
    examples: { is: ['机构名称', 'Laboratory'], isNot: ['机构地址'] },
  },
  {
    meaning: 'issueDate',
    zh: `
      [发证|颁证|颁发|签发|出证|出具|授证|获证|取证|换证|核发|发放|签批][日期|时间|日|年月|年月日]
      [报告|证书|检测报告|检验报告|质检报告][|签发|出具|颁发|发放|批准|生成][日期|时间]
      发证日期 颁发日期 颁证日期 签发日期 发证时间 颁发时间 颁证时间 签发时间 出证日期 出证时间 出具日期 出具时间
      报告日期 报告时间 报告签发日期 声明日期 声明时间 报告日 报告签发日 报告出具日 报告颁发日 证书签发日 证书颁发日 证书发证日 出报告日期 出报告时间 报告完成日期 报告出具 签发年月日 发证年月日 本次发证日期 换证日期 获证日期 获证时间 取证日期 取证时间 认证日期 认证时间
      证书日期 证书颁发日期 制证日期 发证年月 颁发年月 颁布日期 证书生效日期 本次颁证日期 变更发证日期 发证日 颁证日 颁发日 签发日 出具日 出证日 获证日 换证日 报告签发
      报告签发时间 报告出具日期 报告出具时间 授予日期 授证日期 最近发证日期 报告发布日期 本次发证 本次颁证 换发日期 换发时间 再次发证日期 重新发证日期 现行证书日期 报告发出日期 批准颁发日期 签批日期 颁发年份 制发日期`,
    en: `
      date of issue | issue date | issued on | date issued on | reissue date | re-issue date | date of re-issue | last issued | current certificate date | this issue | current issue | certificate issued | report issued | date of signature | signed on | issued date | date issued | issuing date | date of issuance |
      issuance date | report date | date of report | certification date | date of certification | certificate date |
      date of this certificate | date of current certificate | certificate issue date | report issue date | date of current issue | current issue date`,
    specific: true,
    source: NOTICE,
    examples: { is: ['颁发日期', '签发日期 Date of Issue', 'Issued on'], isNot: ['发货日期', '检验日期', '开票日期'] },
  },
  {
    meaning: 'issueDate',
    zh: '批准日期 注册日期 生效日期 发布日期 日期 时间 签发 批准时间',
    en: 'date | issued | approval date | effective date | registration date | approved on',
    weak: true,
    source: LISTINGS,
    examples: { is: ['批准日期', 'Date:'], isNot: ['生产日期', 'Delivery date'] },
  },
  {
    meaning: 'firstIssueDate',
    zh: `
      首次发证日期 初次发证日期 首次颁发日期 首次颁证日期 初次颁证日期 初次获证日期 首次获证日期 初始发证日期
      首次签发日期 首次认证日期 初次认证日期 首次注册日期 初次注册日期 首次发证时间 初次颁发日期 初次发证 首次发证
      首次批准日期 首次颁证 初次颁证 首次获证 初次获证 首次颁发 首次认证 初次认证 首次签发 初次获证时间 首次获证时间 首次颁证时间 初次注册 首次注册 首发日期 首次出证日期 首次发证年月`,
    en: `
      original issue date | initial certification date | first issued | first issue date | date of first issue |
      original certification date | initial issue date | initial issue | first certified | originally certified | first certification date | date of first certification | initial certificate date | initial registration date | first registration | certified since | first certified on | first issued on | date of initial certification |
      originally issued | date of original issue | original registration date | initial certification`,
    specific: true,
    source: LISTINGS,
    examples: { is: ['首次发证日期', 'Original issue date'], isNot: ['首次登记', 'First use'] },
  },
  {
    meaning: 'certificateNumber',
    zh: `
      [证书|报告|认证|检测|检验|检验检测|质检|鉴定|报告书|检测报告|检验报告|质检报告|认证证书|鉴定证书][编号|编码|号码|单号|序号|流水号]
      [检测|检验|质检|检测报告|检验报告|质检报告|鉴定证书]号
      证书编号 证书号 证书号码 证书编码 证书/报告编码 证书/报告编号 报告编号 报告号 报告编码 报告号码 报告单号
      认证编号 认证号 认证证书编号 认证证书号 证书注册号 注册证书号 证书注册编号 检测编号 检验编号 证书序列号
      证书序号 证书代码 证书编号/报告编号 报告编号/证书编号 证书或报告编码 证书或报告编号 证书及报告编号 自我声明编号 声明编号 认可编号
      认证注册号 3C编号 CCC编号 3C认证编号 CCC认证编号 CQC编号 3C证书号 CCC证书号 认证书编号 报告书号 证书单号 证书查询号 产品认证编号 实验室认可编号 认可注册号 获证编号 资质认定编号 资质认定证书编号 资质认定证书号 资质认定号 计量认证编号 计量认证证书编号 有机证书编号 有机证书号 有机认证编号 有机认证证书编号 体系证书编号 体系证书号 注册编码 注册证编号 FCC编号 CE编号 资质证书编号 资质证书号 CMA证书编号 CNAS证书编号 CMA资质认定编号 认可证书编号 认证证书编码 报告文号 证书的编号`,
    en: `
      certificate no | certificate number | cert no | cert number | certificate id | certificate nr |
      certificate reference | certificate registration no | certificate registration number | report no |
      report number | report nr | report id | registration no | registration number | certificate # | report # |
      certificate code | certification no | certification number | test report no | test report number |
      verification no | certificate ref | report reference | certificate serial number | certificate serial no |
      no of certificate | accreditation no | accreditation number | report ref no | certificate ref no |
      certificate reference no | report reference no | report ref | reference certificate no | ref certif no | ref. certif. no | cert. ref. no | certif no | ref cert no | cert ref no | cert ref | fcc id | doc no | certificate id no | registration certificate no | test report id | certificate serial | fda registration no | establishment registration no | fei no | halal certificate no`,
    specific: true,
    source: NOTICE,
    examples: {
      is: ['证书编号', '证 书 编 号', '3C证书编号', '证书编号/Certificate No.', 'Report No.:', '证书/报告编码'],
      isNot: ['订单编号', '合同编号', '货号', 'Order No.'],
    },
  },
  {
    meaning: 'certificateNumber',
    zh: '编号 注册号 注册编号 证号 号码 资质编号',
    en: 'no | number | reference no | reference number | ref no | ref | accreditation certificate | certificate',
    weak: true,
    source: LISTINGS,
    examples: { is: ['编号：', 'No.:'], isNot: ['订单编号', 'Phone number'] },
  },
  {
    meaning: 'conclusion',
    zh: `
      [检测|检验|检验检测|质检|检查|测试|试验|鉴定|认证|评定|审核|综合|总体|最终|报告|评价|抽检|抽查][结论|判定|意见]
      检测结论 检验结论 检验检测结论 检测结果判定 检验结果结论 检测结果结论 质检结论 产品判定 单品判定 判定意见 检测意见 检验意见 符合性判定 符合性结论 符合性声明 总判定 整体结论 整批判定 检测/检验结论 检验/检测结论 认证结论 评定结论 审核结论 综合结论 总体结论
      鉴定结论 测试结论 报告结论 综合判定 检验判定 总体判定 判定结论 最终结论 评价结论 抽检结论 抽查结论 检测判定 检验结果判定 结论判定`,
    en: `
      conclusion | statement of conformity | conformity statement | compliance statement | test verdict summary | pass/fail | final result | overall | test conclusion | conclusions | verdict | test verdict | overall result | overall conclusion |
      inspection conclusion | final conclusion | final verdict | overall rating | overall verdict | test result summary | overall assessment`,
    specific: true,
    source: NOTICE,
    examples: { is: ['检测结论', '检 验 结 论', 'Test Conclusion'], isNot: ['单项结论', '会议结论要点'] },
  },
  {
    meaning: 'conclusion',
    zh: '[质检|送检|复检|鉴定|试验|综合]结果 结论 判定 检测/检验结果 检测结果 检验结果 测试结果 判定结果 检验检测结果 抽检结果 抽查结果 认证结果 结果 是否合格',
    en: 'result | test result | test results | results | inspection result | assessment result',
    weak: true,
    source: LISTINGS,
    examples: { is: ['结论', '检测结果', 'Test Result'], isNot: ['搜索结果数'] },
  },
  {
    meaning: 'productName',
    zh: `
      [产品|商品|样品|货品|检品|试样|物品][名称|名]
      [送检|受检|送样|检测|检验|质检|测试|认证|获证|被检|抽检][产品|样品|商品|物品|对象|货品][|名称]
      产品名称 商品名称 样品名称 认证产品名称 获证产品名称 认证产品 获证产品 检品名称 检测对象 检验对象 测试对象 受检产品 受检样品 检测产品 检验产品 测试产品 送检产品 送检样品 抽检产品 被检产品 认证商品 检测样品
      检验样品 样品/产品名称
      产品(样品)名称 货品名称
      产品/型号 产品/规格 产品/规格型号 产品及型号 产品和型号 名称/型号 名称及型号 品名/规格 品名/型号 品名及规格 样品/型号 名称规格型号 品名规格
      产品名称和系列、规格、型号 产品名称、系列、规格、型号 产品名称及规格型号 产品名称、规格型号 产品名称/型号
      产品名称/规格型号 产品名称及型号 产品名称型号 样品名称及型号 样品名称/规格型号 产品名称、型号
      产品名称、型号、规格 产品名称和型号 商品名称及规格型号 商品名称规格型号 产品名称规格型号 产品名称、规格、型号`,
    en: `
      product name | name of product | sample name | name of sample | product description | sample description |
      description of product | description of sample | name of the product | certified product |
      equipment under test | product designation | name of goods | product category name | commodity name |
      product/sample name | tested product | tested sample | item description | item name | product model name |
      sample tested | certified products`,
    source: PRODUCT_CERTIFICATE,
    examples: { is: ['产品名称', '样 品 名 称', 'Product name'], isNot: ['公司名称', 'File name'] },
  },
  {
    meaning: 'productName',
    zh: '品名 产品 样品 名称 商品名 产品名 设备名称 商品 品种名称',
    en: `
      product | products | item | eut | equipment | sample | product(s) | description | goods | name |
      product type | apparatus | appliance | device | article`,
    weak: true,
    source: LISTINGS,
    examples: { is: ['品名', 'Product:'], isNot: ['店铺', 'Production'] },
  },
  {
    meaning: 'modelSpec',
    zh: `
      [产品|样品|商品|获证|认证|检测|送检|受检|检验|主检][规格型号|型号规格|规格/型号|型号/规格|规格|型号|规格及型号|型号及规格]
      规格型号 型号规格 规格/型号 型号/规格 规格、型号 型号、规格 规格及型号 型号及规格 规格和型号 型号和规格
      产品型号 产品规格 样品型号 主型号 型号名称 型号 产品规格型号 产品型号规格 系列、规格、型号 系列规格型号
      型号系列 系列型号 规格(型号) 型号(规格) 型号规格系列 商品型号 商品规格 获证型号 认证型号 检测型号 送检型号 规格及货号 型号及货号 规格/货号 型号/货号
      货号/型号 款号/型号 型号/款号`,
    en: `
      model | model no | model number | model name | models | model(s) | model/type | type/model |
      type designation | model/specification | specification/model | model and specification |
      specification and model | model type | type reference | model no(s) | specification & model |
      model & specification | type / model | model / type | model / specification | tested model |
      model designation | type and model | model and type | main model | model spec | model specification | model/type ref | item/style no | style/item no |
      model/item no | product model | item/model no | type ref | model ref | model reference | model/style no`,
    source: PRODUCT_CERTIFICATE,
    examples: { is: ['规格型号', '型号/规格 Model/Specification', 'Model No.'], isNot: ['型材', 'Modeling'] },
  },
  {
    meaning: 'modelSpec',
    zh: '规格 款号 货号 净含量 样品规格 等级规格 包装规格 净含量规格 净含量/规格 规格/净含量',
    en: 'type | specification | specifications | spec | size | trade size | item no | style no | net content',
    weak: true,
    source: LISTINGS,
    examples: { is: ['规格', 'Specification'], isNot: ['规则', 'Special'] },
  },
  {
    meaning: 'holder',
    zh: `
      持证人 持有人 证书持有人 获准单位 获准机构 获准企业 获认可单位 获认可实验室 被授予单位 持证主体 被认可机构 认证客户 获证客户 获证客户名称 获证商户 获证品牌商 受证单位 受证企业 受证组织 受审核组织名称 受评价单位 受评价组织 被评价单位 证书主体名称 证书归属 证书所属企业 证书所属公司 证书所属单位 注册人 备案人 单位全称 获证公司 获证公司名称 持证公司 获证者名称 检测委托方 送检人 送检客户 持证方 持证单位 持证企业 持有者 证书持有者 获证组织 获证组织名称 获证企业
      获证企业名称 获证单位 获证单位名称 获证机构 获证机构名称 获证方 声明单位 声明人 声明企业 持证机构 被认证方 受认证方 被认证单位 被审核单位 获认可机构 获准认可机构 被认证组织 委托人 委托人名称 认证委托人
      认证委托人名称 申请人 申请人名称 委托单位 委托单位名称 委托方 委托方名称 委托企业 申请单位 申请企业 申请方
      组织名称 受检单位 被检单位 送检单位 受审核方 被审核方 受审核组织 客户名称 委托客户 证书持有人名称 持证人名称
      受检企业 申请人/委托人 认证企业 受检单位名称 送样单位 证书所有人 申请组织 认证组织 委托者 资质所有人 资质持有人 证书所有者 持证者 获证者 送检企业 送检方 报检单位 取证单位 送样方
      资质主体 获证主体 证书主体
      委托人名称、地址 认证委托人名称、地址 申请人名称、地址 委托人名称及地址 委托人名称和地址 获证组织名称及地址
      组织名称及地址 获证组织名称和地址 委托单位名称及地址`,
    en: `
      holder | certificate holder | certificate issued to | this certificate is issued to | this certificate is awarded to | certificate granted to | registered company | registered organization | certified entity | certified site | holder of the certificate | client/applicant | applicant/holder | company certified | holder of certificate | applicant | applicant name | name of applicant |
      client | client name | customer | customer name | organization | organisation | certified organization |
      certified organisation | issued to | awarded to | granted to | licensee | license holder | certified company |
      name of organization | name of organisation | name of holder | organization name | certificate owner |
      registrant | holder name | certified client | name of the holder | name of the organization`,
    specific: true,
    source: PRODUCT_CERTIFICATE,
    examples: { is: ['认证委托人', '获证组织名称', 'Applicant'], isNot: ['联系人', 'Contact'] },
  },
  {
    meaning: 'holder',
    zh: `
      企业名称 单位名称 公司名称 客户 企业全称 公司全称 使用单位 申报单位 申报企业 商户 品牌方 工厂名称 工厂 厂名 厂家 生产企业 生产企业名称 生产单位 制造商 制造商名称 生产厂 生产厂名称 生产者 生产商
      生产厂家 制造单位 企业 单位 标称生产者 标称生产企业 公司 制造者 生产者(制造商) 生产者名称 制造厂 所属企业
      主体名称
      生产者(制造商)名称、地址 生产企业名称、地址 制造商名称、地址 生产厂名称、地址 生产者名称、地址`,
    en: `
      company | company name | manufacturer | manufacturer name | name of manufacturer | factory | factory name |
      producer | supplier`,
    weak: true,
    source: LISTINGS,
    examples: { is: ['生产企业', 'Manufacturer'], isNot: ['企业邮箱', 'Company profile'] },
  },
  {
    meaning: 'standard',
    zh: `
      认证依据 判定标准 评定标准 依据标准 认证标准 认证依据标准 依据规范 认证规范 审核标准 评审依据 评审标准 评定依据 遵循标准 采用标准 依照标准 遵照标准 认证准则 认可标准 测试规范 检测规范 符合性标准 依据准则 检验依据标准 检测依据标准 检测标准方法 试验依据 试验标准 试验方法 检验依据 检测依据 检验检测依据 判定依据 检验标准 检测标准
      产品标准和技术要求 标准和技术要求 评价依据 审核依据 审核准则 体系标准 技术依据 适用标准 认证依据的标准 依据
      检测方法 测试依据 测试标准 测试方法 产品标准 认证实施规则 认证规则 依据标准/技术要求 依据的标准 检验方法
      检测要求 检验要求 符合标准 符合以下标准 符合下列标准 管理体系标准 评价标准 标准依据 认可准则 认可依据 参照标准 标准及技术要求 产品标准/技术要求
      标准和(或)技术要求 管理标准`,
    en: `
      standard | standards | standard(s) | test standard | test standards | applicable standard |
      applicable standards | in accordance with | tested according to | test basis | basis | harmonised standards |
      harmonized standards | reference standard | reference standards | certification standard | test method |
      test methods | applied standards | applied standard | certification basis | standard(s) applied |
      certification criteria | audit criteria | management system standard | test specification |
      standards applied | standard used | directive | according to | conforms to | complies with | conforming to | complying with | in conformity with | in compliance with | assessed against | norm | norms | standard no | certified to | certified against | test standard no | applicable directive | basis of certification`,
    source: PRODUCT_CERTIFICATE,
    examples: { is: ['检验依据', '认证依据 Standard', 'Test Standard'], isNot: ['标准间', '收费标准'] },
  },
  {
    meaning: 'standard',
    zh: '执行标准 标准 标准号 执行标准号 产品执行标准 产品标准号 质量标准 标准编号 执行标准编号 技术要求',
    en: 'requirements | requirement',
    weak: true,
    source: LISTINGS,
    examples: { is: ['执行标准'], isNot: ['收费标准'] },
  },
  {
    meaning: 'scope',
    zh: `
      认证范围 认证覆盖 覆盖业务 覆盖产品 覆盖活动 涵盖范围 认证范围及内容 认证领域范围 审核覆盖范围 注册认证范围 适用业务范围 体系覆盖 认证涵盖范围 体系认证覆盖范围 检测范围 认证覆盖范围 认证覆盖的业务范围 认证业务范围 覆盖范围 体系覆盖范围 证书范围 审核范围
      检验检测能力范围 能力范围 检验检测范围 认可范围 注册范围 证书覆盖范围 获证范围 体系范围 认证的业务范围
      体系认证范围 通过认证范围 检测能力范围 覆盖的业务范围 服务认证范围 批准的检验检测能力范围 体系覆盖的范围
      管理体系覆盖范围 认证范围描述 通过认证的范围`,
    en: `
      scope | scope of certification | certification scope | scope of registration | scope of accreditation |
      scope of supply | scope of certificate | certified scope | scope of approval | registration scope |
      scope of the certification | scope of the management system`,
    specific: true,
    source: CMA_CERTIFICATE,
    examples: { is: ['认证覆盖范围', 'Scope of Certification'], isNot: ['经营范围', '适用范围'] },
  },
  {
    meaning: 'scope',
    zh: '业务范围 产品范围 范围',
    en: 'business scope | covered business',
    weak: true,
    source: LISTINGS,
    examples: { is: ['业务范围'], isNot: ['经营范围'] },
  },
  {
    meaning: 'validUntil',
    zh: `
      [证书|认证|报告|资质|认可|标志使用][有效期|有效期至|有效期限|有效日期|到期日|到期日期|到期时间|截止日期|失效日期]
      有效期至 有效期 有效期限 证书有效期 证书有效期至 证书有效期限 有效日期 有效至 有效截止日期 有效截止
      有效期截止 有效期截止日期 证书到期日期 证书到期日 失效日期 到期日期 到期时间 到期日 截止日期 届满日期
      有效期止 标志使用有效期 标志有效期 许可期限 使用期限 证书期限 证书使用期限 证书有效期间 有效期起止 有效期限至 证书到期 有效截止日 截止日 届满日 证书截止日期 有效期到 证书有效截止日期 有效期截至 有效截至 有效期终止日期 证书有效日期 有效期间 失效时间 有效期到期日 有效期终止 有效期结束 有效期结束日期 有效期末 有效终止日期 证书失效日期 效期至 证书效期 期满日期 到期年月 终止日期 认证到期 认证到期日 体系到期`,
    en: `
      valid until | valid | valid untill | expires at | end date | valid before | certificate expires | certificate expires on | valid for period | expiring | effective until | valid period | available date | validity term | expiry date | expiration date | expires | expires on | valid to | date of expiry |
      date of expiration | validity | valid through | valid till | expire date | valid thru | validity period |
      period of validity | valid up to | validity date | certificate valid until | expiry |
      certificate expiry date | expiration | expire on | certificate expiry | valid date | term of validity |
      certificate valid to | validity of certificate | certificate validity`,
    source: CMA_CERTIFICATE,
    examples: { is: ['有效期至', '证书有效期 Valid until', 'Expiry date'], isNot: ['保质期', 'Express'] },
  },
  {
    meaning: 'validUntil',
    zh: '到期 截止 届满 效期',
    en: '',
    weak: true,
    source: LISTINGS,
    examples: { is: ['到期', '截止：'], isNot: ['到货', '截止报名'] },
  },
  {
    meaning: 'approvalNumber',
    zh: `
      批准号 机构批准号 认证机构批准号 批准书编号 机构批准书编号 认证机构批准书编号 机构批准书号 认证机构批准书号
      机构批准编号 认证机构批准编号 批准书号 批准编号 认监委批准号 发证机构批准号`,
    en: `
      approval no | approval number | cnca approval no | cnca approval number | certification body approval no |
      body approval no | approval number of certification body`,
    source: LISTINGS,
    examples: { is: ['认证机构批准号', 'CNCA Approval No.'], isNot: ['批准文号'] },
  },
  {
    meaning: 'creditCode',
    zh: `
      统一社会信用代码 社会信用代码 信用代码 统一信用代码 统一社会信用代码/注册号 统一社会信用代码(注册号)
      社会统一信用代码 组织机构代码`,
    en: `
      unified social credit code | uscc | credit code | unified social credit identifier | social credit code |
      uniform social credit code | unified credit code`,
    source: 'GB 32100-2015',
    examples: { is: ['统一社会信用代码', 'USCC'], isNot: ['信用等级'] },
  },
  {
    meaning: 'certificateName',
    zh: `
      证书名称 证书类型 证书类别 体系证书 证书内容 认可类型 体系认证类型 认证事项 资质项目 资质类别 证照名称 报告标题 认证类型 认证项目 认证类别 认证种类 报告类型 报告名称 认证名称 资质名称 体系类别
      证书种类 认证领域 资质证书名称 认证体系 体系名称 认证制度 资质类型 报告类别 认证标志 认证标识 证书标题`,
    en: `
      certificate type | certificate name | certification name | type of certificate | type of certification | certification type |
      certification scheme | report type | certification | certification mark | scheme | title`,
    specific: true,
    source: LISTINGS,
    examples: { is: ['证书名称', '认证项目', 'Certificate type'], isNot: ['文件名称', 'File type'] },
  },
  {
    meaning: 'certificateName',
    zh: '证书 体系 资质',
    en: '',
    weak: true,
    source: LISTINGS,
    examples: { is: ['证书', '体系'], isNot: ['证书下载', 'Certificate'] },
  },
];
