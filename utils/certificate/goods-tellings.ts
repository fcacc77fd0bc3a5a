import { BODY } from './chinese-tellings.ts';
import type { Telling } from './read-telling.ts';

/** Goods as a sentence names them, and what is said before the name: this one, ours, the brand. */
const GOODS = '[\\p{Script=Han}A-Za-z0-9·]{2,24}?';
const POINTING =
  '(?:这是|就是|是)?(?:(?:我们家?|咱们?家?|自家|本店|本公司|我司|小店)(?:的|销售的|生产的)?)?(?:这款|本款|该款|此款|这个|[这该本]批次?|批次|这|所售|销售的|生产的)?';
const BRAND = '(?:[\\p{Script=Han}A-Za-z0-9]{1,8}(?:牌|®))?';
const SENTENCE_START = '(?:^|[，。；：:！!、】\\s])';
const AMOUNT =
  '\\d{1,8}(?:\\.\\d{1,8})?\\s{0,4}(?:ml|mL|L|l|升|毫升|kg|g|克|公斤|千克|斤|寸|英寸|cm|mm|厘米|米|片|抽|支|枚|码|号|A|V|W|mAh|孔|色|张|节|层|件套|包|粒|盒|只|双|条)';
/** What a report was about, between the goods and the word report. */
const TESTED_PROPERTY =
  '甲醛(?:释放量?)?|阻燃(?:性能)?|抗菌(?:性能)?|防[水火霉滑螨蛀](?:性能)?|重金属|有害物质|耐[磨热](?:性能)?|环保|安全|性能|质量|第三方|全项|型式|委托|理化|微生物|能效|盐雾|成分|纤维(?:含量|成分)|色牢度|pH值?|含水率|强力|起球|缩水率|铅含量|塑化剂|邻苯二甲酸酯|农残|农药残留|噪[声音]|功率|耐压|电气安全|电磁兼容|EMC|RoHS|能耗|净化效率|除菌率?|毒理|防晒|营养成分|添加剂';

/** Which goods a sentence speaks of, and which model of them. In the order in which they are tried. */
export const GOODS_TELLINGS: readonly Telling[] = [
  {
    meaning: 'modelSpec',
    pattern: /(?:型号|规格|款号|货号)(?:规格|型号)?(?:为|是|:|：)?\s*([A-Za-z0-9φΦ][A-Za-z0-9\-/.+*×（()）]{1,40})/u,
  },
  {
    meaning: 'productName',
    pattern:
      /(?:生产的|销售的|所售的?|经销的|本款|该款|推出的|研发的|旗下|送检的|制造的)\s{0,4}[“"]?([^，。；（()）“”"的]{2,24}?)[”"]?\s{0,4}(?=[（(，,]|已|经|获|通过|于|取得|产品|顺利|型号)/u,
  },
  {
    meaning: 'productName',
    pattern: /产品\s*[“"「]([^”"」]{2,24})[”"」](?!\p{Script=Han}{2,12}(?:已|经|由|于|获|通过))/u,
  },
  { meaning: 'productName', pattern: /(?:本|该|此)产品[（(]([^，。；（()）]{2,24})[，,；;）)]/u },
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
    meaning: 'productName',
    pattern:
      /(?:产品|的|我司|我社|我厂|我家|本店|该款|这款)\s*[“"「][^”"」]{1,12}[”"」]牌?(\p{Script=Han}{2,12}?)(?=已|经|由|于|获|通过|[，,（(])/u,
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
    meaning: 'productName',
    pattern: new RegExp(
      `${SENTENCE_START}${POINTING}${BRAND}(${GOODS})的?(?:检[验测]|质检)报告(?:来了|出来|出了|在这|都有|给大家)`,
      'u',
    ),
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
      `^(?:【[^】]{2,12}】|[•·\\d.、\\s-])*(${GOODS})\\s{0,4}(?:${AMOUNT})?\\s{1,4}(?:检[验测]|质检)?(?:报告|证书)编?号`,
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
    meaning: 'productName',
    pattern: new RegExp(`${SENTENCE_START}${POINTING}${BRAND}(${GOODS})(?:送检于|送检至)`, 'u'),
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
    meaning: 'productName',
    pattern: new RegExp(`${SENTENCE_START}${POINTING}(${GOODS})是${BODY}(?:检|测|做的|出的)`, 'u'),
  },
  {
    meaning: 'productName',
    pattern:
      /(?:公司|我司|我厂|我社|企业)(?:生产的|的)?(?:[A-Za-z0-9-]+系列)?(\p{Script=Han}{2,12}?)(?:顺利|成功|正式)?(?:通过|获得|取得|荣获)/u,
    weak: true,
  },
  {
    meaning: 'productName',
    pattern: new RegExp(`${SENTENCE_START}(${GOODS})(?:[（(][^）)]{1,12}[）)])?由${BODY}(?:检|测)`, 'u'),
  },
  {
    meaning: 'productName',
    pattern: /(?:我们的|我家的|本店的|我司的)(\p{Script=Han}{2,12}?)(?:种植|产自|生长|选用|采用|来自|选自)/u,
    weak: true,
  },
  {
    meaning: 'productName',
    pattern: new RegExp(`(?:测的是|检的是|送检的是|样品是|样品为)(${GOODS})(?=[\\s，。；（(]|$)`, 'u'),
  },
];
