import type { ClauseParts } from './clause.ts';
import type { Surroundings } from './context.ts';

/** Schemes and papers of the trade that are known by a name of their own. */
const SCHEME = 'ISO|CCC|3C|CMA|CNAS|HACCP|ITSS|CCRC|DCMM|CMMI|BSCI|SA8000|UN38|MSDS|REACH|贯标|AAA|绿色食品|碳足迹';
/** Words of the certification trade alone; 检测 and 报告 belong to vehicles, medicine and software as well. */
const TOPIC = new RegExp(`认证|质检|证书|资质|体系|验厂|商检|\\bCE\\b|\\bFCC\\b|RoHS|${SCHEME}`, 'i');
/** Words by which a sentence that also names another trade is still about certification or testing. */
const TRADE_BESIDE = new RegExp(
  `体系|FCC|RoHS|质检|检测报告|检验报告|产品认证|验厂|商检|认证(?:代办|办理|咨询|公司|服务|机构|证书办)|[、/|，]认证|认证[、/|，]|${SCHEME}`,
  'i',
);
/** Shorter words name another trade in their own clause only. */
const NAMES_A_TRADE = 3;
/** Words that no other trade has. */
const TRADE = new RegExp(`检验检测|体系认证|产品认证|认证证书|质检报告|检测报告|验厂|${SCHEME}`, 'i');
const patterns = new WeakMap<readonly string[], RegExp>();

/** Finds any of the words, the longest at each place; made once for each list. */
function anyOfWords(words: readonly string[]): RegExp {
  let pattern = patterns.get(words);
  if (!pattern) {
    const longestFirst = [...words].sort((a, b) => b.length - a.length);
    pattern = new RegExp(
      longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|') || '(?!)',
      'g',
    );
    patterns.set(words, pattern);
  }
  return pattern;
}

/** The first of the words that stands in the clause outside the match or across its edge (认可〈检测〉司). */
function besideOrAcross(
  words: RegExp,
  matched: string,
  { clauseBefore, clauseAfter }: ClauseParts,
): string | undefined {
  const clause = clauseBefore + matched + clauseAfter;
  const [start, end] = [clauseBefore.length, clauseBefore.length + matched.length];
  words.lastIndex = 0;
  for (let found = words.exec(clause); found; found = words.exec(clause)) {
    if (found.index < start || found.index + found[0].length > end) return found[0];
    words.lastIndex = found.index + 1;
  }
  return undefined;
}

/** 只要有身份证, 提供营业执照照片: what is handed in names no trade. */
const HANDED_IN =
  /(?:提供|只要|只需|仅需|凭|把|发|交|上传|准备)[^，。]{0,4}(?:身份证|营业执照|执照|户口本)|(?:身份证|营业执照|执照)(?:照片|复印件|号)?(?:就行|就够|即可|发我|给我|拍照)/g;

/** 代码签名证书, 学历学位认证: the paper that is named after another trade is that trade's. */
const withoutTheirPapers = (text: string) =>
  text.replace(/□(?:(?!某)\p{Script=Han}){0,2}?(?:认证书?|证书|证|报告|资质)(?:书|办理|申请|代办)?/gu, '□');

/**
 * Another trade's paper in the clause; or, where nothing else speaks of certification, in the rest of the block, in the
 * heading or in the title.
 */
export function otherTrade(
  { text, start, end, heading, frame, rule }: Surroundings,
  parts: ClauseParts,
  gaps: string,
): string | undefined {
  if (!rule.unrelated?.anyOf) return undefined;
  const words = anyOfWords(rule.unrelated.anyOf);
  const matched = text.slice(start, end);
  const inClause = gaps.match(words)?.[0] ?? besideOrAcross(words, matched, parts);
  if (inClause) return inClause;
  // 营业执照就行，坐等 ISO 证书: what is matched names its own trade.
  if (TRADE.test(matched)) return undefined;
  const sentence = `${parts.sentenceBefore}，${parts.sentenceAfter}`.replace(HANDED_IN, '◇');
  const inSentence = sentence.match(words)?.find((word) => word.length >= NAMES_A_TRADE);
  if (inSentence && !TRADE_BESIDE.test(sentence.replace(words, '□'))) return inSentence;
  const beside = `${text.slice(0, start)}，${text.slice(end)}`.replace(HANDED_IN, '◇');
  for (const place of [beside, heading, frame.title]) {
    const named = place.match(words);
    if (named && !TOPIC.test(withoutTheirPapers(place.replace(words, '□')))) return named[0];
  }
  return undefined;
}
