/** What kind of page speaks: only an ordinary page's own words are its claims. */
export interface PageFrame {
  host: string;
  title: string;
  kind:
    | 'ordinary'
    | 'regulator'
    | 'news'
    | 'judgement'
    | 'rule-list'
    | 'warning'
    | 'reference'
    | 'discussion'
    | 'search-results';
  /** The words that showed the kind. */
  reason?: string;
}

interface Sign {
  pattern: RegExp;
  weight: number;
}

type Kind = Exclude<PageFrame['kind'], 'ordinary'>;

/** Signs by kind. A title weighs by itself; words of the text must add up, so that one official-looking line does not. */
const SIGNS: Readonly<Record<Kind, { title: RegExp; titleWeight: number; text: readonly Sign[] }>> = {
  judgement: {
    title: /(?:行政处罚|不予处罚|复议)决定书?|判决书|裁定书|处罚信息公示|裁判文书/,
    titleWeight: 3,
    text: [
      { pattern: /行政处罚决定书|判决书|裁定书/, weight: 2 },
      { pattern: /本院认为|本局认为|本机关认为/, weight: 2 },
      { pattern: /(?:当事人|原告|被告人?)[：:（\s]/, weight: 1 },
      { pattern: /违法事实|处罚依据|处罚(?:内容|结果|种类)|案件名称/, weight: 1 },
      { pattern: /〔20\d\d〕\s*\d+\s*号|\(20\d\d\)[^\s]{2,12}号/, weight: 1 },
      { pattern: /作出如下(?:行政处罚|判决|决定)|判决如下/, weight: 2 },
      { pattern: /案情|争议焦点|裁判(?:要旨|理由|结果)|以案说法/, weight: 2 },
      { pattern: /律师(?:建议|说法|提示|观点|事务所)|法院认为|败诉|驳回/, weight: 1 },
    ],
  },
  regulator: {
    title:
      /(?:局|委|厅|政府|总局|监管所|办公室|消委会|消费者协会|消保委)[^。]{0,30}(通知|公告|通报|提示|提醒|警示|方案|意见|告诫|倡议|行动|解读|曝光|公布|约谈)|专项整治|行政指导书|告诫书|审查提示/,
    titleWeight: 3,
    text: [
      { pattern: /[〔［[]20\d\d[〕］\]]\s*\d+\s*号/, weight: 2 },
      {
        pattern: /特此(?:通知|公告|通报|提示)|现(?:将|就|印发|予以)[^。]{0,30}(?:如下|公布|印发|通报|提示)/,
        weight: 2,
      },
      { pattern: /各(?:股室|科室|处室|市、县|县（市|有关单位|直属|区县|监管所)/, weight: 2 },
      { pattern: /市场监(?:督管理|管)(?:总)?局|认监委|市监局/, weight: 1 },
      { pattern: /贯彻落实|专项整治|执法人员|行政处罚|责令改正|依法查处/, weight: 1 },
      {
        pattern: /申报(?:条件|材料|主体|时间)|申报[^。]{0,12}(?:奖励|补助|补贴)/,
        weight: 2,
      },
      { pattern: /(?:奖励|补助|补贴|扶持)(?:资金|对象|标准)|给予[^。]{0,8}万元(?:奖励|补助|补贴)/, weight: 1 },
      { pattern: /管委会|财政局|工信局|发改委|科技局|农业农村局/, weight: 1 },
    ],
  },
  news: {
    title:
      /(?:新华网|人民网|央视|日报|晚报|晨报|早报|新闻|时报|澎湃|网讯|电视台|融媒|消费者报)|记者(?:暗访|调查|实测)|曝光|”调查/,
    titleWeight: 2,
    text: [
      {
        pattern: /本报(?:讯|记者)|(?:新华社|中新网|央视|人民网)[^。]{0,12}(?:讯|电)|网讯|[日电讯]（(?:记者|通讯员)/,
        weight: 2,
      },
      {
        pattern: /记者(?:在|以|从|向|来到|联系|随机|尝试|咨询|注意到|看到|发现|了解|暗访|采访|调查)|告诉记者/,
        weight: 2,
      },
      { pattern: /责任?编辑[：:]|责编[：:]|编辑[：:]|通讯员/, weight: 1 },
      { pattern: /来源[：:]|作者[：:]|记者\s[\u4e00-\u9fa5]{2,4}/, weight: 1 },
      { pattern: /据(?:悉|了解|介绍|报道)/, weight: 1 },
    ],
  },
  'rule-list': {
    title:
      /违禁词|禁用[词语]|敏感词|禁限售|违规(?:词|信息|行为|管理)|(?:平台|发布|管理|准入|商品|广告|内容|社区)[^。]{0,8}(?:规则|规范|细则|公约|标准)|管理办法|服务协议|广告法/,
    titleWeight: 3,
    text: [
      {
        pattern:
          /(?:不得|禁止|严禁)(?:(?!不得|禁止|严禁)[\s\S]){0,400}(?:不得|禁止|严禁)(?:(?!不得|禁止|严禁)[\s\S]){0,400}(?:不得|禁止|严禁)/,
        weight: 2,
      },
      { pattern: /第[一二三四五六七八九十]+条[\s\S]{1,600}第[一二三四五六七八九十]+条/, weight: 2 },
      { pattern: /扣分|下架|违规处理|处置措施|禁止发布/, weight: 1 },
    ],
  },
  warning: {
    title:
      /警惕|谨防|当心|防骗|风险提示|消费(?:提示|警示|提醒)|骗局|骗术|陷阱|避坑|套路|揭秘|辟谣|乱象|严正声明|郑重声明|切勿|别信|黑幕|产业链/,
    titleWeight: 3,
    text: [
      { pattern: /警惕|谨防|当心|切勿|不要轻信|勿轻信|擦亮/, weight: 1 },
      { pattern: /骗局|陷阱|受骗|上当|不法分子|黑中介|假证/, weight: 1 },
      { pattern: /12315|举报|官方(?:平台|渠道|网站)(?:查询|核实|核验)/, weight: 1 },
    ],
  },
  reference: {
    title:
      /百科|词条|维基|辞典|词典|题库|试题|试卷|论文|文库|学报|教案|课件|案例库|行业研究|(?:研究|深度|年度)报告|白皮书|年鉴/,
    titleWeight: 2,
    text: [
      { pattern: /参考(?:资料|文献)|外部链接|延伸阅读|脚注/, weight: 1 },
      { pattern: /投资要点|分析师|风险提示[：:]|评级[：:]/, weight: 2 },
      { pattern: /词条|义项|同义词|收录|本条目|编辑历史/, weight: 1 },
      { pattern: /摘\s?要[：:]|关键词[：:]|中图分类号|引言|基金项目/, weight: 1 },
      { pattern: /单选题|多选题|判断题|简答题|正确答案|参考答案|教学目标/, weight: 2 },
      { pattern: /是指|（英[语文]：|\([A-Z][a-z]+ [A-Z]?[a-z]+\)|（[A-Z][a-z]+ [A-Z]?[a-z]+）/, weight: 1 },
    ],
  },
  discussion: {
    title:
      /求助|论坛|社区|贴吧|问答|知乎|豆瓣|攻略|那些事|怎么选|值得吗|靠谱吗|是真的吗|能信吗|敢信|经验分享|日记|随笔|评论[：:]|[时社短锐]评|观点[：:]|评测|测评|误区|看懂/,
    titleWeight: 2,
    text: [
      { pattern: /楼主|[2-9]楼|回帖|跟帖|发表于|发表回复/, weight: 2 },
      { pattern: /赞同|最佳答案|回答\s?\d|提问[：:]|匿名用户/, weight: 2 },
      { pattern: /点赞|收藏|评论\s?\d|阅读\s?[\d.]+|浏览[：:]?\s?\d/, weight: 1 },
      { pattern: /作者[：:]|文\/|专栏|读者|编辑推荐|留言/, weight: 1 },
      { pattern: /踩(?:过|了)?坑|被坑|上当|别信|千万别|求(?:推荐|问|助)/, weight: 1 },
    ],
  },
  'search-results': {
    title:
      /热门搜索|热搜|搜索结果|搜索\s?[_|-]|知识标签|标签\s?[|·]|的相关(?:结果|内容|文章)|标签云|热门标签|全部标签|标签[_-]|站内搜索/,
    titleWeight: 3,
    text: [
      { pattern: /(?:为您|共|约|相关)[^。]{0,8}(?:找到|搜到)?[^。]{0,8}结果|网页\s图片\s(?:资讯|视频)/, weight: 1 },
      { pattern: /相关搜索|大家还(?:在)?搜|搜索历史|百度快照/, weight: 1 },
    ],
  },
};

/** Signs that the page sells; quoted contacts of a report weigh little, a call to buy weighs all. */
const SELLING: readonly Sign[] = [
  {
    pattern:
      /立即(?:咨询|购买|下单|办理|抢购)|马上(?:咨询|办理|下单)|加入购物车|免费咨询|在线(?:咨询|下单|报价)|点击咨询|私信咨询/,
    weight: 4,
  },
  {
    pattern:
      /加(?:我|客服)(?:微信|QQ)|加(?:V信?|v信?|VX|vx|威信|薇信)|(?:微信|V信|VX|vx|QQ)(?:号|同号)?[：:]?\s?[A-Za-z0-9][A-Za-z0-9_-]{5,}/,
    weight: 4,
  },
  { pattern: /欢迎(?:来电|咨询|致电|私信)/, weight: 1 },
  { pattern: /(?:加|添加)微信/, weight: 1 },
  {
    pattern: /(?:需要的|详情)?(?:私信|私聊|关注)我|主页有(?:联系方式|电话|微信)|同行可合作|名额有限|机不可失/,
    weight: 3,
  },
  { pattern: /1[3-9]\d[- ]?\d{4}[- ]?\d{4}/, weight: 1 },
  { pattern: /[¥￥]\s?\d|\d元起|低至\s?\d/, weight: 1 },
  { pattern: /我司|我公司|我们(?:公司|团队|专业|承诺|保证|可以|提供)|本店|本公司/, weight: 1 },
  { pattern: /月销|已售|人付款|好评率|店铺(?:首页|优惠)|代办|包邮/, weight: 1 },
];

const THRESHOLD = 3;
const READ = 20_000;

function weigh(signs: readonly Sign[], text: string): { weight: number; reason?: string } {
  let weight = 0;
  let reason: string | undefined;
  for (const sign of signs) {
    const match = sign.pattern.exec(text);
    if (!match) continue;
    weight += sign.weight;
    reason ??= match[0].slice(0, 20);
  }
  return { weight, ...(reason === undefined ? {} : { reason }) };
}

/**
 * The frame of a page from its host, its title and the beginning of its text. A public body's host decides alone; any other
 * page must show the form of its kind, and must not sell: an official-looking heading on a shop stays ordinary.
 */
export function pageFrame({ host, title, text }: { host: string; title: string; text: string }): PageFrame {
  const read = `${title}\n${text.slice(0, READ)}`;
  let selling: number | undefined;
  let best: { kind: Kind; weight: number; reason: string } | undefined;
  for (const kind of Object.keys(SIGNS) as Kind[]) {
    const signs = SIGNS[kind];
    const named = signs.title.exec(title);
    const shown = weigh(signs.text, read);
    const form = (named ? signs.titleWeight : 0) + shown.weight;
    if (form < THRESHOLD) continue;
    // What a report quotes of a seller is not the page's own selling.
    selling ??= weigh(SELLING, read.replace(/“[^”]{0,200}”/g, '“”')).weight;
    const weight = form - selling;
    if (weight >= THRESHOLD && weight > (best?.weight ?? 0)) {
      best = { kind, weight, reason: (named?.[1] ?? named?.[0])?.slice(0, 20) ?? shown.reason ?? title };
    }
  }
  if (best) return { host, title, kind: best.kind, reason: best.reason };
  if (/(?:^|\.)gov\.cn$/.test(host)) return { host, title, kind: 'regulator', reason: host };
  return { host, title, kind: 'ordinary' };
}
