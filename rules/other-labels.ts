import type { LabelRecord } from './certificate-label.ts';

const LISTINGS = '网络商品详情页和证书版面的通行写法';

/** Labels that stand beside those of a certificate: they end the value before them, or speak against a certificate. */
export const OTHER_LABELS: readonly LabelRecord[] = [
  {
    meaning: 'status',
    zh: '证书状态 状态 当前状态 认证状态 有效状态 证书有效性 有效性 报告状态 证书的状态 目前状态',
    en: 'status | certificate status | validity status | current status',
    source: LISTINGS,
    examples: { is: ['证书状态', 'Status'], isNot: ['订单物流'] },
  },
  {
    meaning: 'person',
    zh: `
      姓名 性别 身份证号 身份证号码 公民身份号码 出生日期 出生年月 民族 证件号码 学员姓名 专业 学历 毕业院校
      准考证号 准驾车型 作业类别 持证人姓名 籍贯`,
    en: `
      id number | date of birth | sex | gender | passport no | nationality | student name | surname | given names |
      given name | place of birth | full name | first name | last name`,
    source: LISTINGS,
    examples: { is: ['姓名', 'Date of birth'], isNot: ['产品名称'] },
  },
  {
    meaning: 'testItem',
    zh: `
      检验项目 检测项目 测试项目 检查项目 单项结论 单项判定 标准要求 技术指标 标准值 限值 实测值 检测值 单项评价
      试验项目 检出限 标准限值 单位值 指标要求 技术要求值`,
    en: `
      test item | test items | unit | limit | requirement/limit | clause | measured value | detection limit |
      test parameter | mdl | cas no`,
    source: '检验检测报告的项目表',
    examples: { is: ['检验项目', 'Test Item'], isNot: ['检验结论'] },
  },
  {
    meaning: 'testDate',
    zh: '检验日期 检测日期 测试日期 检验时间 检测时间 测试时间 试验日期 鉴定日期 检验完成日期 检测完成日期',
    en: 'date of test | test date | date of testing | tested on | test completed | inspection date | date of inspection',
    source: '检验检测报告的封面',
    examples: { is: ['检验日期', 'Date of test'], isNot: ['生产日期', '检验依据'] },
  },
  {
    meaning: 'other',
    zh: `
      地址 委托人地址 申请人地址 生产厂地址 制造商地址 注册地址 生产地址 认证地址 审核地址 经营地址 通讯地址
      企业地址 单位地址 机构地址 检测地址 住所 联系地址 电话 联系电话 传真 邮编 邮箱 网址 官网 官方网站 查询网址
      查询方式 查询网站 联系人 备注 说明 认证模式 商标 品牌 产地 原产地 注册商标 样品数量 抽样日期 下次检验日期 下次检测日期 下次检验时间 下次年检日期 收样日期 到样日期 送样日期 接样日期 生产日期 抽样地点 抽样基数 样品来源 样品状态 样品等级
      检验类别 检测类别 检验类型 检测类型 抽样单位 批号 生产批号 审核日期 材质 颜色 颜色分类 保质期 价格 库存 重量
      净重 毛重 尺寸 适用人群 包装 功率 电压 额定电压 额定功率 货期 起订量 适用场景 系列 风格 图案 面料 上市时间
      适用范围 经营范围 注册资本 成立日期 登记机关 法定代表人 法人代表 类型 营业期限 核准日期 批准人 签发人
      授权签字人 审核人 主检 编制 审核 批准 签字 校核 主检人 编制人 试验人员 盖章 印章 二维码 扫码查询 查询码
      防伪码 验证码 校验码 序号 数量 页数 页码 证书下载 附件 证书图片 证书附件 证书查询 操作 初次获证机构 有效期起 有效期始 生效日
      有效期开始 有效起始日期 生效时间 年产量 产量 面积 基地名称 基地面积 基地地址 生产规模 产品描述 产品类别
      认证级别 认证等级 等级 产品等级 监督审核日期 年检日期 省份 城市 地区 所在地 所在地区 行业 主管部门
      使用有效期 再认证日期 上次审核日期 下次审核日期 合同编号 订单编号 订单号 发票号码 发票代码 开票日期 货款
      金额 税号 税率 单价 签订日期 签订地点 甲方 乙方 购买方 销售方 文号 档案号 受理号 受理编号 申请编号 申请号
      样品编号 任务编号 委托编号 检材编号 客服电话 咨询电话 备案号 认可标志 标志 防伪编号 许可证编号 许可证号
      生产许可证编号 生产许可证号 专利号 批准文号 商品编号 店铺名称 颁发对象 适用产品 发证地点 授权范围 发证依据
      CMA编号 CNAS编号 机构资质 检测机构资质 发布时间 更新时间
      浏览次数 来源 作者 主题 配料 储存条件 功能 特点 用途 附注 抽样方式 检测环境 样品描述 样品照片 批次 报告用途
      检验人员 检验员 签发日期说明 认证人员 审核组长 评审日期`,
    en: `
      address | tel | phone | telephone | fax | email | e-mail | website | web | contact | remark | remarks | note |
      notes | trademark | trade mark | brand | brand name | origin | country of origin | 
      date of receipt | sample received | sample received date | testing period | test period |
      date of receipt of sample | production date | quantity | price | color | colour | material | weight |
      verify at | verification | approved by | signed by | prepared by | checked by | reviewed by |
      authorized signatory | authorised signatory | signature | page | factory address | manufacturer address |
      applicant address | rating | ratings | rated voltage | input | output | serial no | batch no | lot no |
      invoice no | order no | po number | contract no | amount | total | qty | unit price | delivery date |
      ship to | bill to | country | last audit | next audit | surveillance date | issue no | revision | mark |
      effective | valid from | moq | port | payment terms | sample no | job no | file no | application no | tested period |
      date of audit | recertification date | ean code | nace code | accredited by | accreditation | eac code |
      iaf code | site | sites | receipt date | manufacturing site | product category | category | sample id |
      condition | signatory | title of signatory | place of issue | issue place`,
    source: LISTINGS,
    examples: { is: ['地址', '收样日期', 'Address:'], isNot: ['证书编号'] },
  },
];
