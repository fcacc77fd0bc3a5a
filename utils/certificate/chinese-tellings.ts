import { ORGANISATION_ENDINGS } from '../../rules/organisation-words.ts';
import type { Telling } from './read-telling.ts';

/** The name of a body in a sentence. */
export const BODY = `[\\p{Script=Han}A-Za-z0-9()（）·\\-]{2,40}?(?:${ORGANISATION_ENDINGS})(?:[（(][A-Za-z\\p{Script=Han}]{2,12}[）)])?`;
const FAVOURABLE =
  '(?:(?:均|全部|完全|判定)?(?:为)?合格(?!证|评定)|(?:均)?(?:符合|满足)[^。；;\\n]{0,80}?(?:标准|要求|规定)(?:(?:的)?(?:要求|规定))?)';
const DATE =
  '(?:(?:19|20)\\d{2}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{1,2}日?|(?:19|20)\\d{2}年\\d{1,2}月|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)';
const ISSUED = '(?:颁发|签发|发放|出具|核发|授予|发证|颁证)';
/** Words in the name of a body that signs a paper without any label. */
const SIGNS = '(?:认证|认可|评定|检[验测]|质量|计量|质检|监测|测试|技术服务|技术中心|标准化|研究院|研究所|科学院)';

/** Who issued, when, under which number, with what result. In the order in which they are tried: of each meaning the first that fits is taken. */
export const CHINESE_TELLINGS: readonly Telling[] = [
  {
    meaning: 'issueDate',
    pattern: new RegExp(
      `(${DATE})[，,][^。；\\n]{2,40}?(?:获得|取得|获颁|通过了?|${ISSUED})[^。；\\n]{0,40}?(?:证书|报告|认证)`,
      'u',
    ),
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `(?:经由|由|经过|经|获得|获|取得|通过了?)\\s*[“"]?(${BODY})[”"]?\\s*(?:正式)?(?:于[^，。；]{4,16})?(?:的?(?:严格)?(?:审核|检验|检测|认证|评定|评审|检查)|的[^，。；]{2,30}?认证|${ISSUED}|批准)`,
      'u',
    ),
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `(?:^|[，。；、\\s])[是为系由]?(${BODY})\\s*(?:已?于|在)?\\s*(?:${DATE}|\\d{1,2}月(?:份|\\d{1,2}[日号])?)\\s*(?:正式|刚|刚刚)?(?:${ISSUED}|出的|做的|给的)`,
      'u',
    ),
  },
  {
    meaning: 'issueDate',
    pattern: new RegExp(
      `(?<![-~～—–至到]\\s{0,2})(${DATE})[”"]?\\s*(?:正式|顺利|成功|首次|同时)?(?:获得|取得|通过|获颁|拿到|${ISSUED}(?!机构|单位|机关|公司|方|日期|时间))`,
      'u',
    ),
  },
  { meaning: 'issueDate', pattern: new RegExp(`${ISSUED}(?:于|日期|时间)?(?:为|是|于)?\\s*(${DATE})`, 'u') },
  { meaning: 'issueDate', pattern: new RegExp(`(?:于|在)\\s*(${DATE})\\s*[，,]?\\s*(?:由|经|获|通过|取得|向)`, 'u') },
  { meaning: 'certificateNumber', pattern: /编号(?:(?:为|是)\s*[“"]?|[“"])([A-Za-z0-9(（][^，。；、\s”"]{3,40})/u },
  {
    meaning: 'certificateNumber',
    pattern:
      /(?:证书|报告)\s*[（(](?:证书|报告)?(?:编号|号码?|No\.?)?\s*[:：]?\s*([A-Za-z0-9][A-Za-z0-9()\-/ .]{5,40})[)）]/iu,
  },
  {
    meaning: 'certificateNumber',
    pattern: /(?:3C|CCC|CQC|认证|证书|报告)\s*[:：]\s*((?=[A-Z0-9()\-/]*\d{4})[A-Z0-9][A-Z0-9()\-/]{7,30})/iu,
  },
  { meaning: 'certificateNumber', pattern: /第\s*([A-Za-z0-9()（）-]{6,30})\s*号(?:证书|报告|检验|检测|认证)/u },
  {
    meaning: 'holder',
    pattern: /兹证明\s{0,4}[:：]?\s{0,4}([\p{Script=Han}A-Za-z0-9()（）]{4,40}?(?:公司|厂|集团|院|中心|所|社|店|部))/u,
  },
  {
    meaning: 'holder',
    pattern:
      /(?:^|[，。；\s])(?:我司|我公司|本公司)?[（(]?((?![均皆都]?[由经获向])[\p{Script=Han}()（）]{4,30}?(?:有限公司|集团|厂))[)）]?(?:的|建立|已|于|经|顺利|通过|荣获|获得|取得)/u,
    weak: true,
  },
  {
    meaning: 'conclusion',
    pattern: new RegExp(
      `((?:所检(?![验测])|所测(?!试)|所验(?!证)|各项指标|检验项目|检测项目|本次检验|本次检测)[^。；;\\n]{0,40}?${FAVOURABLE})`,
      'u',
    ),
    weak: true,
  },
  {
    meaning: 'conclusion',
    pattern: new RegExp(
      `((?:上述产品|以上产品|该产品|本产品|该样品|样品|所送样品)(?:经检[验测])?[，,]?[^。；;，\\n]{0,40}?${FAVOURABLE})`,
      'u',
    ),
    weak: true,
  },
  {
    meaning: 'conclusion',
    pattern:
      /(?:兹证明|特此证明|经审核|经评定|经认证)[^。；;\n]{0,80}?((?:均)?符合[^。；;，\n]{0,40}?(?:标准|要求|规定|规则)(?:的?(?:要求|规定))?)(?![\s:：]{0,3}[A-Z])/u,
    weak: true,
  },
  {
    meaning: 'conclusion',
    pattern: new RegExp(`(?:结论|结果|判定)(?:为|是|[^，。；：:]{0,10}[：:])?\\s*[“"]?(${FAVOURABLE}|不合格)`, 'u'),
  },
  { meaning: 'conclusion', pattern: /(?:结论|结果|判定)(?:为|是|：|:)\s*[“"]?([^，。；“”"]{2,40})/u },
  {
    meaning: 'standard',
    pattern:
      /(?:依据|按照|根据|执行)\s*[《“]?((?:GB|GB\/T|ISO|IEC|EN|CNCA|CQC|JB|QB|YY|HJ|NY|SN|FZ|DB)[\s/-]?[^，。；《》“”]{2,80}?)[》”]?\s*(?:的?(?:标准|要求|规定|进行|检验|检测)|[，。；]|$)/u,
    weak: true,
  },
  {
    meaning: 'issuingBody',
    weak: true,
    pattern: new RegExp(
      `^(?:[（(](?:盖章|公章|章)[)）])?\\s*((?=[^\\s]{0,48}${SIGNS})${BODY})\\s*(?:[（(](?:盖章|公章|章|\\p{Script=Han}{0,10}专用章)[)）])?(?:\\s+${DATE})?$`,
      'u',
    ),
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `(?:^|[，。；、\\s])((?![由经获向])${BODY})\\s*(?:正式)?${ISSUED}(?:的|了)?[^，。；]{0,12}(?:证书|报告)`,
      'u',
    ),
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `[，,；;（(—]\\s*((?=[^，。；]{0,48}(?:认证|检[验测]|质量|计量|质检|技术|监测))${BODY})\\s*(?=[，,；;。）)]|$)`,
      'u',
    ),
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `[，,；;]\\s*[是由]?((?=[^，。；]{0,48}(?:认证|检[验测]|质量|计量|质检|监测))${BODY})\\s*(?:出的|做的|给的|出具)`,
      'u',
    ),
  },
  { meaning: 'issueDate', weak: true, pattern: new RegExp(`[，,；;（(]\\s*(${DATE})\\s*(?=[，,；;。）)]|$)`, 'u') },
  {
    meaning: 'certificateNumber',
    weak: true,
    pattern: /^(?:No\.?|№)\s*[:：.]?\s*((?=[^\s]*\d{4})[A-Z0-9][A-Z0-9()\-/.]{5,30})$/iu,
  },
  {
    meaning: 'conclusion',
    pattern:
      /检[验测][^。；\n]{0,80}?[，,]((?:均|全部)?(?:符合|满足)[^。；;，\n]{0,60}?(?:标准|要求|规定)(?:的?要求)?)(?=[。；;，]|$)/u,
    weak: true,
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(`(?:送|委托|交)(${BODY})\\s*(?:进行|开展|做)?[了的]?(?:检[验测]|测试|化验)`, 'u'),
  },
  {
    meaning: 'certificateNumber',
    pattern:
      /(?:出具|取得|获得)(?:了|的)?(?:检[验测]|测试|质检)报告\s*[（(]?\s*((?=[A-Za-z0-9()/.-]*\d)[A-Za-z0-9][A-Za-z0-9()/.-]{5,30})/u,
  },
  {
    meaning: 'conclusion',
    pattern:
      /((?:全部|所有|各|检[验测])(?:检[验测])?(?:项目|指标)(?:均|全部|都)?(?:检[验测]|判定)?(?:结果)?(?:均|全部|为)?合格)/u,
    weak: true,
  },
  {
    meaning: 'certificateNumber',
    pattern:
      /(?:报告|证书)[^。；\n]{0,12}?[，,（(]\s*编号\s*[:：]?\s*((?=[A-Za-z0-9()/.-]*\d{3})[A-Za-z0-9][A-Za-z0-9()/.-]{5,30})/u,
  },
  { meaning: 'issuingBody', pattern: new RegExp(`(?:在|于)(${BODY})(?:做|进行|完成)(?:的|了)?(?:检[验测]|测试)`, 'u') },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`(${DATE})\\s*[^，。；]{0,30}?(?:做的|做了|进行的?|完成的?)(?:检[验测]|测试)`, 'u'),
    weak: true,
  },
  {
    meaning: 'conclusion',
    pattern: /检[验测][，,](?:性能|等级)?((?:达到|达)[^。；，\n]{2,40}?(?:级|标准|要求))(?=[。；，]|$)/u,
    weak: true,
  },
  {
    meaning: 'conclusion',
    pattern: /((?:检[验测]|测试|鉴定)(?:结果)?(?:均|全部|为)?合格)(?=[，,。；;！!）)\s]|$)/u,
    weak: true,
  },
  {
    meaning: 'standard',
    pattern: /体系[^。；：:]{0,12}符合\s*[:：]?\s*((?:GB|ISO)[^，。；]{4,60}?)(?=(?:标准)?(?:的?要求)?(?:[，。；]|$))/u,
    weak: true,
  },
  { meaning: 'issuingBody', pattern: new RegExp(`(?:送检于|送检至|送至|送到)(${BODY})`, 'u') },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`(${DATE})\\s*(?:出(?:的|具)?(?:的)?(?:检[验测])?报告|出的|出证|拿证)`, 'u'),
    weak: true,
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `[是由]((?=[^，。；]{0,48}(?:检[验测]|质检|质量|计量|监测))${BODY})(?:检[验测]?的|测的|做的|出的)`,
      'u',
    ),
  },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`^${BODY}\\s+(${DATE})$`, 'u'),
    weak: true,
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(`(?:^|(?<![:：]\\s{0,4})[\\s　])((?=[^\\s]{0,48}${SIGNS})${BODY})(?=[\\s　])`, 'u'),
    weak: true,
  },
  { meaning: 'validUntil', pattern: new RegExp(`(${DATE})[”"]?\\s*(?:到期|届满|止)`, 'u') },
  {
    meaning: 'holder',
    pattern: new RegExp(`(?:^|[。；])(${BODY})[（(](?=[^）)]{0,12}(?:资质认定|认可|证书)[^）)]{0,8}编号)`, 'u'),
    weak: true,
  },
  {
    meaning: 'validUntil',
    pattern: new RegExp(`(?:^|[\\s|｜，；])(?:有效|到期|截止)\\s*[:：]\\s*至?\\s*(${DATE})`, 'u'),
    weak: true,
  },
  {
    meaning: 'validUntil',
    pattern: new RegExp(`${DATE}\\s*[-—–~～至到]+\\s*(${DATE})\\s*(?=[，,。；;）)]|$)`, 'u'),
    weak: true,
  },
  {
    meaning: 'certificateNumber',
    pattern: /(?:报告|证书)\s+((?=[A-Za-z0-9()/.-]*\d{3})[A-Z][A-Za-z0-9()/.-]{6,30})(?=[，,；;。）)\s]|$)/u,
  },
];
