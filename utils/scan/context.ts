import type { ScanRule } from '../../rules/rule.ts';
import { type ClauseParts, clauseParts } from './clause.ts';
import { CUES, type Cue, DENIED_CUE, NO_CUE, OFFER_CUES, SELLER_CUES } from './context-cues.ts';
import type { Disposition } from './finding.ts';
import type { PageFrame } from './page-frame.ts';
import { simplifiedText } from './variants.ts';

/** What a candidate stands in. */
export interface Surroundings {
  /** The block as the reader sees it, up to 200 characters on either side of the match. */
  text: string;
  /** The match is text.slice(start, end). */
  start: number;
  end: number;
  /** The nearest heading or list lead before the block; '' without one. */
  heading: string;
  frame: PageFrame;
  rule: ScanRule;
}

export interface Judgement {
  disposition: Disposition;
  /** The words that made it cited or negated. */
  reason?: string;
}

/** Shown as the reason where no word of the page can be: the page speaks of neither certification nor testing. */
export const OFF_TOPIC = '未提及认证或检测';

const CLAIM: Judgement = { disposition: 'claim' };
/** Words of the certification trade alone; 检测 and 报告 belong to vehicles, medicine and software as well. */
const TOPIC = /认证|质检|证书|资质|体系|ISO|CCC|3C|CMA|CNAS|验厂|商检/i;
/** Words by which a sentence that also names another trade is still about certification or testing. */
const TRADE_BESIDE =
  /体系|ISO|CCC|3C|CMA|CNAS|FCC|RoHS|质检|检测报告|检验报告|产品认证|验厂|商检|认证(?:代办|办理|咨询|公司|服务|机构|证书办)|[、/|，]认证|认证[、/|，]/i;
/** Shorter words name another trade in their own clause only. */
const NAMES_A_TRADE = 3;
/** Words that no other trade has. */
const TRADE = /检验检测|体系认证|产品认证|认证证书|质检报告|检测报告|ISO|CCC|3C|CMA|CNAS|验厂/i;
/** 不办理入会也可…: what is denied is a condition, not the claim. */
const CONCESSION = /[也都亦]|照样|照常|一样|仍可?|依然|同样|就能|即可|便可|而是/;
/** 不提供样品, 不做检测: the claim's own skipped step. */
const SKIPPED_STEP = /样|材料|资料|审|现场|到场|等待|排队|人员|场地|社保|预付|定金|费|检测|检验|考试|学习|拖延/;
const DENIAL_TAIL = /(?:(?<![能会可是行])不|没有?|未|非|无法)[^，。]{0,2}$/;

const blank = (text: string) => text.replace(NO_CUE, (word) => '□'.repeat(word.length));
/** Length of `between` when the items of a list before its last 、 are left out. */
const distance = (between: string) => between.replace(/[^、：:]*、/g, '').length;

/** Whether a gap in the line, a space between Chinese characters, parts the cue from the match after its own object. */
function parted(between: string): boolean {
  const gap = /(?<=[\p{Script=Han}”])\s(?=[\p{Script=Han}“])/u.exec(between.concat('字'));
  return gap !== null && !between.slice(gap.index).includes('、') && gap.index >= 4;
}

/** The group that matched, or else all of it. */
const wordOf = (match: RegExpMatchArray) => match.slice(1).find((group) => group !== undefined) ?? match[0];

function cueBefore(cue: Cue, text: string): string | undefined {
  for (const match of text.matchAll(cue.pattern)) {
    const between = text.slice(match.index + match[0].length);
    if (cue.reach > 0 && distance(between) > cue.reach) continue;
    if (cue.reach === 0 && between !== '') continue;
    if (parted(between)) continue;
    const lead = text.slice(0, match.index);
    if (cue.disposition === 'cited' && DENIED_CUE.test(lead)) continue;
    if (cue.disposition === 'negated') {
      if (CONCESSION.test(between) || SKIPPED_STEP.test(between.slice(0, 4)) || DENIAL_TAIL.test(between)) continue;
      if (DENIAL_TAIL.test(lead)) continue;
    }
    return wordOf(match);
  }
  return undefined;
}

function cueAfter(cue: Cue, text: string): string | undefined {
  for (const match of text.matchAll(cue.pattern)) {
    const word = wordOf(match);
    if (DENIED_CUE.test(match[0].slice(0, match[0].length - word.length))) continue;
    return word;
  }
  return undefined;
}

/** A rule's own words of more than one character, the longest first. */
const ownWords = new WeakMap<ScanRule, ReadonlySet<string>>();

function ownWordsOf(rule: ScanRule): ReadonlySet<string> {
  let words = ownWords.get(rule);
  if (!words) {
    const all = [
      ...(rule.phrases ?? []).map((phrase) => phrase.text),
      ...(rule.families ?? []).flatMap((family) => family.slots.flatMap((slot) => slot.anyOf ?? [])),
    ];
    words = new Set(all.filter((word) => word.length > 1).sort((a, b) => b.length - a.length));
    ownWords.set(rule, words);
  }
  return words;
}

/** What stands in the gaps of a family's match: the match without the rule's own words, each replaced by □. */
function gapsOf({ text, start, end, rule }: Surroundings): string {
  const own = ownWordsOf(rule);
  const matched = text.slice(start, end);
  if (own.has(matched)) return '□';
  let rest = matched;
  for (const word of own) if (matched.includes(word)) rest = rest.replaceAll(word, '□');
  return rest;
}

/** 资质证书不得转让, 没有检测就不能出报告: the words between the slots forbid or deny. */
function gapCue(gaps: string): Judgement | undefined {
  if (!gaps.includes('□')) return undefined;
  const forbidden = /不得|不准|不许|不允许|严禁|禁止|请勿|切勿/.exec(gaps);
  if (forbidden) return { disposition: 'cited', reason: forbidden[0] };
  const denied = /并非|并不|不是|从未|从不|未曾|绝不|决不|不能|不会|不可能?|无法|不应|没有(?!.*也)|拒绝|难以/.exec(
    blank(gaps),
  );
  return denied ? { disposition: 'negated', reason: denied[0] } : undefined;
}

function localCue(parts: ClauseParts): Judgement | undefined {
  const blanked = new Map<Cue['part'], string>();
  for (const cue of CUES) {
    const text = blanked.get(cue.part) ?? blank(parts[cue.part]);
    blanked.set(cue.part, text);
    // Most cues are not there; looking for the first is cheaper than asking for all.
    if (text.search(cue.pattern) < 0) continue;
    const reason = cue.part.endsWith('Before') ? cueBefore(cue, text) : cueAfter(cue, text);
    if (reason) return { disposition: cue.disposition, reason: reason.replace(/[“”"「」]/g, '') };
  }
  return undefined;
}

const QUESTION =
  /什么是|何为|何谓|是否|是不是|能不能|能否|可否|会不会|可不可以|有没有|吗|么|靠谱|可信|真的假的|为什么|为何|怎么回事|如何|怎么|怎样|哪家|哪里|哪些|多久/;
const RHETORICAL =
  /想|需要|急需|急着|还在|要不要|愁|烦|我们|我司|本公司|无论|不论|不管|难道|岂不|何乐而不为|不香|不好吗|不行吗|心动|动心|了解一下|见过吗|听过吗|听说过吗/;
const DOUBT = /相信|轻信|以为|敢信/;
const YES =
  /^(?:答[：:]?|A[：:])?\s*(?:能|可以|当然|没问题|是的|行[，！。]|可[，！。]|支持|找我们|找我|联系|加[微VvQ]|来[找我]|马上|立即|我们|本公司|我司)/;

const NO =
  /^(?:答[：:]?|A[：:])?\s*(?:很?抱歉|对不起|不好意思|不可能|不可以|不行|不能|没有|做不到|别做梦|想多了|想都别想|当然不)/;

/** A question asks about the wording, unless the seller puts it to answer it. */
function asked(parts: ClauseParts): string | undefined {
  const sentence = `${parts.sentenceBefore} ${parts.sentenceAfter}`;
  const definition =
    /什么是|何为|何谓/.exec(parts.clauseBefore) ?? /^[”"」]?(?:是什么|是真的吗|靠谱吗|可信吗)/.exec(parts.clauseAfter);
  if (definition) return definition[0];
  if (!/[？?]/.test(parts.ending)) return undefined;
  const refusal = NO.exec(parts.next);
  if (refusal) return refusal[0];
  if (YES.test(parts.next)) return undefined;
  if (RHETORICAL.test(sentence) && !DOUBT.test(sentence)) return undefined;
  return QUESTION.exec(blank(sentence))?.[0] ?? (parts.quoted ? parts.ending : undefined);
}

/** The next sentence tells whose words these were. */
const REPORTED_NEXT =
  /^(?:近日|日前|随后|对此)?[，,]?(?:记者|执法人员|民警|警方|法院|律师|专家|央视|市场监管|市监)[^。]{0,16}(?:调查|发现|了解|走访|暗访|查明|认为|表示|提醒|指出|查获|立案)/;

/** Tags, popular searches: items without a sentence. One of them that doubts shows that they name topics and offer nothing. */
const TAG = /^[^\s。，；！？、]{2,16}$/;
const FEWEST_TAGS = 6;
const DOUBTING_TAG =
  /骗局|陷阱|虚假|假证|造假|真假|真伪|辨别|违法|违规|查处|处罚|整治|曝光|案例|黑产|乱象|投诉|举报|是什么|怎么|吗$|为什么|标准|法规/;

function doubtingTag(text: string, start: number, end: number): string | undefined {
  const from = Math.max(...['\u2029', '\n'].map((border) => text.lastIndexOf(border, start - 1))) + 1;
  const rest = text.slice(end).search(/[\u2029\n]/);
  const line = text.slice(from, rest < 0 ? text.length : end + rest);
  const tags = line.trim().split(/[\s|｜/·#]+/);
  if (tags.length < FEWEST_TAGS || !tags.every((tag) => TAG.test(tag))) return undefined;
  return tags.find((tag) => DOUBTING_TAG.test(tag));
}

const HEADING_CUE =
  /不得|严禁|禁止|禁用|违禁|违规|违法|敏感词|谨防|警惕|当心|骗局|陷阱|骗术|套路|避坑|曝光|查处|打击|整治|负面清单|涉嫌|虚假|辟谣|不能信|不可信|别信|莫信|误区|谎言|话术|记者[^，。]{0,4}(?:调查|暗访|实测|体验|走访|发现)|央视[^，。]{0,4}(?:曝光|起底|调查|揭|报道)|暗访|起底|真相|黑产/g;
const LIST_LEAD =
  /[：:]\s*$|以下|下列|如下|词|用语|字样|行为|清单|内容|表述|表现|情形|信息|名单|示例|案例|话术|类型|手法|特征|宣传|广告/;
const NOT_DOING = /不(?:承诺|提供|受理|开展|代办|做)[^。]{0,12}(?:[：:]\s*$|以下|下列|如下|事项|服务|业务)/;

/** A heading or list lead speaks for the items below it. A shop's 谨防假冒 over its own offer does not. */
function headingCue(heading: string, sells: boolean): Judgement | undefined {
  if (heading === '' || sells) return undefined;
  const text = blank(heading);
  const denial = NOT_DOING.exec(text);
  if (denial) return { disposition: 'negated', reason: denial[0] };
  for (const match of text.matchAll(HEADING_CUE)) {
    if (DENIED_CUE.test(text.slice(0, match.index))) continue;
    if (
      LIST_LEAD.test(text) ||
      /骗局|陷阱|骗术|套路|避坑|违禁|敏感词|不能信|不可信|别信|莫信|误区|谎言|记者|央视|暗访|起底|真相|黑产/.test(
        match[0],
      )
    )
      return { disposition: 'cited', reason: match[0] };
  }
  return undefined;
}

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

/** 代码签名证书, 学历学位认证: the paper that is named after another trade is that trade's. */
const withoutTheirPapers = (text: string) =>
  text.replace(/□[^，。；、|]{0,2}?(?:认证书?|证书|证|报告|资质)(?:书|办理|申请|代办)?/g, '□');

/**
 * Another trade's paper in the clause; or, where nothing else speaks of certification, in the rest of the block, in the
 * heading or in the title.
 */
function otherTrade(
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
  const sentence = `${parts.sentenceBefore}，${parts.sentenceAfter}`;
  const inSentence = sentence.match(words)?.find((word) => word.length >= NAMES_A_TRADE);
  if (inSentence && !TRADE_BESIDE.test(sentence.replace(words, '□'))) return inSentence;
  for (const place of [`${text.slice(0, start)}，${text.slice(end)}`, heading, frame.title]) {
    const named = place.match(words);
    if (named && !TOPIC.test(withoutTheirPapers(place.replace(words, '□')))) return named[0];
  }
  return undefined;
}

/** Whether the page is about what the rule is about; a rule that says nothing is about any page. */
function onTopic({ text, heading, frame, rule }: Surroundings): boolean {
  const words = rule.about?.anyOf;
  if (!words) return true;
  const place = `${text}\n${heading}\n${frame.title}`.toLowerCase();
  return words.some((word) => place.includes(word.toLowerCase()));
}

/**
 * Whether the page asserts the wording, cites it or denies it, with the words that made it so. Read from near to far:
 * another trade's object, the clause and sentence, the question it stands in, the heading above, the page's own frame.
 * A finding is downgraded, never dropped.
 */
export function judge(given: Surroundings): Judgement {
  // Cues are written in simplified characters; a page in traditional or full-width ones is read as such.
  const surroundings: Surroundings = {
    ...given,
    text: simplifiedText(given.text),
    heading: simplifiedText(given.heading),
    frame: { ...given.frame, title: simplifiedText(given.frame.title) },
  };
  const parts = clauseParts(surroundings.text, surroundings.start, surroundings.end);
  const gaps = gapsOf(surroundings);
  const unrelated = otherTrade(surroundings, parts, gaps);
  if (unrelated) return { disposition: 'cited', reason: unrelated };
  if (!onTopic(surroundings)) return { disposition: 'cited', reason: OFF_TOPIC };
  const local = gapCue(gaps) ?? localCue(parts);
  if (local) return local;
  const question = asked(parts) ?? REPORTED_NEXT.exec(parts.next)?.[0];
  if (question) return { disposition: 'cited', reason: question };
  const { text, start, end } = surroundings;
  const tag = doubtingTag(text, start, end);
  if (tag) return { disposition: 'cited', reason: tag };
  const own = surroundings.text.replace(/“[^”]*”/g, '“”');
  const heading = headingCue(surroundings.heading, SELLER_CUES.test(own));
  if (heading) return heading;
  if (surroundings.frame.kind !== 'ordinary' && !OFFER_CUES.test(own)) {
    return { disposition: 'cited', reason: surroundings.frame.reason ?? surroundings.frame.title };
  }
  return CLAIM;
}
