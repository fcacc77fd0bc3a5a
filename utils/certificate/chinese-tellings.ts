import { ORGANISATION_ENDINGS } from '../../rules/organisation-words.ts';
import type { Telling } from './telling.ts';

const BODY = `[\\p{Script=Han}A-Za-z0-9()（）·\\-]{2,40}?(?:${ORGANISATION_ENDINGS})(?:[（(][A-Za-z\\p{Script=Han}]{2,12}[）)])?`;
const FAVOURABLE =
  '(?:(?:均|全部|完全|判定)?(?:为)?合格(?!证|评定)|(?:均)?(?:符合|满足)[^。；;\\n]{0,80}?(?:标准|要求|规定)(?:(?:的)?(?:要求|规定))?)';
const DATE =
  '(?:(?:19|20)\\d{2}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{1,2}日?|(?:19|20)\\d{2}年\\d{1,2}月|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)';
const ISSUED = '(?:颁发|签发|发放|出具|核发|授予|发证|颁证)';
/** Goods as a sentence names them, and what is said before the name: this one, ours, the brand. */
const GOODS = '[\\p{Script=Han}A-Za-z0-9·]{2,24}?';
const POINTING =
  '(?:这是|就是|是)?(?:(?:我们家?|咱们?家?|自家|本店|本公司|我司|小店)(?:的|销售的|生产的)?)?(?:这款|本款|该款|此款|这个|[这该本]批次?|批次|这|所售|销售的|生产的)?';
const BRAND = '(?:[\\p{Script=Han}A-Za-z0-9]{1,8}(?:牌|®))?';
const SENTENCE_START = '(?:^|[，。；：:！!、】\\s])';
const AMOUNT =
  '\\d+(?:\\.\\d+)?\\s*(?:ml|mL|L|l|升|毫升|kg|g|克|公斤|千克|斤|寸|英寸|cm|mm|厘米|米|片|抽|支|枚|码|号|A|V|W|mAh|孔|色|张|节|层|件套|包|粒|盒|只|双|条)';
/** What a report was about, between the goods and the word report. */
const TESTED_PROPERTY =
  '甲醛(?:释放量?)?|阻燃(?:性能)?|抗菌(?:性能)?|防[水火霉滑螨蛀](?:性能)?|重金属|有害物质|耐[磨热](?:性能)?|环保|安全|性能|质量|第三方|全项|型式|委托|理化|微生物|能效|盐雾|成分|纤维(?:含量|成分)|色牢度|pH值?|含水率|强力|起球|缩水率|铅含量|塑化剂|邻苯二甲酸酯|农残|农药残留|噪[声音]|功率|耐压|电气安全|电磁兼容|EMC|RoHS|能耗|净化效率|除菌率?|毒理|防晒|营养成分|添加剂';

/** Words in the name of a body that signs a paper without any label. */
const SIGNS = '(?:认证|认可|评定|检[验测]|质量|计量|质检|监测|测试|技术服务|技术中心|标准化|研究院|研究所|科学院)';

/** In the order in which they are tried: of each meaning the first that fits is taken. */
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
      `(?:^|[，。；、\\s])[是为系由]?(${BODY})\\s*(?:已?于|在)?\\s*(?:${DATE}|\\d{1,2}月\\d{1,2}[日号])\\s*(?:正式|刚|刚刚)?(?:${ISSUED}|出的|做的|给的)`,
      'u',
    ),
  },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`(${DATE})[”"]?\\s*(?:正式|顺利|成功|首次)?(?:获得|取得|通过|获颁|拿到|${ISSUED})`, 'u'),
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
    meaning: 'modelSpec',
    pattern: /(?:型号|规格|款号|货号)(?:规格|型号)?(?:为|是|:|：)?\s*([A-Za-z0-9φΦ][A-Za-z0-9\-/.+*×（()）]{1,40})/u,
  },
  {
    meaning: 'productName',
    pattern:
      /(?:生产的|销售的|所售的?|经销的|本款|该款|推出的|研发的|旗下|送检的|制造的)\s*[“"]?([^，。；（()）“”"的]{2,24}?)[”"]?\s*(?=[（(，,]|已|经|获|通过|于|取得|产品|顺利|型号)/u,
  },
  {
    meaning: 'productName',
    pattern: /产品\s*[“"「]([^”"」]{2,24})[”"」](?!\p{Script=Han}{2,12}(?:已|经|由|于|获|通过))/u,
  },
  { meaning: 'productName', pattern: /(?:本|该|此)产品[（(]([^，。；（()）]{2,24})[，,；;）)]/u },
  {
    meaning: 'holder',
    pattern: /兹证明\s*[:：]?\s*([\p{Script=Han}A-Za-z0-9()（）]{4,40}?(?:公司|厂|集团|院|中心|所|社|店|部))/u,
  },
  {
    meaning: 'holder',
    pattern:
      /(?:^|[，。；\s])(?:我司|我公司|本公司)?[（(]?((?![由经获向])[\p{Script=Han}()（）]{4,30}?(?:有限公司|集团|厂))[)）]?(?:的|建立|已|于|经|顺利|通过|荣获|获得|取得)/u,
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
      /(?:兹证明|特此证明|经审核|经评定|经认证)[^。；;\n]{0,80}?((?:均)?符合[^。；;，\n]{0,40}?(?:标准|要求|规定|规则)(?:的?(?:要求|规定))?)/u,
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
      `^(?:[（(](?:盖章|公章|章)[)）])?\\s*((?=[^\\s]*${SIGNS})${BODY})\\s*(?:[（(](?:盖章|公章|章|\\p{Script=Han}{0,10}专用章)[)）])?(?:\\s+${DATE})?$`,
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
    meaning: 'productName',
    pattern: new RegExp(`${SENTENCE_START}${POINTING}${BRAND}(${GOODS})\\s*[（(](?:产品)?(?:型号|规格|款号|货号)`, 'u'),
  },
  {
    meaning: 'productName',
    pattern: new RegExp(`(?:这款|本款|该款|此款|本品|这个)${BRAND}(${GOODS})\\s*[（(]${AMOUNT}[）)]`, 'u'),
  },
  { meaning: 'modelSpec', pattern: new RegExp(`(?:这款|本款|该款|此款|这个)${GOODS}\\s*[（(](${AMOUNT})[）)]`, 'u') },
  {
    meaning: 'productName',
    pattern: new RegExp(`${SENTENCE_START}${POINTING}${BRAND}(${GOODS})的(?:第三方)?(?:检[验测]|质检|测试)报告`, 'u'),
  },
  {
    meaning: 'productName',
    pattern: new RegExp(
      `^[•·\\s\\d.、-]*(${GOODS})(?:${TESTED_PROPERTY})*(?:检[验测]|质检|测试)报告\\s*(?:[:：]\\s*[A-Za-z0-9]|[（(](?:报告)?编?号)`,
      'u',
    ),
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `[，,；;（(]\\s*((?=[^，。；]*(?:认证|检[验测]|质量|计量|质检|技术|监测))${BODY})\\s*(?=[，,；;。）)]|$)`,
      'u',
    ),
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `[，,；;]\\s*[是由]?((?=[^，。；]*(?:认证|检[验测]|质量|计量|质检|监测))${BODY})\\s*(?:出的|做的|给的|出具)`,
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
    meaning: 'productName',
    pattern:
      /(?:产品|的|我司|我社|我厂|我家|本店|该款|这款)\s*[“"「][^”"」]{1,12}[”"」]牌?(\p{Script=Han}{2,12}?)(?=已|经|由|于|获|通过|[，,（(])/u,
  },
  {
    meaning: 'conclusion',
    pattern:
      /检[验测][^。；\n]{0,80}?[，,]((?:均|全部)?(?:符合|满足)[^。；;，\n]{0,60}?(?:标准|要求|规定)(?:的?要求)?)(?=[。；;，]|$)/u,
    weak: true,
  },
  {
    meaning: 'productName',
    pattern: new RegExp(
      `${SENTENCE_START}${POINTING}${BRAND}(${GOODS})的(?:3C|CCC|CQC|CE|有机(?:产品)?)?(?:认证)?证书(?:编号|号)`,
      'u',
    ),
  },
  {
    meaning: 'productName',
    pattern: new RegExp(
      `(?:我们|我司|本店|本公司|公司|我家)的(${GOODS})(?:已|均|全部|都)?(?:取得|获得|通过|荣获)`,
      'u',
    ),
  },
  {
    meaning: 'productName',
    pattern: new RegExp(
      `${SENTENCE_START}${POINTING}${BRAND}(${GOODS})\\s*[（(]${AMOUNT}[）)]\\s*(?:已|经|送|由|通过|的|做|在|于|均|也)`,
      'u',
    ),
  },
  {
    meaning: 'modelSpec',
    pattern: new RegExp(
      `${SENTENCE_START}${GOODS}\\s*[（(](${AMOUNT})[）)]\\s*(?:已|经|送|由|通过|的|做|在|于|均|也)`,
      'u',
    ),
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
  {
    meaning: 'productName',
    pattern: new RegExp(
      `${SENTENCE_START}${POINTING}${BRAND}(${GOODS})的?(?:检[验测]|质检)报告(?:来了|出来|出了|在这|都有|给大家)`,
      'u',
    ),
  },
  { meaning: 'issuingBody', pattern: new RegExp(`(?:在|于)(${BODY})(?:做|进行|完成)(?:的|了)?(?:检[验测]|测试)`, 'u') },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`(${DATE})\\s*[^，。；]{0,30}?(?:做的|做了|进行的?|完成的?)(?:检[验测]|测试)`, 'u'),
    weak: true,
  },
  {
    meaning: 'productName',
    pattern: new RegExp(`[“"「](${GOODS})[”"」]\\s*[（(](?:产品)?(?:型号|规格|款号|货号)`, 'u'),
  },
  {
    meaning: 'productName',
    pattern: new RegExp(`(?:[这该本]批次?|这款|本款|该款)${BRAND}(${GOODS})(?:由|经|送|已)`, 'u'),
  },
  {
    meaning: 'productName',
    pattern: new RegExp(
      `(?:这款|本款|该款|此款)${BRAND}(${GOODS})(?:做过|做了|也?有|通过了|送检|送过|是有|检[验测]过)[^。；\\n]{0,12}(?:检[验测]|质检|报告|证)`,
      'u',
    ),
  },
  {
    meaning: 'productName',
    pattern: new RegExp(
      `^(?:【[^】]{2,12}】|[•·\\d.、\\s-])*(${GOODS})\\s*(?:${AMOUNT})?\\s+(?:检[验测]|质检)?(?:报告|证书)编?号`,
      'u',
    ),
  },
  {
    meaning: 'modelSpec',
    pattern: new RegExp(
      `^(?:【[^】]{2,12}】|[•·\\d.、\\s-])*${GOODS}\\s+(${AMOUNT})\\s+(?:检[验测]|质检)?(?:报告|证书)编?号`,
      'u',
    ),
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
    meaning: 'productName',
    pattern: new RegExp(`${SENTENCE_START}${POINTING}${BRAND}(${GOODS})(?:送检于|送检至)`, 'u'),
  },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`(${DATE})\\s*(?:出(?:的|具)?(?:的)?(?:检[验测])?报告|出的|出证|拿证)`, 'u'),
    weak: true,
  },
  {
    meaning: 'productName',
    pattern: /[”"」]牌(\p{Script=Han}{2,12}?)(?=已|经|由|于|获|荣获|通过|取得|顺利|[，,（(])/u,
  },
  {
    meaning: 'productName',
    pattern:
      /[，。；\s](?!产品|样品|商品|规格|主|系列|认证|获证)(\p{Script=Han}{2,8}?)(?:的)?(?:款号|货号|型号)(?:是|为)?(?=[A-Za-z0-9])/u,
    weak: true,
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `[是由]((?=[^，。；]*(?:检[验测]|质检|质量|计量|监测))${BODY})(?:检[验测]?的|测的|做的|出的)`,
      'u',
    ),
  },
  {
    meaning: 'productName',
    pattern: new RegExp(`${SENTENCE_START}${POINTING}(${GOODS})是${BODY}(?:检|测|做的|出的)`, 'u'),
  },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`^${BODY}\\s+(${DATE})$`, 'u'),
    weak: true,
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(`(?:^|(?<![:：]\\s*)[\\s　])((?=[^\\s]*${SIGNS})${BODY})(?=[\\s　])`, 'u'),
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
];
