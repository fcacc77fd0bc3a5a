import type { Finding } from './finding.ts';

/** What makes a page's claims weigh more; each is a reason shown to the officer, none is a score. */
export type SupportSign =
  | 'strong-claim'
  | 'several-rules'
  | 'evasive-spelling'
  | 'hidden-claim'
  | 'no-licence'
  | 'token-price'
  | 'off-platform-contact';

export interface VerdictReason {
  sign: SupportSign;
  /** The page's own words, where there are any. */
  quote?: string;
}

/** What the product says of a page: a suspicion with its reasons. */
export interface Verdict {
  /** At least one claim. */
  flagged: boolean;
  strength: 'none' | 'weak' | 'strong';
  reasons: readonly VerdictReason[];
}

type Judged = Pick<Finding, 'disposition' | 'level' | 'ruleId' | 'hidden' | 'evasions'>;

/** What a seller of certification or testing has to show: licence, credit code, approval or qualification number. */
const LICENCE =
  /营业执照|统一社会信用代码|社会信用代码|CNCA-RF?-\d{4}-\d+|批准号|资质认定证书|CMA\s*(?:编号|证书|[：:]?\s*\d{11,12})|CNAS\s*(?:L|IB|C)\s?\d{3,5}|许可证(?:编)?号|亮照/;
/** 标价 1 元引流: the price shown is not the price asked. */
const TOKEN_PRICE =
  /(?<![\d.])[¥￥]\s?(?:0\.\d{1,2}|1(?:\.00?)?)(?![\d.,])|(?<![\d.])(?:0\.\d{1,2}|1|一)元(?:起|链接|一份|拍下|引流|专拍|补差)/;
const OFF_PLATFORM =
  /(?:加|添加|扫码加?|私聊|咨询)(?:我|客服|老师)?(?:的)?(?:微信|V信|v信|VX|vx|威信|薇信|薇芯|徽信|QQ|扣扣)|(?:微信|V信|v信|VX|vx|威信|薇信|薇芯|QQ|扣扣)(?:号|同号|同步)?[：: ]{0,2}[A-Za-z0-9_-]{5,20}|支付宝(?:付款|转账|收款码)|私下(?:付款|转账|交易)/;
const EVASIVE: ReadonlySet<string> = new Set([
  'separator',
  'look-alike',
  'pinyin',
  'initials',
  'homophone',
  'split-character',
  'invisible',
  'hidden-filler',
  'bidi',
  'vertical',
]);

/** The verdict on a page from its findings and its plain text; a page without a claim has no reasons. */
export function pageVerdict(findings: readonly Judged[], text: string): Verdict {
  const claims = findings.filter((finding) => finding.disposition === 'claim');
  if (claims.length === 0) return { flagged: false, strength: 'none', reasons: [] };

  const reasons: VerdictReason[] = [];
  const strong = claims.some((claim) => claim.level === 'strong');
  if (strong) reasons.push({ sign: 'strong-claim' });
  const several = new Set(claims.map((claim) => claim.ruleId)).size > 1;
  if (several) reasons.push({ sign: 'several-rules' });
  if (claims.some((claim) => claim.evasions.some((evasion) => EVASIVE.has(evasion))))
    reasons.push({ sign: 'evasive-spelling' });
  if (claims.some((claim) => claim.hidden)) reasons.push({ sign: 'hidden-claim' });
  if (!LICENCE.test(text)) reasons.push({ sign: 'no-licence' });
  for (const [sign, pattern] of [
    ['token-price', TOKEN_PRICE],
    ['off-platform-contact', OFF_PLATFORM],
  ] as const) {
    const quote = pattern.exec(text)?.[0];
    if (quote !== undefined) reasons.push({ sign, quote });
  }
  // Weak wordings are honest agencies' too (出证快); only together with what supports them do they weigh as a strong one.
  const supported = several && reasons.some(({ sign }) => sign === 'token-price' || sign === 'off-platform-contact');
  return { flagged: true, strength: strong || supported ? 'strong' : 'weak', reasons };
}
