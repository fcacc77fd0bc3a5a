import { anyOf } from '../utils/base/pattern-parts.ts';
/** Words before 编号, 证书编号, 日期 … that make them another paper's. */
export const OTHER_PAPER_QUALIFIERS =
  /免疫|疫苗|接种|血统|保单|会员|荣誉|授权|捐赠|域名|成绩|不动产|登记|拍品|合同|订单|发票|商标|专利|毕业|学位|学历|身份|执照|许可(?!使用)|备案|保修|质保|软件|著作|产权|房产|注册会计|驾驶|护照|会员|结业|培训|职业资格|教师|健康证|快递|物流|工单|退款|支付|交易/;

/** Words of reports on offences and of withdrawals: a certificate named there is not shown as one's own. */
export const REPROOF =
  /查处|处罚|罚款|责令|当事人|典型案例|违法|涉嫌|伪造(?!必究)|冒用|假冒(?!必究)|曝光|撤销[^。]{0,8}证书|注销[^。]{0,8}证书|暂停[^。]{0,8}证书|证书[^。]{0,6}(?:撤销|注销|暂停|作废|失效)(?:公告|名单|通知|的)|被告|判决|投诉举报/;

/**
 * Papers that look like certificates and are none of ours: identity, property, business, education, honour. A group of
 * fields that names one, and no certification, is left alone.
 */
export const OTHER_PAPERS = anyOf(
  'iu',
  /身份证|居民户口|护照|驾驶证|行驶证|营业执照|不动产权|房产证|土地使用证|毕业证|学位证|学历证|学籍|结婚证|出生医学|专利证书|专利权人|商标注册证|著作权登记|软件著作|荣誉证书/u,
  /获奖证书|奖状|捐赠证书|收藏证书|股权证|保险单|保单号|购销合同|买卖合同|合同编号|增值税|发票代码|发票号码|食品经营许可|食品生产许可证|卫生许可证|药品经营许可|医疗器械经营/u,
  /医疗机构执业|安全生产许可|特种作业|职业资格|执业资格|教师资格|从业资格|健康证|上岗证|结业证|培训证书|培训合格|免疫证|疫苗|接种|血统证书|会员证书|会员单位|慈善|捐赠|授权书/u,
  /高新技术企业|科技型中小企业|专精特新|医疗器械注册|[国省京沪津渝粤苏浙闽鲁川鄂湘][\p{Script=Han}]?械(?:注|备)|妆网备|国药准字|进口许可证|出口许可证|准考证/u,
  /成绩(?:报告)?单|SSL|TLS|域名|domain (?:name|validat)|code signing|serial number.{0,40}(?:RSA|SHA)/u,
  /warranty|policy no|insurance|大额存单|存单编号|保修卡|graduation|university|degree|授权经销|授权证书|代理授权|经销授权|报关单/u,
  /检疫证明|车辆合格证|电梯使用标志|特种设备使用|机动车登记|invoice|purchase order|passport|driver'?s licen[cs]e|diploma/u,
  /bachelor of|master of|course completion|certificate of completion|certificate of attendance/u,
  /certificate of origin|letter of authorization/u,
);

/** Reports that no laboratory made on goods: on persons, accounts, projects, vehicles. */
export const OTHER_REPORTS =
  /(?:审计|验资|评估|财务|体检|征信|查重|病理|影像|述职|调研|可行性研究|尽职调查|竣工验收)报告|[周日月]报|血常规|尿常规|门诊|科室|病历|车牌号|号牌号码|车辆识别代[号码]|机动车(?:安全)?(?:技术)?检[验测]报告/;

/** Lists in which an authority names what it had tested: results of its own, not papers that a seller shows. */
export const AUTHORITY_LIST =
  /(?:检[验测]|监测)结果[^。\n]{0,4}(?:公示|公告|通报|通告)|(?:监督|专项|风险|市场|质量)?抽(?:查|检|样检验)[^。\n]{0,16}(?:公示|公告|名单|通报|通告|结果|情况|信息)|不合格(?:产品|样品|食品|批次)|召回/;

/**
 * Papers on what a person has learnt. They name the standard that was taught (ISO 9001 内审员证书), so that their words and
 * number look like a certification; what they are decides.
 */
export const PERSONAL_PAPERS =
  /(?:内审员|外审员|审核员|检验员|质检员|检测员|化验员|管理者代表)(?:资格|培训|注册|合格|岗位)*证书?|(?:培训|结业|研修)(?:合格)?证书?|certificate of (?:completion|attendance|participation|training)|(?:auditor|training) course/i;

/** Numbers that name another paper by their own structure. */
export const OTHER_NUMBERS = {
  pattern:
    /^(?:GR20\d{10}|ZL\d{8,13}(?:[.．]?[\dX])?|SC[12]\d{13}|JY\d{14}|[（(]?[\p{Script=Han}]{1,2}[）)]?JZ安许证字.*)$/u,
  examples: {
    fits: ['GR202337005133', 'ZL202310123456.7', 'SC10135050400012', 'JY13505040012345'],
    fails: ['03410Q10286R0S', '2016010901123456', 'SC25-0912', 'SCT202501234'],
  },
};
