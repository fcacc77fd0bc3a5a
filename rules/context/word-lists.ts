/**
 * Titles of pages that list wordings for somebody who is to filter, forbid or avoid them: nothing on such a page is offered.
 * Data: titles that are told so, and titles with the same characters that are not; a test walks them all.
 */
export const WORD_LIST_TITLES: { pattern: RegExp; decides: readonly string[]; spares: readonly string[] } = {
  pattern:
    /(?:违规|违禁|禁用|禁止|敏感|极限|过滤|屏蔽|拦截|黑名单|垃圾|作弊|广告法)[^，。\s|｜_·—-]{0,4}(?:用?词|词[表库条汇]|关键[词字]|用语|短语)|(?:垃圾|诈骗|骚扰)(?:短信|信息|邮件|评论)(?:样本|特征|规则|过滤|分类|识别)|(?:过滤|屏蔽|拦截)规则|(?:内容|广告|信息)审核规则/,
  decides: [
    '小红书违禁词大全',
    '平台违规词汇',
    '广告法禁用极限用语',
    '敏感词库.txt',
    '群消息过滤词',
    '考试作弊类词表',
    '垃圾短信规则',
    '广告审核规则',
  ],
  spares: [
    '关键词排名优化',
    '过滤器检测报告办理',
    '屏蔽材料检测',
    '杜绝违规，资质代办',
    '敏感皮肤检测报告办理',
    '禁止转让',
    '垃圾处理资质代办',
    'ISO9001体系认证审核规则_快速拿证',
    '杜绝违规｜关键词优化 资质代办',
  ],
};

/** What an offer cannot do without: with it a title silences nothing, whatever it says. */
export const OFFER_SIGNS: { pattern: RegExp; decides: readonly string[]; spares: readonly string[] } = {
  pattern:
    /1[3-9]\d[\d*x]{8}|0\d{2,3}[-—]\d{7,8}|400[-—]?\d{3}|加(?:我|V|v|微)|[微威]信(?:号|同号)?[：:]|(?:在线|免费|立即|马上|点击|电话)咨询|咨询(?:电话|热线|微信)|服务热线|立即(?:购买|下单|办理)|加入购物车|联系客服|[¥￥]\s?\d/i,
  decides: [
    '电话 13800000000',
    '热线：0595-22000000',
    '400-800-0000',
    '加微信领取报价',
    '在线咨询',
    '加入购物车',
    '￥39.00',
    '微信：zs0000',
  ],
  spares: ['咨询', '电话联系厂家', '微信群', '100%', '订单号 20231300000000', '购买办理代发'],
};

/** The words by which a title says that its page lists wordings; undefined where it says nothing of the kind, or something is for sale. */
export function wordListTitle(title: string, text: string): string | undefined {
  const words = WORD_LIST_TITLES.pattern.exec(title)?.[0];
  return words === undefined || OFFER_SIGNS.pattern.test(text) ? undefined : words;
}
