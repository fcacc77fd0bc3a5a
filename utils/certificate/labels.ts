import { CERTIFICATE_LABELS } from '../../rules/certificate-fields.ts';
import type { LabelMeaning, LabelRecord } from '../../rules/certificate-label.ts';
import { OTHER_LABELS } from '../../rules/other-labels.ts';
import { OTHER_PAPER_QUALIFIERS } from '../../rules/other-papers.ts';
import { foldText } from './folded-text.ts';

/** A label as it was recognised. */
export interface Label {
  meaning: LabelMeaning;
  weak: boolean;
  specific: boolean;
  /** Folded, with what stood before the known words (3c证书编号). */
  text: string;
  /** The other half of a head over two values: 发证日期/有效期至. */
  second?: Label;
}

/** Longest text that is still a label rather than a sentence, in folded characters. */
const LONGEST_LABEL = 60;
const LONGEST_QUALIFIER = 14;

const RECORDS: readonly LabelRecord[] = [...CERTIFICATE_LABELS, ...OTHER_LABELS];

/** Chinese labels by their folded text, and the same for English ones. */
export const CHINESE = index((record) => record.zh.trim().split(/\s+/).flatMap(alternatives).flatMap(withAddress));
export const ENGLISH = index((record) => record.en.split('|').map((label) => label.trim()));

/** Every wording that bracketed alternatives stand for. */
function alternatives(label: string): string[] {
  const [whole, choices] = label.match(/\[([^\]]*)\]/) ?? [];
  if (whole === undefined) return [label];
  return choices!.split('|').flatMap((choice) => alternatives(label.replace(whole, choice)));
}

/** 申请人名称及地址: the name stands first, `settle` takes the address off. */
function withAddress(label: string): string[] {
  return /.名称$/.test(label) ? [label, ...['及', '和', '、', '/', '与'].map((and) => `${label}${and}地址`)] : [label];
}

function index(labelsOf: (record: LabelRecord) => string[]): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>();
  for (const record of RECORDS) {
    for (const words of labelsOf(record).filter(Boolean)) {
      const text = foldText(words).text;
      if (labels.has(text)) continue;
      labels.set(text, {
        meaning: record.meaning,
        weak: record.weak ?? false,
        specific: record.specific ?? false,
        text,
      });
    }
  }
  return labels;
}

const HAN = /\p{Script=Han}/u;
const LEAD =
  /^(?:[\ud800-\udfff\u2600-\u27bf\ufe0f\u200d]+|[•·▪■◆●★☆※*#>✓✔√▶▷◇○–—-]+|\(?\d{1,2}[.、)]|\d{1,2}(?=\p{Script=Han})|[一二三四五六七八九十]+、)\s*/u;
const WRAP = /^[[【「『<《"“]+|(?<![\]】」』>》"”])[\]】」』>》"”]+$/g;
/** What trails a label: its colon, and the mark that explains it when pointed at. */
const TAIL = /(?<![\s:.。?ⓘ])[\s:.。?ⓘ]+$/;
/** The mark of a required field. */
const REQUIRED_MARK = /(?<!\*)\*(?=:?$)/;

/**
 * What a whole cell, line or element announces when it is nothing but a label: 证 书 编 号：, 发证机构 Issued by,
 * 3C证书编号. Undefined for values and sentences.
 */
export function labelOf(original: string): Label | undefined {
  if (original.length > 2 * LONGEST_LABEL) return undefined;
  const text = foldText(original)
    .text.replace(REQUIRED_MARK, '')
    .replace(TAIL, '')
    .replace(LEAD, '')
    .replace(WRAP, '')
    .replace(TAIL, '')
    .trim();
  if (text === '' || text.length > LONGEST_LABEL) return undefined;
  const exact = CHINESE.get(text.replace(/\s/g, '')) ?? ENGLISH.get(text.replace(/(?<!\s)\s*\/\s*/g, '/'));
  return exact ?? twoLabels(text) ?? wholeLabel(text);
}

const wholeLabel = (text: string) =>
  HAN.test(text) ? (chineseLabel(text) ?? bilingualLabel(text)) : englishLabel(text);

const HALVES = /^(.{2,24}?)(?:\s*[/、&~+|]\s*|\s[-–—]\s|及|和|与|至| and )(.{2,24})$/;

/** 发证/有效日期: beside the end of a term, the bare act means its day. */
const ISSUED = /^(?:发证|颁证|颁发|签发)$/;
const ISSUE_DATE = CHINESE.get('发证日期')!;

const PAIRS: ReadonlySet<string> = new Set([
  'issueDate validUntil',
  'productName modelSpec',
  'certificateNumber issueDate',
  'issuingBody issueDate',
]);

/** One head over two values, a name and its model or the two ends of a term. */
function twoLabels(text: string): Label | undefined {
  const [, one, other] = text.match(HALVES) ?? [];
  const first = one && (one === 'issue' ? ISSUE_DATE : wholeLabel(one));
  const second = other && wholeLabel(other);
  if (!first || !second) return undefined;
  if (ISSUED.test(first.text) && second.meaning === 'validUntil') return { ...ISSUE_DATE, text, second };
  return PAIRS.has(`${first.meaning} ${second.meaning}`) ? { ...first, text, second } : undefined;
}

/** What opens a result or a basis: 符合有机产品国家标准要求 ends like a label and is none. */
const STATEMENT = /^(?:经|所|均|全部|各项)?(?:检[验测])?(?:符合|满足|达到|合格|不符合|按照?|依据|根据)/;

const STATED = /符合|满足|达到|合格/;

/** 型号/规格, 3c证书编号, 发证日期(年月日); the known words stand last. */
function chineseLabel(text: string): Label | undefined {
  const compact = text.replace(/\s/g, '');
  const plain = compact.replace(/\([^()]*\)/g, '');
  const exact = CHINESE.get(compact) ?? CHINESE.get(plain);
  if (exact) return exact;
  if (STATEMENT.test(plain)) return undefined;
  for (let skip = 1; skip <= plain.length - 4 && skip <= LONGEST_QUALIFIER; skip++) {
    if (STATED.test(plain.slice(0, skip))) return undefined;
    const label = CHINESE.get(plain.slice(skip));
    if (label && !label.weak) return qualified(label, plain.slice(0, skip));
  }
  return undefined;
}

/** A label with words before it, unless those make it another paper's (合同编号, 毕业证书编号). */
export function qualified(label: Label, qualifier: string): Label | undefined {
  if (/[,;:。!?、|=]/.test(qualifier)) return undefined;
  const text = qualifier + label.text;
  if (OTHER_PAPER_QUALIFIERS.test(qualifier)) return { meaning: 'other', weak: false, specific: false, text };
  if (label.meaning === 'issuingBody' && /[获被受]$/.test(qualifier))
    return { meaning: 'holder', weak: false, specific: true, text };
  return { ...label, text };
}

const LATIN = /[a-z0-9][a-z0-9 .,'&()#/-]*/g;
/** Names of schemes that may stand before a Chinese label, digits and all. */
const SCHEME = /^(?:iso|gb|iec|ohsas|3c|iatf|haccp)[a-z0-9 :/.-]{0,12}\p{Script=Han}/u;

/** 证书编号 certificate no, 发证日期/date of issue: either half may be the known one. */
function bilingualLabel(text: string): Label | undefined {
  const latin = text.match(LATIN)?.join(' ').trim() ?? '';
  const chinese = text.replace(LATIN, '').replace(/(?<![\s()/.-])[\s()/.-]+$|^[\s()/.-]+/g, '');
  if (latin === '' || text.includes(':') || chinese === '' || /\d/.test(text.replace(SCHEME, ''))) return undefined;
  const fromChinese = chineseLabel(chinese) ?? chineseLabel(chinese.replace(/[/、和及]/g, ''));
  if (fromChinese) return { ...fromChinese, text };
  const fromLatin = englishLabel(latin);
  return fromLatin && chinese.length <= 8 ? { ...fromLatin, text } : undefined;
}

/** One wording for those that differ only in grammar: holder's name, name of the holder; certificate number, number of the certificate. */
function canonicalEnglish(words: string): string {
  return words
    .replace(/[’']s?(?=\s|$)/g, '')
    .replace(/\./g, '')
    .replace(/\b(?:number|nr|num|#)(?=\s|\/|$)/g, 'no')
    .replace(/\b(?:organisation)/g, 'organization')
    .replace(/\s?(?:and|&|\/)\s?address\b/g, '')
    .replace(/^(name|no|model|type|date|holder|id|conclusion) of (?:the )?(.+)$/, '$2 $1')
    .replace(/\b(?:the|an?) /g, '')
    .replace(/(?<=[a-z]{3}[^s\W])s(?=\s|\/|$)/g, '')
    .replace(/(?<!\s)\s*\/\s*/g, '/')
    .trim();
}

/** The head of a period, both ends in one cell: Available date ~ expired date. */
const PERIOD = /^[a-z]+ date ?[~–-] ?[a-z]+ date$/;

/** English labels by their canonical wording; where two meet, the first. */
const CANONICAL: ReadonlyMap<string, Label> = new Map(
  [...ENGLISH].reverse().map(([words, label]) => [canonicalEnglish(words), label]),
);

export function englishLabel(text: string): Label | undefined {
  const words = text
    .replace(/n[°º]|nº/g, 'no')
    .replace(/\bnos?\.(?=\s|$|\))/g, 'no')
    .replace(/\(s\)/g, 's')
    .replace(/(?<![().])[().]+$|^[()]+|^the\s+/g, '')
    .replace(/(?<!\s)\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
  const exact = ENGLISH.get(words) ?? ENGLISH.get(words.replace(/\//g, ' / ')) ?? ENGLISH.get(words.replace(/\./g, ''));
  if (exact) return exact;
  if (PERIOD.test(words)) return { ...ENGLISH.get('valid until')!, text: words };
  const canonical = CANONICAL.get(canonicalEnglish(words));
  if (canonical) return { ...canonical, text: words };
  const parts = words.split(' ');
  for (let skip = 1; skip <= 3 && skip < parts.length; skip++) {
    const label = ENGLISH.get(parts.slice(skip).join(' '));
    if (label && !label.weak && label.text.includes(' ')) return { ...label, text: words };
  }
  return undefined;
}
