import { anyOf, grouped, inRow } from '../utils/base/pattern-parts.ts';
/**
 * 中国, 中华, 全国, 国家 in the name of a body or of its certificate: the notice, part 四（三）, forbids them to bodies'
 * own certification, certificates and marks. Institutions and schemes of the state carry them by right.
 */
export const STATE_WORDS = /中国|中华|全国|国家/;

/** Names that hold a state word by right, and names of state schemes. */
export const STATE_INSTITUTIONS: readonly RegExp[] = [
  /中国质量认证中心/,
  /中国合格评定国家认可(?:委员会|中心)/,
  /(?:中国)?国家认证认可监督管理委员会|国家认监委/,
  /国家市场监督管理总局|国家质量监督检验检疫总局|国家标准化管理委员会|国家药品监督管理局|国家知识产权局/,
  /国家[\p{Script=Han}（）()]{0,24}(?:质量)?(?:监督)?检[验测](?:检[验测])?(?:中心|院|所)/u,
  /国家[\p{Script=Han}]{2,16}(?:计量|测试|检测|检验)(?:中心|站)/u,
  anyOf(
    '',
    inRow(
      /中国/,
      grouped(
        /船级社|检验认证|检验检疫科学研究院|信息安全认证中心|网络安全审查(?:技术与)?认证|计量科学研究院|标准化研究院|建材检验认证|电子技术标准化研究院|特种设备检测研究院|绿色食品发展中心/,
        /农业科学院|环境科学研究院|安全生产科学研究院|铁道科学研究院|建筑科学研究院|家用电器研究院|汽车技术研究中心|食品药品检定研究院|疾病预防控制中心|质量检验协会|林业科学研究院|科学院/,
        /电力科学研究院|泰尔实验室|信息通信研究院/,
      ),
    ),
  ),
  /国家珠宝玉石(?:首饰检验集团|质量(?:监督)?检[验测](?:检测)?中心)/,
  /国家(?:信息中心|统计局|发展和改革委员会|卫生健康委员会|农业部|知识产权局|林业和草原局|粮食和物资储备局|能源局|邮政局|铁路局|矿山安全监察局|消防救援局)/,
  /全国(?:认证认可信息公共服务平台|工业产品生产许可证办公室)/,
];

export const STATE_SCHEMES: readonly RegExp[] = [
  /(?:中国)?国家强制性产品认证|中国强制性?(?:产品)?认证/,
  /中国有机(?:产品|转换产品)?(?:认证|标志)|中国良好农业规范|中国环境标志|中国节能(?:产品)?(?:认证|标志)|中国绿色产品|中国能效标识|中国饲料产品认证|中国食品农产品认证/,
  /国家(?:统一)?推行|国家标准|中国标准|国家计量认证/,
];

export const STATE_NAME_EXAMPLES = {
  suspect: ['中国品牌质量认证中心', '全国诚信企业认证中心', '中华认证有限公司', '国家权威认证机构联盟'],
  rightful: [
    '中国质量认证中心',
    '国家家用电器质量监督检验中心',
    '中国合格评定国家认可委员会',
    '国家市场监督管理总局',
    '中国检验检疫科学研究院综合检测中心',
  ],
  suspectTitles: ['中国著名品牌认证证书', '全国质量信得过产品证书'],
  rightfulTitles: ['中国国家强制性产品认证证书', '中国有机产品认证证书'],
};
