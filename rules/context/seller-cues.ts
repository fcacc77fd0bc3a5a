import { anyOf } from '../../utils/base/pattern-parts.ts';
/** The page offers: a way to write to the seller, first person, a call to act. Outweighs the page's frame. */
export const OFFER_CUES = anyOf(
  '',
  /(?:加|添加|扫码加?|联系|咨询)(?:我们?)?(?:微信|微❤|V信|VX|vx|威信|薇信|客服|QQ)/,
  /(?:微信|V信|VX|QQ|威信|薇信)(?:号|同号|同步)?[：: ]{0,2}[A-Za-z0-9_-]{6,}|立即(?:咨询|购买|下单|办理|抢购|申请)/,
  /马上(?:咨询|办理|下单)|(?:在线|免费|欢迎|来电|私信|点击)(?:咨询|下单|报价)|加入购物车|我司|我公司|我们(?:公司|团队|可|能|提供|专业|承诺|保证)|本店/,
  /本公司(?!法定)|包邮|一站式|全国(?:可办|接单)/,
);

/** The block sells: an offer, a telephone or a price. Outweighs a heading; reports and notices name telephones and prices, too. */
export const SELLER_CUES = new RegExp(
  `${OFFER_CUES.source}|(?:手机|电话)(?:号|同号|同步)?[：: ]{0,2}[A-Za-z0-9_-]{6,}|1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|[¥￥]\\s?\\d|\\d元(?:起|一份|\\/份|包办)|(?:在线|免费|欢迎|点击)了解|价格优惠|低价|官网可查`,
);
