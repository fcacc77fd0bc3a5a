import type { LabelMeaning } from '../../rules/certificate-label.ts';
import { datesIn, type SlashOrder, shortDate } from './dates.ts';
import { isMasked } from './masked.ts';

/** A value cut out of the characters behind a label. */
export interface Value {
  /** As printed; dates in ISO 8601. Empty when the value is masked. */
  value: string;
  raw: string;
  /** Offset of `raw` in the text given. */
  start: number;
}

/** How freely the characters were found: a whole cell, the rest of a line after a colon, or a run of prose. */
export type Setting = 'cell' | 'line' | 'prose';

const OPENING = /^[\s:：;；,，、。|｜=“"'‘「『]+/;
/** Matched from its first character only: from each of them, a long run that does not close would cost its square. */
const CLOSING = /(?<![\s;；,，、。|｜~～“”"'’」』]|\s[/·•–—-])(?:[\s;；,，、。|｜~～“”"'’」』]|\s[/·•–—-])+$/;
/** A full stop after a code or a result; names keep theirs (Ltd.). */
const FULL_STOP = /(?<=[\w)])\.$/;
/** An explanation in English starts small: the name of the laboratory, when it was signed. */
const ENGLISH_EXPLANATION = /^(?:the|a|an|when|whether|where|who|which|must|should|always|your|this)\b/;
const SENTENCE_END = /[。；;！!？?\n]/;
const QUESTION =
  /[?？]$|由.{0,12}(?:编制|赋予|组成|构成|确定|填写)|是指|指的是|应当|应该|必须|一般|通常|例如|比如|如：|即为|用于|用来|所在地|哪|什么|怎|吗|核对|查看|查询|唯一|填写|注明|不得|是否|输入|请/;

/** Cuts the value that fits a meaning out of the text behind its label; undefined when what stands there is none. */
export function valueFor(meaning: LabelMeaning, text: string, setting: Setting, order?: SlashOrder): Value | undefined {
  const trimmed = trim(text);
  if (isMasked(trimmed.raw) || (setting !== 'cell' && isMasked(trimmed.raw.split(/[\s，,；;。、|｜]/)[0]!))) {
    return { value: '', raw: trimmed.raw.slice(0, 40), start: trimmed.start };
  }
  const value = READERS[meaning]?.(trimmed, setting, order);
  return value && value.raw !== '' ? value : undefined;
}

type Reader = (text: Value, setting: Setting, order?: SlashOrder) => Value | undefined;

const READERS: Partial<Record<LabelMeaning, Reader>> = {
  certificateNumber: readNumber,
  approvalNumber: readNumber,
  creditCode: readCreditCode,
  issueDate: readDate,
  firstIssueDate: readDate,
  testDate: readTestDate,
  validUntil: readValidity,
  issuingBody: (text, setting) => readName(withoutCopula(text), setting) ?? readSigned(text),
  holder: readName,
  productName: readName,
  certificateName: readName,
  modelSpec: readModel,
  standard: (text, setting) => readText(text, setting === 'prose' ? /[。；;，]/ : /[。]/, 200),
  scope: (text, setting) =>
    readText(text, setting === 'prose' ? /[。；;]|(?<=[a-z])\.(?=\s+[A-Z])/ : /[。]|(?<=[a-z])\.(?=\s+[A-Z])/, 400),
  conclusion: readConclusion,
  status: (text) => readText(text, SENTENCE_END, 40),
};

/** Links and buttons beside a value: 查看, 点击查询, [下载]. */
const ACTION =
  /(?<![\s([（【])[\s([（【]+(?:点击|官网|真伪|在线|立即)?(?:查看|查询|下载|复制|验真|验证|预览|放大|核验|扫码)(?:证书|详情|原件|大图|真伪|报告|附件)?[)\]）】>＞\s]*$/;

function trim(text: string): Value {
  const lead = text.match(OPENING)?.[0].length ?? 0;
  const raw = text.slice(lead).replace(ACTION, '').replace(CLOSING, '');
  return { value: raw, raw, start: lead };
}

/** The first `length` characters without what trails; brackets left open by the cut are taken off. */
function cut(text: Value, length: number): Value {
  let raw = text.raw.slice(0, length).replace(CLOSING, '');
  for (const [open, close] of ['()', '（）', '[]', '【】']) {
    let surplus = count(raw, close!) - count(raw, open!);
    for (; raw.endsWith(close!) && surplus > 0; surplus -= 1) raw = raw.slice(0, -1).replace(CLOSING, '');
    if (raw.endsWith(open!)) raw = raw.slice(0, -1).replace(CLOSING, '');
  }
  return { value: raw.replace(/\s+/g, ' '), raw, start: text.start };
}

const count = (text: string, char: string) => text.split(char).length - 1;

function upTo(text: Value, end: RegExp): Value {
  const at = text.raw.search(end);
  const close = strayClose(text.raw);
  return cut(text, Math.min(at < 0 ? text.raw.length : at, close));
}

/** The first closing bracket that was opened before the value. */
function strayClose(text: string): number {
  let depth = 0;
  for (const [index, char] of [...text.split('')].entries()) {
    if (/[(（]/.test(char)) depth++;
    else if (/[)）]/.test(char) && --depth < 0) return index;
  }
  return text.length;
}

/** Letters, digits and their joiners; at least one digit, no sentence. Spaces only between groups that look like codes. */
function readNumber(text: Value, setting: Setting): Value | undefined {
  const lead =
    text.raw.match(/^(?:(?:no|nr|№|n°|#)[.:：\s]*|为|是)\s*(?=[\p{Script=Han}A-Za-z0-9(（])/iu)?.[0].length ?? 0;
  const rest: Value = { ...text, raw: text.raw.slice(lead), start: text.start + lead };
  const token = rest.raw.match(
    /^[(（〔[]?[\p{Script=Han}A-Za-z0-9０-９Ａ-Ｚａ-ｚ](?:[\p{Script=Han}A-Za-z0-9０-９Ａ-Ｚａ-ｚ\-–—－_/／.·()（）〔〕[\]#:：&+]| (?=[A-Z0-9./-]*\d))*/u,
  )?.[0];
  if (!token) return undefined;
  let shown = token.slice(0, Math.min(strayClose(token), explained(token)));
  if (setting === 'prose') shown = shown.split(/(?<=[A-Za-z0-9)）])(?=[\p{Script=Han}]{2})/u)[0]!;
  const value = cut({ ...rest, raw: shown.replace(/(?<![.:：/-])[.:：/-]+$/, '') }, 60);
  const codes = value.raw.normalize('NFKC');
  if (!/\d/.test(codes) || codes.length < 4 || codes.length > 50) return undefined;
  if (QUESTION.test(codes) || (codes.match(/\p{Script=Han}/gu)?.length ?? 0) > 10) return undefined;
  if (/^\d{1,2}\s*(?:位|个)/.test(codes) || /^\d{4}年|[\d]+元$|^\d{3,4}-\d{7,8}$|^1[3-9]\d{9}$/.test(codes))
    return undefined;
  if (/^(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}$/.test(codes)) return undefined;
  if (NORM.test(codes)) return undefined;
  const after = rest.raw.slice(shown.length);
  if (setting === 'cell' && /[\p{Script=Han}]{4,}/u.test(after.replace(/[(（][^()（）]*[)）]/g, ''))) return undefined;
  return value;
}

/** A standard, where a label as short as Certificate: promises a number. */
const NORM = /^(?:ISO|IEC|GB|GB\/T|OHSAS|IATF)[\s/]*(?:IEC\s*)?\d{4,5}(?:[-:.]\d+)*$/i;

/** Where a bracket behind a number tells something else: JDZ-2024-881（景德镇市陶瓷质量监督检验中心). */
function explained(token: string): number {
  const at = token.search(/(?<=\d[A-Za-z]{0,2})\s?[(（](?=\p{Script=Han}{3})/u);
  return at < 0 ? token.length : at;
}

function readCreditCode(text: Value): Value | undefined {
  const match = text.raw.match(/[0-9A-Za-z０-９Ａ-Ｚ]{15,20}/);
  return match ? { value: match[0], raw: match[0], start: text.start + match.index! } : undefined;
}

function readDate(text: Value, _setting: Setting, order?: SlashOrder): Value | undefined {
  const date = datesIn(text.raw, order)[0] ?? shortDate(text.raw);
  if (!date || date.start > 14 || /示例|例如|格式/.test(text.raw.slice(0, date.start))) return undefined;
  return { value: date.iso ?? date.raw, raw: date.raw, start: text.start + date.start };
}

/** The one day of a test; a period of tests tells no day. */
function readTestDate(text: Value, setting: Setting, order?: SlashOrder): Value | undefined {
  return datesIn(text.raw, order).length > 1 || /\d\s*[-~～—至到]+\s*$/.test(text.raw)
    ? undefined
    : readDate(text, setting, order);
}

const LONG_TERM = /长期(?:有效)?|永久(?:有效)?|long[- ]term|permanent/i;

/** The end of a period: the last date, or 长期. A bare duration (3年) shows no end. */
function readValidity(text: Value, setting: Setting, order?: SlashOrder): Value | undefined {
  const scope = setting === 'cell' ? text.raw : text.raw.slice(0, 60).split(/[。；;]/)[0]!;
  const dates = datesIn(scope, order).filter((date, index) => date.start <= 16 || index > 0);
  const last = dates.slice(0, 2).at(-1);
  const term = scope.match(LONG_TERM);
  if (term && (!last || term.index! > last.start) && term.index! < 30) {
    return { value: term[0], raw: term[0], start: text.start + term.index! };
  }
  if (!last) return undefined;
  const opens =
    dates.length === 1 &&
    (/^\s*(?:从|自|from\b)/i.test(text.raw) ||
      /^\s*(?:起|开始|至今|[-~—至到]\s*$)/.test(scope.slice(last.start + last.raw.length)));
  if (opens) return undefined;
  return { value: last.iso ?? last.raw, raw: last.raw, start: text.start + last.start };
}

/** 是, 均为 and the like before the name of a body. */
function withoutCopula(text: Value): Value {
  const lead =
    text.raw.match(/^(?:(?:均|都|皆)?(?:是|为|由|系)|根据|依据|按照)(?=\p{Script=Han}{4})/u)?.[0].length ?? 0;
  return { ...text, raw: text.raw.slice(lead), start: text.start + lead };
}

/** What a seal adds to the name of a body: （检验检测专用章） */
const SEAL = /\s{0,8}[(（](?:盖章|公章|章|\p{Script=Han}{0,8}专用章)[)）]\s*$/u;

/** What stands behind the name of a body and is none itself: …检验研究院 检验合格. */
const BEHIND_BODY =
  /(?<=^[\p{Script=Han}（）()]{4,40}(?:公司|中心|研究院|检验院|检测院|研究所|检验所|委员会|管理局|总局))\s{1,4}(?!\p{Script=Han}{2,30}(?:公司|中心|院|所|局|分公司|实验室)$)\p{Script=Han}[^，。；]{0,40}$/u;

/** The name of a body, a holder or a product: no sentence, ends at Chinese punctuation. */
function readName(text: Value, setting: Setting): Value | undefined {
  const end =
    setting === 'cell'
      ? /[。；;\n]|(?<!\s)\s+(?=(?:19|20)\d{2}[-./年])/
      : /[。；;，|｜\n]|(?<!\s)\s+(?=(?:19|20)\d{2}[-./年])|,(?=\s{0,8}\p{Script=Han})|(?<!\s)\s+(?:on|dated)\s+(?=\d|[A-Z][a-z]{2,8}\.? \d)/u;
  const value = upTo({ ...text, raw: text.raw.replace(SEAL, '').replace(BEHIND_BODY, '') }, end);
  if (value.raw.length < 2 || value.raw.length > 120 || !/[\p{L}]/u.test(value.raw)) return undefined;
  return QUESTION.test(value.raw) || ENGLISH_EXPLANATION.test(value.raw) ? undefined : value;
}

/** 4L一桶: how much, and then the package as one speaks of it. */
const SPOKEN_PACKAGE = /(?<=\d\s*(?:[a-z]{1,2}|升|斤|克|公斤|千克|寸))(?:的|一)[桶瓶袋盒罐包箱件个支]\S*$/i;

/** 发证：2024-07-07 tells when, not who: `settle` knows it by its shape. */
function readSigned(text: Value): Value | undefined {
  const date = datesIn(text.raw)[0];
  return date && date.raw === text.raw ? text : undefined;
}

function readModel(text: Value, setting: Setting): Value | undefined {
  const end =
    setting === 'prose'
      ? /[。；;，,）)|｜]|的|于|已|获/
      : setting === 'line'
        ? /[。|｜]|[；;](?!\s*[A-Za-z0-9])|，(?=\p{Script=Han}{2})/u
        : /[。]/;
  const value = upTo(text, end);
  const raw = value.raw.replace(FULL_STOP, '').replace(setting === 'prose' ? SPOKEN_PACKAGE : '', '');
  if (raw.length > 200 || raw === '' || QUESTION.test(raw)) return undefined;
  return setting === 'prose' && !/^[A-Za-z0-9φΦ]/.test(raw)
    ? undefined
    : { ...value, raw, value: raw.replace(/\s+/g, ' ') };
}

const RESULT =
  /合格(?!评定|证|率|供|考)|符合|满足|达标|达到|通过(?!率)|未检出|未见异常|无异常|优等|一等|优良|\bpass(?:ed|es)?\b|\bfail(?:ed|s)?\b|compl(?:y|ies|iant|iance|ied)|conform|\bmeets?\b|qualified|satisf/i;

/** The box that is ticked, beside one that is not: ☑合格 ☐不合格. */
const TICKED = /(?<=^|[☐□]\S{1,8}\s*)[☑✓✔√■☒]\s*([^\s☐□☑■]{2,12})(?=.*[☐□]|$)/u;

/** What the paper on a jewel concludes: which one it is. */
export const GEM =
  /翡翠|和田玉|钻石|[红蓝]宝石|祖母绿|碧玺|珍珠|琥珀|玛瑙|水晶|足金|足银|铂|K金|Au\d{3}|Ag\d{3}|Pt\d{3}/;

/** A statement of result. 有效 is a status, 依据 GB … alone is a basis: neither is one. */
function readConclusion(text: Value, setting: Setting): Value | undefined {
  const ticked = text.raw.match(TICKED);
  if (ticked)
    return { value: ticked[1]!, raw: ticked[1]!, start: text.start + ticked.index! + ticked[0].indexOf(ticked[1]!) };
  const value = upTo(
    text,
    setting === 'prose'
      ? /[。；;|｜]|，(?!.{0,30}(?:符合|合格))/
      : /[。|｜]|，(?=[^，。；]{4,40}(?:出具|签发|颁发|检测|检验)$)/,
  );
  const raw = value.raw.replace(FULL_STOP, '');
  const told = RESULT.test(raw) || (setting !== 'prose' && GEM.test(raw));
  if (!told || raw.length > 300 || /[?？]$|是否|请|填写|例如|^whether|^if\b/i.test(raw)) return undefined;
  return { ...value, raw, value: raw.replace(/\s+/g, ' ') };
}

function readText(text: Value, end: RegExp, longest: number): Value | undefined {
  const value = upTo(text, end);
  return value.raw.length >= 2 && value.raw.length <= longest && !/[?？]$|是指|填写|例如|请输入/.test(value.raw)
    ? value
    : undefined;
}
