import type { Cue } from '../../rules/context/cue.ts';
import { CUES, DENIED_CUE, withoutLookAlikes } from '../../rules/context/cues.ts';
import { SELLER_CUES } from '../../rules/context/seller-cues.ts';
import type { ScanRule } from '../../rules/rule.ts';
import { type ClauseParts, clauseParts } from './clause.ts';
import { headingCue } from './heading-cue.ts';
import type { Judgement } from './judgement.ts';
import { asked } from './question.ts';
import { doubtingTag } from './tag-list.ts';
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
  rule: ScanRule;
}

const CLAIM: Judgement = { disposition: 'claim' };
/** 不办理入会也可…: what is denied is a condition, not the claim. */
const CONCESSION = /[也都亦]|照样|照常|一样|仍可?|依然|同样|就能|即可|便可|而是/;
/** 不提供样品, 不做检测: the claim's own skipped step. */
const SKIPPED_STEP = /样|材料|资料|审|现场|到场|等待|排队|人员|场地|社保|预付|定金|费|检测|检验|考试|学习|拖延/;
const DENIAL_TAIL = /(?:(?<![能会可是行])不|没有?|未|非|无法)[^，。]{0,2}$/;

/** Length of `between` when the items of a list before its last 、 are left out. */
const distance = (between: string) => between.replace(/(?<![^、：:])[^、：:]*、/g, '').length;

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
    withoutLookAlikes(gaps),
  );
  return denied ? { disposition: 'negated', reason: denied[0] } : undefined;
}

function localCue(parts: ClauseParts): Judgement | undefined {
  const blanked = new Map<Cue['part'], string>();
  for (const cue of CUES) {
    const text = blanked.get(cue.part) ?? withoutLookAlikes(parts[cue.part]);
    blanked.set(cue.part, text);
    // Most cues are not there; looking for the first is cheaper than asking for all.
    if (text.search(cue.pattern) < 0) continue;
    const reason = cue.part.endsWith('Before') ? cueBefore(cue, text) : cueAfter(cue, text);
    if (reason) return { disposition: cue.disposition, reason: reason.replace(/[“”"「」]/g, ''), cue: cue.name };
  }
  return undefined;
}

/** The next sentence tells whose words these were. */
const REPORTED_NEXT =
  /^(?:如此|这样的?|这种)[^。]{0,12}(?:哭笑不得|令人|让人|荒唐|荒诞|谁还|谁敢|触目惊心)|^(?:近日|日前|随后|对此)?[，,]?(?:记者|执法人员|民警|警方|法院|律师|专家|央视|市场监管|市监)[^。]{0,16}(?:调查|发现|了解|走访|暗访|查明|认为|表示|提醒|指出|查获|立案)/;

/**
 * Whether the page asserts the wording, cites it or denies it, with the words that made it so. Read from near to far:
 * the clause and sentence, the question it stands in, the heading above. A finding is downgraded, never dropped.
 */
export function judge(given: Surroundings): Judgement {
  // Cues are written in simplified characters; a page in traditional or full-width ones is read as such.
  const surroundings: Surroundings = {
    ...given,
    text: simplifiedText(given.text),
    heading: simplifiedText(given.heading),
  };
  const parts = clauseParts(surroundings.text, surroundings.start, surroundings.end);
  const gaps = gapsOf(surroundings);
  const local = gapCue(gaps) ?? localCue(parts);
  if (local) return local;
  const question =
    asked(parts, surroundings.text.slice(surroundings.start, surroundings.end)) ?? REPORTED_NEXT.exec(parts.next)?.[0];
  if (question) return { disposition: 'cited', reason: question };
  const { text, start, end } = surroundings;
  const tag = doubtingTag(text, start, end);
  if (tag) return { disposition: 'cited', reason: tag };
  const own = surroundings.text.replace(/“[^“”]*”/g, '“”');
  const heading = headingCue(surroundings.heading, SELLER_CUES.test(own));
  if (heading) return heading;
  return CLAIM;
}
