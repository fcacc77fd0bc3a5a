import { ORGANISATION_ENDINGS } from '../../rules/organisation-words.ts';
import { datesIn, type SlashOrder } from './dates.ts';
import type { Group, Reading } from './label-reading.ts';
import { type Line, linesOf, type Region } from './regions.ts';

/** Words in the name of a body that tests or certifies. */
const TRADE = /认证|认可|检[验测]|质检|质量|计量|监测|测试|标准技术|研究院|研究所/;
const NAME = new RegExp(
  `(?<=^|[\\s，。；、：:（(“"「—]|由|经|是|为|在|到|送|委托|根据)(?![由经是在])[\\p{Script=Han}A-Za-z0-9()（）·]{2,40}(?:${ORGANISATION_ENDINGS})(?:[\\p{Script=Han}]{2,6}分公司)?(?=[\\s，。；、）)”"」]|$|出具|签发|颁发|核发|发证|检[验测]|测试|认证|审核|做|于|收样|抽样|进行|完成|对|按|依)`,
  'gu',
);
/** The beginning of a sentence before the name in it. */
const BEFORE_NAME = /^.*(?:(?<!自)由|委托|送至|送往|根据)(?=\p{Script=Han}{4})/u;
/** Speaks of such bodies without naming one. */
const UNNAMED = /第三方|我司|我们|本公司|本机构|有关|相关|权威|具有|资质的|等/;
/** What makes a date another than the one of issue. */
const OTHER_DATE =
  /(?:有效|至|到期|生产|采样|抽样|收样|送样|送检|首次|初次|成立|创立|检[验测](?:日期|时间)|评价|发布|更新)[^，。；]{0,8}$|[\d日月]\s*[-~～—–至到]+\s*$/;
const OF_PAPER = /证书|报告|认证|检[验测]|签发|颁|出具/;
/** Lines below the last value in which a paper is still signed. */
const SIGNATURE = 2;

/** Adds what a paper shows without announcing it: the one body of the trade that its lines name, the one date of its sentences. */
export function withUnlabelled(groups: readonly Group[], region: Region, order?: SlashOrder): Group[] {
  if (groups.every((group) => has(group, 'issuingBody') && has(group, 'issueDate'))) return [...groups];
  const lines = linesOf(region.content);
  return groups.map((group) => {
    if (!group.readings.some(({ specific }) => specific)) return group;
    const own = linesOfGroup(group, groups, lines);
    const found = [bodyIn(group, own), dateIn(group, own, order)].filter((one) => one !== undefined);
    return found.length > 0 ? { ...group, readings: [...group.readings, ...found] } : group;
  });
}

/** A masked value counts: what is covered is not guessed from elsewhere. */
const has = ({ readings }: Group, meaning: Reading['meaning']) => readings.some((one) => one.meaning === meaning);

function linesOfGroup(group: Group, groups: readonly Group[], lines: readonly Line[]): Line[] {
  const starts = group.readings.map(({ start }) => start).filter((start) => start > 0);
  if (starts.length === 0) return [];
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  const others = groups
    .filter((other) => other !== group)
    .flatMap(({ readings }) => readings.map(({ start }) => start));
  const from = lines.findLastIndex(({ start }) => start <= first);
  const to = lines.findLastIndex(({ start }) => start <= last);
  return lines
    .slice(Math.max(from, 0), to + 1 + SIGNATURE)
    .filter(({ start, text }) => !others.some((other) => other >= start && other <= start + text.length));
}

/** Whether a place in the text belongs to a value that a label announced. */
const taken = ({ readings }: Group, start: number) =>
  readings.some(
    (one) =>
      one.label !== '' &&
      !['conclusion', 'productName', 'certificateName'].includes(one.meaning) &&
      start >= one.start - 1 &&
      start < one.start + Math.max(one.raw.length, 1),
  );

const told = (meaning: Reading['meaning'], value: string, raw: string, start: number): Reading => ({
  meaning,
  value,
  raw,
  start,
  weak: true,
  specific: true,
  label: '',
});

function bodyIn(group: Group, lines: readonly Line[]): Reading | undefined {
  if (has(group, 'issuingBody')) return undefined;
  const holders = group.readings.filter(({ meaning }) => meaning === 'holder');
  const found = lines
    .flatMap(({ text, start }) =>
      [...text.matchAll(NAME)].map(({ 0: words, index }) => {
        const name = words.replace(BEFORE_NAME, '');
        return told('issuingBody', name, name, start + index + words.length - name.length);
      }),
    )
    .filter(({ raw, start }) => TRADE.test(raw) && !UNNAMED.test(raw) && !taken(group, start))
    .filter(({ raw }) => !holders.some((holder) => holder.raw.includes(raw)));
  return new Set(found.map(({ raw }) => raw)).size === 1 ? found[0] : undefined;
}

function dateIn(group: Group, lines: readonly Line[], order?: SlashOrder): Reading | undefined {
  if (has(group, 'issueDate') || has(group, 'firstIssueDate')) return undefined;
  const found = lines
    .filter(({ text }) => OF_PAPER.test(text))
    .flatMap(({ text, start }) =>
      datesIn(text, order)
        .filter(
          (date) =>
            date.iso &&
            !OTHER_DATE.test(text.slice(0, date.start)) &&
            !/^\s*(?:[-~～—–至到止前]|到期)/.test(text.slice(date.start + date.raw.length)),
        )
        .map((date) => told('issueDate', date.iso!, date.raw, start + date.start)),
    )
    .filter(({ start }) => !taken(group, start));
  return new Set(found.map(({ value }) => value)).size === 1 ? found[0] : undefined;
}
