import { PARTY_PATTERNS } from '../../rules/party-facts.ts';

/** A part of a text, from its first character to the one behind its last. */
export type Span = readonly [from: number, until: number];

/** What stands in place of a name or a number; its length says nothing of what it covers. */
export const COVER = '■■■';

/** Words that names of bodies share: alone they tell nobody. */
const SHARED =
  /有限责任公司|股份有限公司|有限公司|分公司|公司|集团|检验|检测|测试|认证|认可|技术|科技|服务|信息|咨询|管理|质量|企业|商行|工作室|经营部|服务部|中心|事务所|旗舰店|专营店|专卖店|企业店|网店|店铺|商店/;
/** Names of places that bodies begin with are two characters, or three with 省, 市 or 县. */
const PLACE = /^\p{Script=Han}{2}[省市县区]?/u;
const SHORTEST_PIECE = 2;

/** What is a number or a name on any page, whoever it belongs to. */
const TELLING: readonly RegExp[] = [
  ...PARTY_PATTERNS.filter(({ fact, inAddress }) => fact !== 'licence' && !inAddress).map(({ pattern }) => pattern),
  /(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])/g,
  /\d(?:[ ·•‐-―-]?\d){6,30}[Xx]?/g,
  /(?:微信号?|QQ号?|VX|V信|手机|电话|热线)[号码:：\s]{0,4}(?<value>[A-Za-z0-9_-]{5,24})/gi,
  /[\w.-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}/g,
  /(?:https?:\/\/|www\.)[^\s，。；、）)]{2,300}/gi,
  /[\p{Script=Han}（）()·]{2,30}(?:有限责任公司|股份有限公司|有限公司)/gu,
  /(?<![A-Za-z0-9])[A-Z]{1,6}[A-Z0-9-]{0,12}\d{4}[A-Z0-9-]{0,20}/g,
];

/** What is drawn as nothing: a page puts it between the letters of a name or the digits of a number, and no reader sees it. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Mn}]/u;

const LINE_SIGNS = '\n\r\t\v\f';

/** Signs of numbers and addresses that have a full width too; other signs stay, since patterns end at them. */
const HAS_FORMS = /[\p{L}\p{N}－＠．＿]/u;

/** A text as its reader takes it, and where each of its characters stands in the text as it is written. */
interface Plain {
  text: string;
  /** Place of each character, and last the length of what is written. */
  places: readonly number[];
}

/** Letters and digits of other forms (full width, circled, of mathematics) as the usual ones, and nothing that is not seen. */
function asRead(written: string): Plain {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const char of written) {
    const isUnseen = UNSEEN.test(char) && !LINE_SIGNS.includes(char);
    const read = isUnseen ? '' : HAS_FORMS.test(char) ? char.normalize('NFKC') : char;
    for (let unit = 0; unit < read.length; unit += 1) places.push(at);
    text += read;
    at += char.length;
  }
  return { text, places: [...places, written.length] };
}

const escaped = (char: string) => char.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** What tells whose a name is, also where a page shortens it: the name, and what is left of it without shared words and its place. */
export function tellingParts(name: string): string[] {
  const whole = asRead(name).text.replace(/\s+/g, '');
  const pieces = whole.split(SHARED).flatMap((piece) => [piece, piece.replace(PLACE, '')]);
  return [...new Set([whole, ...pieces])].filter((piece) => [...piece].length >= SHORTEST_PIECE);
}

/** Where a text names what is to be covered, joined where they touch. */
export function coveredSpans(text: string, secrets: readonly string[]): Span[] {
  const plain = asRead(text);
  const found: Span[] = [];
  const add = (pattern: RegExp) => {
    for (const match of plain.text.matchAll(pattern)) {
      const value = match.groups?.value ?? match[0];
      const from = match.index + match[0].lastIndexOf(value);
      if (value.length === 0) continue;
      const last = plain.places[from + value.length - 1]!;
      found.push([plain.places[from]!, last + ([...text.slice(last, last + 2)][0]?.length ?? 1)]);
    }
  };
  for (const secret of secrets) add(new RegExp([...secret].map(escaped).join('[\\s·•*_.-]{0,2}'), 'gi'));
  for (const pattern of TELLING) add(pattern);
  const joined: [number, number][] = [];
  for (const [from, until] of found.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else joined.push([from, until]);
  }
  return joined;
}

/** The text with every name and number covered. */
export function redactText(text: string, secrets: readonly string[]): string {
  let rest = 0;
  let redacted = '';
  for (const [from, until] of coveredSpans(text, secrets)) {
    redacted += text.slice(rest, from) + COVER;
    rest = until;
  }
  return redacted + text.slice(rest);
}

/** Share of a secret's pairs of characters that a line read from a picture holds: a misread name is still mostly there. */
export function likeness(line: string, secret: string): number {
  const plain = asRead(line).text.replace(/\s+/g, '');
  const pairs = Array.from({ length: secret.length - 1 }, (_, index) => secret.slice(index, index + 2));
  if (pairs.length < 3) return 0;
  return pairs.filter((pair) => plain.includes(pair)).length / pairs.length;
}
