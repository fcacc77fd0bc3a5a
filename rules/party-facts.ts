import { anyOf, inRow, named } from '../utils/base/pattern-parts.ts';
/** What a page can say of who stands behind it (当事人). */
export const PARTY_FACTS = [
  'licence',
  'name',
  'creditCode',
  'registeredAddress',
  'businessAddress',
  'shop',
  'shopId',
  'operator',
  'icpNumber',
  'contact',
] as const;
export type PartyFactKind = (typeof PARTY_FACTS)[number];

/** One way in which pages write a fact; the group `value` is what is read. */
export interface PartyPattern {
  fact: PartyFactKind;
  /** Over a line of text, or over the address where `inAddress` says so. Every repetition is bounded. */
  pattern: RegExp;
  inAddress?: true;
  source: string;
  reads: readonly (readonly [text: string, value: string])[];
  misses: readonly string[];
}

const SEEN = '平台经营者信息页、亮照页和自建网站页脚的通行写法，例句为自拟';
const BY_LAW = '《电子商务法》第十五条要求公示营业执照信息或者其链接标识；写法为通行写法，例句为自拟';

export const PARTY_PATTERNS: readonly PartyPattern[] = [
  {
    fact: 'licence',
    pattern: anyOf(
      'gu',
      named(
        'value',
        /(?:查看|公示|展示|亮照|电子|经营者)[^。；，\n]{0,4}营业执照|营业执照(?:公示|信息|亮照)/u,
        /(?<!办理?)经营证照|亮照经营|工商亮照/u,
        /(?<!\p{Script=Han})(?:工商)?营业执照(?:注册)?号?码?\s{0,2}[：:]\s{0,2}[0-9A-Z][0-9A-Z-]{5,24}/u,
      ),
    ),
    source: BY_LAW,
    reads: [
      ['店铺首页 查看营业执照 联系客服', '查看营业执照'],
      ['亮照经营', '亮照经营'],
      ['营业执照：91350100M000100Y43', '营业执照：91350100M000100Y43'],
    ],
    misses: ['代办营业执照，三天下证', '请准备营业执照复印件', '办理经营证照'],
  },
  {
    fact: 'name',
    pattern: anyOf(
      'gu',
      inRow(
        /(?<!\p{Script=Han})(?:企业名称|公司名称|公司全称|主体名称|经营者名称|经营主体|商户名称|商家名称|单位名称|执照名称|名称)/u,
        /\s{0,3}[：:]?\s{0,3}/u,
        named(
          'value',
          /[\p{Script=Han}（）()·A-Za-z0-9&]{2,40}?(?:公司|商行|工作室|经营部|服务部|中心|事务所|合作社|研究院|商店|店|厂)/u,
        ),
        /(?![\p{Script=Han}])/u,
      ),
    ),
    source: SEEN,
    reads: [
      ['企业名称：泉州某某检测技术有限公司', '泉州某某检测技术有限公司'],
      ['经营者名称\n某某（厦门）认证服务有限公司\n', '某某（厦门）认证服务有限公司'],
      ['名称: 丰泽区某某信息咨询服务部', '丰泽区某某信息咨询服务部'],
    ],
    misses: ['产品名称：某某公司牌插座', '企业名称：泉州**公司', '企业名称变更登记代办'],
  },
  {
    fact: 'creditCode',
    pattern:
      /(?:信用代码|营业执照(?:注册)?号?码?|注册号)(?:\s{0,2}[（(/][^）)\n：:]{0,12}[）)]?)?\s{0,3}[：:]?\s{0,3}(?<value>[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Za-z])/g,
    source: 'GB 32100—2015 的结构；写法为通行写法',
    reads: [
      ['统一社会信用代码：91350100M000100Y43', '91350100M000100Y43'],
      ['统一社会信用代码/注册号 91110000101623741K', '91110000101623741K'],
    ],
    misses: ['统一社会信用代码：9135********100Y43', '身份证号：350500199001011234', '代码 91350100M000100Y43A'],
  },
  {
    fact: 'registeredAddress',
    pattern:
      /(?<!\p{Script=Han})(?:住所|注册地址|登记地址)\s{0,3}[：:]\s{0,3}(?<value>\p{Script=Han}{2}[^\n；;|｜。]{3,80})/gu,
    source: SEEN,
    reads: [['住所：福建省泉州市丰泽区某某路 1 号\n', '福建省泉州市丰泽区某某路 1 号']],
    misses: ['注册地址：https://example.cn/register', '虚拟注册地址：可提供'],
  },
  {
    fact: 'businessAddress',
    pattern:
      /(?<!\p{Script=Han})(?:经营场所|经营地址|实际经营地址?|公司地址|联系地址|办公地址|地址)\s{0,3}[：:]\s{0,3}(?<value>\p{Script=Han}{2}[^\n；;|｜。]{0,60}(?:路|街|道|巷|号|村|镇|园|楼|层|室|座|栋)[^\n；;|｜。]{0,20})/gu,
    source: SEEN,
    reads: [['地址：泉州市丰泽区某某街 8 号 3 楼', '泉州市丰泽区某某街 8 号 3 楼']],
    misses: ['下载地址：某某路径', '地址：www.example.cn', '收货地址：泉州市丰泽区某某街 8 号'],
  },
  {
    fact: 'shop',
    pattern:
      /(?<!\p{Script=Han})(?:店铺名称?|店铺|店名|商店名称|掌柜|卖家)\s{0,2}[：:]\s{0,3}(?!进入|收藏|关注|评分|联系|查看|全部)(?<value>[^\s，。；：:|｜<>]{2,40})/gu,
    source: SEEN,
    reads: [
      ['店铺：某某检测专营店', '某某检测专营店'],
      ['掌柜: 优品某某', '优品某某'],
    ],
    misses: ['店铺：进入店铺', '网店店铺装修', '开店铺：三步'],
  },
  {
    fact: 'shop',
    pattern:
      /(?<![\p{Script=Han}A-Za-z0-9])(?!(?:进入|官方|天猫|京东|淘宝|品牌|本店|查看|收藏|关注){1,3}(?:旗舰|专营|专卖|企业)店)(?<value>[\p{Script=Han}A-Za-z0-9]{2,20}(?:旗舰店|专营店|专卖店|企业店))(?![\p{Script=Han}A-Za-z0-9])/gu,
    source: SEEN,
    reads: [['首页 某某质检旗舰店 关注', '某某质检旗舰店']],
    misses: ['进入旗舰店', '官方旗舰店', '本店是某某旗舰店的分店'],
  },
  {
    fact: 'shopId',
    pattern:
      /(?<!\p{Script=Han})(?:店铺|商家|卖家|商户)\s?(?:ID|id|编号|号码?)\s{0,2}[：:]\s{0,2}(?<value>[A-Za-z0-9_-]{4,32})/gu,
    source: SEEN,
    reads: [['商家编号：88001234', '88001234']],
    misses: ['商家编号：见右', '商品编号：88001234'],
  },
  {
    fact: 'shopId',
    inAddress: true,
    pattern: /[?&](?:shop|mall|seller|store|merchant)_?id=(?<value>[A-Za-z0-9_-]{3,32})/gi,
    source: '网店地址的通行写法',
    reads: [['https://example.cn/item?shop_id=60012345&x=1', '60012345']],
    misses: ['https://example.cn/item?id=60012345', 'https://example.cn/item?shopid='],
  },
  {
    fact: 'shopId',
    inAddress: true,
    pattern: /(?:\/\/|\/(?:shop|store|mall)[-/])(?<value>(?:shop)?\d{5,20})(?=[./?#]|$)/g,
    source: '网店地址的通行写法',
    reads: [
      ['https://shop123456789.example.cn/', 'shop123456789'],
      ['https://example.cn/shop/60012345', '60012345'],
    ],
    misses: ['https://example.cn/shopping', 'https://example.cn/news/60012345'],
  },
  {
    fact: 'operator',
    pattern:
      /(?:版权所有|©|\(c\)|Copyright|主办单位|主办者|运营(?:单位|主体|方))[^\p{Script=Han}\n]{0,40}(?<value>[\p{Script=Han}（）()·]{2,40}?(?:公司|商行|工作室|经营部|服务部|中心|事务所|合作社|研究院))(?!\p{Script=Han})/giu,
    source: SEEN,
    reads: [
      ['版权所有 © 2020-2026 泉州某某检测技术有限公司', '泉州某某检测技术有限公司'],
      ['主办单位：某某信息咨询有限公司', '某某信息咨询有限公司'],
    ],
    misses: ['版权所有，侵权必究', '技术支持：某某网络科技有限公司', 'Copyright 2026 Example Ltd.'],
  },
  {
    fact: 'icpNumber',
    pattern:
      /(?<value>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川蜀宁琼]ICP[备证]\s?\d{6,10}号(?:-\d{1,3})?)/gi,
    source: '备案号的结构：省份简称、ICP 备、6 至 10 位数字、号、可带序号',
    reads: [
      ['闽ICP备12345678号-1', '闽ICP备12345678号-1'],
      ['备案：蜀ICP备08088888号', '蜀ICP备08088888号'],
    ],
    misses: ['ICP备案代办', '闽ICP备1234号', '闽公网安备 35050000000000号'],
  },
  {
    fact: 'contact',
    pattern:
      /(?:电话|热线|手机(?:号码?)?|联系方式|手机微信|Tel)\s{0,2}[：:]\s{0,3}(?<value>(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|(?:\(?0\d{2,3}\)?[- ]?)\d{7,8}|400[- ]?\d{3,4}[- ]?\d{3,4}))(?!\d)/gi,
    source: SEEN,
    reads: [
      ['联系电话：0595-22220000', '0595-22220000'],
      ['服务热线: 400-000-0000', '400-000-0000'],
    ],
    misses: ['电话：138****0000', '编号：13800000000', '电话咨询请留言'],
  },
  {
    fact: 'contact',
    pattern:
      /(?<![A-Za-z\p{Script=Han}])(?<value>(?:微信号?|QQ号?)\s{0,2}[：:]\s{0,2}[A-Za-z0-9][A-Za-z0-9_-]{4,19})(?![A-Za-z0-9_.])/gu,
    source: SEEN,
    reads: [['微信：abc_12345', '微信：abc_12345']],
    misses: ['微信：扫码添加', '企业微信：演示版本'],
  },
];

/** Words that, near before a name or code, say whose it is: a certificate's holder is not yet who runs the page. */
export const OF_CERTIFICATE = /证书|报告|获证|持证|委托|受检|送检|生产者|制造商|检[验测]结论/g;
export const OF_PARTY = /营业执照|证照|亮照|经营者|店铺|商家|掌柜|公示|主办|版权|备案|关于我们|联系我们/g;
