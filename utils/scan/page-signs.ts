import { anyOf } from '../base/pattern-parts.ts';
import { offerOf, type ShownApproval, shownApprovals } from './shown-approvals.ts';

/** The page's own words that make its claims weigh more or less. Each is the first of its kind on the page, as written. */
export interface PageSigns {
  /** A licence, credit code, approval or qualification number that the page shows. */
  licence?: string;
  /** A price that is none: 标价 1 元引流, the real price is asked elsewhere. */
  tokenPrice?: string;
  /** A call to go on outside the platform: WeChat, QQ, a payment code. */
  offPlatformContact?: string;
  /** A telephone number: on a shop's page a way around the platform, on a firm's own site its ordinary contact. */
  telephone?: string;
  /** An offer of certification or testing. */
  offer?: string;
  /** Permission numbers that the page shows. */
  approvals?: readonly ShownApproval[];
}

/** Only a shown number or notice counts: 代办营业执照 and 资质认定证书办理 are offers. */
const LICENCE = new RegExp(
  [
    String.raw`(?:统一)?(?:社会)?信用代码(?:\s*[（(]注册号[）)])?\s*[：:]?\s*[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}`,
    String.raw`CNCA-RF?-\d{4}-\d{2,4}`,
    String.raw`(?:CMA|资质认定)[^。；\n]{0,12}?(?<!\d)\d{12}(?!\d)`,
    String.raw`CNAS\s?(?:L|IB|C)\s?\d{3,5}`,
    String.raw`(?:营业执照|许可证|批准书|批准号)(?:注册)?(?:编)?号?(?:码)?\s*[：:]\s*[0-9A-Z][0-9A-Z-]{5,}`,
    String.raw`(?:查看|公示|展示|亮照|电子|经营者)[^。；，\n]{0,4}营业执照|营业执照(?:公示|信息|亮照)|经营证照|亮照经营|工商亮照`,
  ].join('|'),
  'i',
);
const TOKEN_PRICE = anyOf(
  '',
  /(?<![\d.])[¥￥]\s?(?:0\.\d{1,2}|1(?:\.00?)?)(?![\d.,]|\s?[万千百亿])/,
  /(?<![\d.一二三四五六七八九十百千万])(?:0\.\d{1,2}|1|一)(?:元|块钱?)(?:起(?!步)|链接|一份|一张|拍下|引流|专拍|补差|包过|代办|订金|定金)/,
  /(?:拍|付|先付|仅需|只需|只要)\s?(?:0\.\d{1,2}|1|一)(?:元|块钱?)/,
);
const OFF_PLATFORM = anyOf(
  'i',
  /(?:加|添加|扫码加?|私聊|联系|咨询|详聊)(?:我|客服|老师|店主|老板|经理)?(?:的)?(?:微信|微[❤♥💓]|V信|VX|V❤|威信|薇信|薇芯|徽信|卫星|QQ|扣扣)/,
  /(?:微信|V信|VX|威信|薇信|薇芯|QQ|扣扣)(?:号码?|同号|同步|联系)?\s?[：:]?\s?[A-Za-z0-9][A-Za-z0-9_-]{4,19}(?![A-Za-z0-9_.])/,
  /(?:加|十|➕|\+)\s?(?:V|v|VX|vx|薇|威)(?:[：:]|$|聊|详|咨询)|支付宝(?:付款|转账|收款码|口令)|(?:私下|线下)(?:付款|转账|交易|打款)/,
  /(?:扫|加)二维码(?:付款|转账|加好友)/,
);
const TELEPHONE = /(?<!\d)(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|(?:0\d{2,3}[- ])\d{7,8}|400[- ]?\d{3,4}[- ]?\d{3,4})(?!\d)/;

/** Longest text that is read: a page's offer and its footer stand in it, and a hostile one costs no more. */
const READ = 200_000;

/** The signs of a page from its plain text, as the reader sees it; a sign that is not there is absent. */
export function readPageSigns(text: string): PageSigns {
  const read = text.slice(0, READ);
  const approvals = shownApprovals(read);
  const found: [keyof PageSigns, string | undefined][] = [
    ['licence', LICENCE.exec(read)?.[0]],
    ['tokenPrice', TOKEN_PRICE.exec(read)?.[0]],
    ['offPlatformContact', OFF_PLATFORM.exec(read)?.[0]],
    ['telephone', TELEPHONE.exec(read)?.[0]],
    ['offer', offerOf(read)],
  ];
  return {
    ...Object.fromEntries(found.flatMap(([sign, quote]) => (quote === undefined ? [] : [[sign, quote.trim()]]))),
    ...(approvals.length > 0 ? { approvals } : {}),
  };
}

/** The signs of a page that is made of several frames: of each kind the first, and all permission numbers. */
export function joinPageSigns(frames: readonly PageSigns[]): PageSigns {
  const approvals = new Map(
    frames.flatMap((frame) => frame.approvals ?? []).map((approval) => [approval.number, approval]),
  );
  return {
    ...Object.assign({}, ...[...frames].reverse()),
    ...(approvals.size > 0 ? { approvals: [...approvals.values()] } : {}),
  };
}
