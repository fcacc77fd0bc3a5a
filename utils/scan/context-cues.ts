import type { Disposition } from './finding.ts';

/**
 * The words that make a finding cited or negated. Data: every cue has sentences in which it decides and sentences in which
 * the same characters must not, with 〈…〉 around the finding; a test walks them all.
 */
export interface Cue {
  name: string;
  disposition: Exclude<Disposition, 'claim'>;
  /** Which part of the block is read: everything before or after the finding in its clause or in its sentence. */
  part: 'clauseBefore' | 'sentenceBefore' | 'clauseAfter' | 'sentenceAfter';
  /** The first group, or else the whole match, is the reason shown. */
  pattern: RegExp;
  /** Characters between the cue and the finding, at most; list items between 、 are not counted. */
  reach: number;
  decides: readonly string[];
  spares: readonly string[];
}

/** Wordings that look like a cue and are none; blanked before cues are looked for. */
export const NO_CUE =
  /不仅|不但|不只|不光|不单|不止|非但|不得不|无不|难道不|不得已|不能不|不会不|不用|不需要?|不必|不等|不愁|不限|不论|不管|不二|不过|不错|不断|不久|不同|不少|不足|(?<!做)不到|不超过?|不变|不满意|不收费|不加价|不成功|不通过|不套路|没问题|无忧|无需|无须|打击力度|查处力度|整治力度|处罚力度|防范风险|未来|没过|别人|别家|特别|区别|级别/g;

/** A cue that is itself denied says nothing: 绝无套路, 拒绝骗局, 不怕被罚. */
export const DENIED_CUE = /(?:无|没有?|非|零|0|拒绝|远离|绝无|杜绝|避免|以免|防止|免|怕|并?不是?)$/;

const SAYS =
  '(说|拍胸脯|夸口|称|表示|宣称|声称|自称|承诺|许诺|保证|宣传|打出|标注|标称|写着|写明|发布|推出|推销|兜售|叫卖|招揽|回复|告诉|介绍|推荐)';
const OTHERS =
  '(?:(?:某|该|这家|那家|一些|部分|有的|有些|不少|个别|多家|许多|很多|这些|涉事|涉案|上述|此类|一家|无证|无资质|非法|不法|黑)[^，。]{0,6}(?:公司|机构|店|平台|人员|分子|人|中心|企业|工作室|网站|账号|客服)|商家|卖家|店家|网店|中介|对方|不法分子|骗子|当事人|被告人?|原告|有人)';

export const CUES: readonly Cue[] = [
  {
    name: 'forbidden',
    disposition: 'cited',
    part: 'clauseBefore',
    pattern:
      /不得|不准|不许|不允许|不应当?|不可(?!或缺|错过|多得|思议)以?|严禁|禁止|禁用|禁发|切勿|请勿|勿(?=轻信|听信|信|发布|使用|选择|购买)|(?:不要|别|莫)(?=再?(?:轻信|听信|相信|迷信|被|信|选|买|贪|找|使用|发布))/g,
    reach: 40,
    decides: [
      '平台内不得出现〈当天出证〉',
      '严禁商家使用权威认证、快速出证、〈检测包过〉等词',
      '请勿轻信〈当天出证〉的中介',
    ],
    spares: ['本店严禁造假，〈当天出证〉', '不得不说〈出证快〉', '不可错过的〈快速出证〉', '严禁虚假宣传 〈当天出证〉'],
  },
  {
    name: 'forbidden-list',
    disposition: 'cited',
    part: 'sentenceBefore',
    pattern: /(不得|严禁|禁止|禁用|不允许|不准)[^：:。]{0,30}(?:以下|下列|如下|包括|包含|例如|[：:])/g,
    reach: 120,
    decides: ['严禁发布下列内容：直出证书，〈当天出证〉', '禁用词如下：国家级，〈权威认证〉'],
    spares: ['禁止吸烟，〈当天出证〉'],
  },
  {
    name: 'warned',
    disposition: 'cited',
    part: 'clauseBefore',
    pattern:
      /谨防|警惕|当心|提防|谨慎对待|识破|揭秘|揭露|起底|曝光|抵制|严厉打击|打击|查处|惩治|取缔|清理|清查|整治|排查|严查|遏制|叫停|查获|破获|捣毁|通报|(?:下架|处罚|罚款|投诉|举报|立案)(?=一批|了|含|发布|宣称|涉|使用|在|以|[“"「『])|骗局|陷阱/g,
    reach: 30,
    decides: ['警惕〈当天出证〉骗局', '依法查处〈不送样检测〉行为', '下架了含有“〈当天出证〉”的链接'],
    spares: [
      '加大打击力度！〈当天出证〉',
      '警惕假证！我们〈直出证书〉',
      '被平台下架 〈当天出证〉救急',
      '绝无骗局〈当天出证〉',
    ],
  },
  {
    name: 'distanced',
    disposition: 'cited',
    part: 'clauseBefore',
    pattern:
      /所谓|网传|谣传|传言|谣言|实为|多为|无异于|等同于|涉嫌|号称|自称|声称|宣称|谎称|妄称|诡称|标榜|吹嘘|鼓吹|打着|冒充|假借|诱骗|误导|诱导|虚构|(?<![可所])以[“"「『]$/g,
    reach: 24,
    decides: ['所谓“〈直出证书〉”', '一些商家宣称〈当天出证〉', '打着〈权威认证〉的旗号'],
    spares: ['号称业内第一，〈当天出证〉'],
  },
  {
    name: 'said-by-others',
    disposition: 'cited',
    part: 'sentenceBefore',
    pattern: new RegExp(`${OTHERS}[^。：:]{0,20}?${SAYS}(?!：|:$)`, 'g'),
    reach: 24,
    decides: ['该公司在网店宣传〈当天出证〉', '部分中介承诺，〈三天拿证〉', '商家回复称可以〈不送样检测〉'],
    spares: ['我公司承诺〈当天出证〉', '公司承诺〈当天出证〉'],
  },
  {
    name: 'reported',
    disposition: 'cited',
    part: 'sentenceBefore',
    pattern:
      /记者|暗访|调查发现|经查|查明|据(?:悉|了解|报道|央视|媒体)|执法人员|民警|警方|检察机关|法院|本院|(?:市民|网友|消费者|群众|读者)[^，。]{0,6}(?:反映|投诉|举报|发现|遇到|被骗)|(?:凡是?|任何)[^，。]{0,8}(?:承诺|保证|宣传|推销|以[^，。]{0,8}名义)|如遇|郑重声明|严正声明/g,
    reach: 60,
    decides: [
      '记者在某平台搜索，发现〈当天出证〉的链接',
      '经查，其在网页发布〈直出证书〉',
      '任何承诺〈当天出证〉的都是骗子',
    ],
    spares: ['媒体推荐，〈当天出证〉', '任何产品都可〈当天出证〉'],
  },
  {
    name: 'denied',
    disposition: 'negated',
    part: 'clauseBefore',
    pattern:
      /(?:从|绝|决|概|均|也|暂|并)?不(?:再|会|予|对外)?(?:承诺|保证|确保|代办|代理|办理|受理|接受|承接|存在|从事|搞|属于|开展)|(?:从|绝|决|概|均|暂|并)不|不(?:以|作|做|对)(?:任何|各种|其他)|(?:没有|无)(?:任何|所谓|哪|一家|一个)|并非|绝非|并不是|谢绝|不敢/g,
    reach: 16,
    decides: [
      '我们从不承诺〈当天出证〉',
      '不以任何方式〈保证通过〉',
      '本中心不受理〈加急认证〉',
      '没有任何机构可以〈确保通过〉',
      '并非〈权威认证〉',
    ],
    spares: ['并非不能〈快速出证〉', '不办理入会也可〈当天出证〉', '从不拖延也能〈快速出证〉'],
  },
  {
    name: 'denied-at-once',
    disposition: 'negated',
    part: 'clauseBefore',
    pattern:
      /(?:不|没有|没|未|无法|不能|不会|不可能|难以|不支持|不提供|不做|不接|不是|拒绝|无)(?:再|能够?|可以|会|对外|对您|对客户|收费|代为)?(?:做到|实现|承诺|保证|提供|推出|开展|进行|获得|取得|通过|经过|是|为|有|属于|任何|所谓|那种|此类|这种|这类|什么|的|过|“|「|"|‘)*$/g,
    reach: 0,
    decides: [
      '我们不提供〈加急认证〉',
      '产品没有通过〈权威认证〉',
      '无法〈确保通过〉',
      '我们不是那种〈直出证书〉的中介',
    ],
    spares: ['不提供样品〈当天出证〉', '没有样品〈当天出证〉', '拒绝拖延〈快速出证〉', '不成功不收费〈确保通过〉'],
  },
  {
    name: 'named-as-wording',
    disposition: 'cited',
    part: 'clauseAfter',
    pattern:
      /^[^，。]{0,2}?[”"」』’]?(?:等|之类|这类|此类|这种|的)?[^，。]{0,6}?(字样|用语|词语|一词|的说法|的话术|话术|违法|违规|涉嫌|乱象|旗号|噱头|为名义?|为诱饵|幌子|骗局|陷阱|猫腻|黑产|产业链|虚假(?:广告|宣传|信息|承诺|认证)|不实)/g,
    reach: 0,
    decides: ['出现“〈当天出证〉”等字样', '〈当天出证〉的骗局', '“〈检测包过〉、确保通过”等涉嫌虚假广告信息'],
    spares: ['〈当天出证〉等服务', '〈当天出证〉绝无套路', '〈快速出证〉无陷阱'],
  },
  {
    name: 'called-false',
    disposition: 'cited',
    part: 'sentenceAfter',
    pattern:
      /^[^。]{0,20}?((?:是|属于?|系|均|都|皆|实为|其实|纯属|涉嫌|往往|多为|可能|已经?)[^，。]{0,6}(?:违法|违规|虚假|假冒|伪造|假的|假证|骗|误导|欺诈|套路|不可信|不靠谱)|不可信|不靠谱|不可取|行不通|违反|背后|与(?:本|我)[^，。]{0,8}无关|被(?:依法)?(?:查|处|罚|立案|约谈|曝光|通报|下架|取缔|判|抓|刑拘))/g,
    reach: 0,
    decides: [
      '〈直出证书〉其实是花钱买假证骗人',
      '〈当天出证〉属虚假宣传',
      '〈不送样检测〉被立案',
      '承诺〈检测包过〉的，均系假冒',
    ],
    spares: ['〈当天出证〉不怕被查', '〈直出证书〉不是骗人的'],
  },
  {
    name: 'advised-against',
    disposition: 'cited',
    part: 'sentenceAfter',
    pattern:
      /^[”"」』’]?(?:等|的|类|之类)[^。]{0,24}?(谨慎|警惕|勿信|勿轻信|轻信|当心|举报|投诉|远离|清理|下架|打击|查处|整治|处罚|不要相信|检查)/g,
    reach: 0,
    decides: [
      '宣传〈当天出证〉的，请谨慎选择',
      '对“〈直出证书〉”等信息进行检查清理',
      '〈当天出证〉的机构，请向我局举报',
    ],
    spares: ['〈当天出证〉，谨防假冒', '〈快速出证〉应对检查'],
  },
  {
    name: 'impossible',
    disposition: 'negated',
    part: 'clauseAfter',
    pattern: /^[”"」』’]?[^，。]{0,6}?(不可能|不现实|不存在|做不到|无法做到|无法实现|没有依据)/g,
    reach: 0,
    decides: ['〈当天出证〉是不可能的', '〈确保通过〉根本做不到'],
    spares: ['〈当天出证〉不是梦', '〈当天出证〉不在话下'],
  },
];

/** The page speaks for itself: first person, contact, price, call to act. Outweighs a heading or a page frame. */
export const SELLER_CUES =
  /(?:加|添加|扫码加?|联系|咨询)(?:我们?)?(?:微信|微❤|V信|VX|vx|威信|薇信|客服|QQ)|(?:微信|V信|VX|QQ|威信|薇信|手机|电话)(?:号|同号|同步)?[：: ]{0,2}[A-Za-z0-9_-]{6,}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}|[¥￥]\s?\d|\d+元(?:起|一份|\/份|包办)|立即(?:咨询|购买|下单|办理|抢购|申请)|马上(?:咨询|办理|下单)|(?:在线|免费|欢迎|来电|私信|点击)(?:咨询|下单|了解|报价)|加入购物车|我司|我公司|我们(?:公司|团队|可|能|提供|专业|承诺|保证)|本店|本公司(?!法定)|包邮|一站式|全国(?:可办|接单)|价格优惠|低价|官网可查/;
