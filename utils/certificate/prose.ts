import type { LabelMeaning } from '../../rules/certificate-label.ts';
import { ORGANISATION_ENDINGS } from '../../rules/organisation-words.ts';
import type { SlashOrder } from './dates.ts';
import type { Reading } from './reading.ts';
import type { Line } from './regions.ts';
import { valueFor } from './values.ts';

/** What a sentence says of a certificate without naming the field; group 1 is the value. */
interface Telling {
  meaning: LabelMeaning;
  pattern: RegExp;
  weak?: true;
}

const BODY = `[\\p{Script=Han}A-Za-z0-9()（）·\\-]{2,40}?(?:${ORGANISATION_ENDINGS})(?:[（(][A-Za-z\\p{Script=Han}]{2,12}[）)])?`;
const FAVOURABLE =
  '(?:(?:均|全部|完全|判定)?(?:为)?合格(?!证|评定)|(?:均)?(?:符合|满足)[^。；;\\n]{0,80}?(?:标准|要求|规定)(?:(?:的)?(?:要求|规定))?)';
const DATE =
  '(?:(?:19|20)\\d{2}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{1,2}日?|(?:19|20)\\d{2}年\\d{1,2}月|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)';
const ISSUED = '(?:颁发|签发|发放|出具|核发|授予|发证|颁证)';
const ENGLISH_DATE =
  '(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\\.?,? \\d{4}|\\d{4}-\\d{2}-\\d{2})';

const TELLINGS: readonly Telling[] = [
  {
    meaning: 'issueDate',
    pattern: new RegExp(
      `(${DATE})[，,][^。；\\n]{2,40}?(?:获得|取得|获颁|${ISSUED})[^。；\\n]{0,40}?(?:证书|报告)`,
      'u',
    ),
  },
  {
    meaning: 'validUntil',
    pattern: /valid(?:ity)?(?: period)?:?\s+from\s[^;\n]{6,24}?\s(?:to|until|till|through|–|-)\s([^;\n]{6,24})/iu,
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `(?:经由|由|经过|经|获得|获|取得|通过了?)\\s*[“"]?(${BODY})[”"]?\\s*(?:正式)?(?:于[^，。；]{4,16})?(?:的?(?:严格)?(?:审核|检验|检测|认证|评定|评审|检查)|${ISSUED}|批准)`,
      'u',
    ),
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(`(?:^|[，。；、\\s])(${BODY})\\s*(?:已?于|在)?\\s*${DATE}\\s*(?:正式)?${ISSUED}`, 'u'),
  },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`(${DATE})\\s*(?:正式|顺利|成功|首次)?(?:获得|取得|通过|获颁|拿到|${ISSUED})`, 'u'),
  },
  { meaning: 'issueDate', pattern: new RegExp(`${ISSUED}(?:于|日期|时间)?(?:为|是|于)?\\s*(${DATE})`, 'u') },
  { meaning: 'issueDate', pattern: new RegExp(`(?:于|在)\\s*(${DATE})\\s*[，,]?\\s*(?:由|经|获|通过|取得|向)`, 'u') },
  { meaning: 'certificateNumber', pattern: /编号(?:为|是)\s*([A-Za-z0-9(（][^，。；、\s]{3,40})/u },
  {
    meaning: 'certificateNumber',
    pattern:
      /(?:证书|报告)\s*[（(](?:证书|报告)?(?:编号|号码?|No\.?)?\s*[:：]?\s*([A-Za-z0-9][A-Za-z0-9()\-/ .]{5,40})[)）]/iu,
  },
  {
    meaning: 'certificateNumber',
    pattern: /(?:3C|CCC|CQC|认证|证书|报告)\s*[:：]\s*((?=[A-Z0-9()\-/]*\d{4})[A-Z0-9][A-Z0-9()\-/]{7,30})/iu,
  },
  { meaning: 'certificateNumber', pattern: /第\s*([A-Za-z0-9()（）-]{6,30})\s*号(?:证书|报告|检验|检测|认证)/u },
  {
    meaning: 'modelSpec',
    pattern: /(?:型号|规格)(?:规格|型号)?(?:为|是|:|：)?\s*([A-Za-z0-9φΦ][A-Za-z0-9\-/.+*×（()）]{1,40})/u,
  },
  {
    meaning: 'productName',
    pattern:
      /(?:生产的|销售的|所售的?|经销的|本款|该款|推出的|研发的|旗下|送检的|制造的)\s*[“"]?([^，。；（()）“”"的]{2,24}?)[”"]?\s*(?=[（(，,]|已|经|获|通过|于|取得|产品|顺利|型号)/u,
  },
  { meaning: 'productName', pattern: /产品\s*[“"「]([^”"」]{2,24})[”"」]/u },
  { meaning: 'productName', pattern: /(?:本|该|此)产品[（(]([^，。；（()）]{2,24})[，,；;）)]/u },
  {
    meaning: 'holder',
    pattern: /兹证明\s*[:：]?\s*([\p{Script=Han}A-Za-z0-9()（）]{4,40}?(?:公司|厂|集团|院|中心|所|社|店|部))/u,
  },
  {
    meaning: 'holder',
    pattern:
      /(?:^|[，。；\s])(?:我司|我公司|本公司)?[（(]?((?![由经获向])[\p{Script=Han}()（）]{4,30}?(?:有限公司|集团|厂))[)）]?(?:的|建立|已|于|经|顺利|通过|荣获|获得|取得)/u,
    weak: true,
  },
  {
    meaning: 'conclusion',
    pattern: new RegExp(
      `((?:所检|所测|所验|各项指标|检验项目|检测项目|本次检验|本次检测)[^。；;\\n]{0,40}?${FAVOURABLE})`,
      'u',
    ),
    weak: true,
  },
  {
    meaning: 'conclusion',
    pattern: new RegExp(
      `((?:上述产品|以上产品|该产品|本产品|该样品|样品|所送样品)(?:经检[验测])?[，,]?[^。；;，\\n]{0,40}?${FAVOURABLE})`,
      'u',
    ),
    weak: true,
  },
  {
    meaning: 'conclusion',
    pattern: new RegExp(`(?:结论|结果|判定)(?:为|是|：|:)?\\s*[“"]?(${FAVOURABLE}|不合格)`, 'u'),
  },
  { meaning: 'conclusion', pattern: /(?:结论|结果|判定)(?:为|是|：|:)\s*[“"]?([^，。；“”"]{2,40})/u },
  {
    meaning: 'standard',
    pattern:
      /(?:依据|按照|根据|执行)\s*[《“]?((?:GB|GB\/T|ISO|IEC|EN|CNCA|CQC|JB|QB|YY|HJ|NY|SN|FZ|DB)[\s/-]?[^，。；《》“”]{2,80}?)[》”]?\s*(?:的?(?:标准|要求|规定|进行|检验|检测)|[，。；]|$)/u,
    weak: true,
  },
  {
    meaning: 'issuingBody',
    pattern:
      /(?:issued|granted|certified|awarded|tested) by\s+([A-Z][^;:\n]*?(?:\b(?:Ltd|Inc|Corp|Co)\.|[A-Za-z)]))(?=\s+(?:on|under|in|with|for|and|dated|to)\b|,\s(?!(?:Ltd|Inc|LLC|Limited)\b)|\.(?:\s|$)(?! ?(?:Ltd|,))|;|$)/u,
  },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`(?:issued|granted|certified|dated)[^;\\n]{0,100}?\\b(?:on|dated)?\\s*(${ENGLISH_DATE})`, 'u'),
  },
  {
    meaning: 'certificateNumber',
    pattern: /(?:certificate|report)\s+(?:no\.?|number|#)\s*:?\s*([A-Z0-9][A-Z0-9\-/.]{3,40})/iu,
  },
  {
    meaning: 'modelSpec',
    pattern:
      /\b[Mm]odels?(?:\s+(?:[Nn]o\.?|[Nn]umber|[Nn]ame))?\s*[:#]?\s+((?=[A-Za-z0-9-]*\d)[A-Z][A-Za-z0-9\-/.]{1,30})/u,
  },
  {
    meaning: 'validUntil',
    pattern: new RegExp(`(?:valid (?:until|till|through|to)|expires? on|expiring on)\\s+(${ENGLISH_DATE})`, 'iu'),
  },
  {
    meaning: 'conclusion',
    pattern:
      /((?:the |this |these )?(?:tested |submitted |above )?(?:product|sample|equipment|item|device)s?[^.;\n]{0,60}?(?:compl(?:y|ies|ied)|conforms?|meets?|(?:was|were|is|are) found (?:to (?:be )?)?(?:compl|conform)[a-z]*|(?:has |have )?passed)[^.;\n]{0,140})/iu,
    weak: true,
  },
  {
    meaning: 'issuingBody',
    weak: true,
    pattern: new RegExp(
      `^(?:[（(](?:盖章|公章|章)[)）])?\\s*((?=[^\\s]*(?:认证|检[验测]|质量|计量|质检))${BODY})\\s*(?:[（(](?:盖章|公章|章)[)）])?$`,
      'u',
    ),
  },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(
      `(?:^|[，。；、\\s])((?![由经获向])${BODY})\\s*(?:正式)?${ISSUED}(?:的|了)?[^，。；]{0,12}(?:证书|报告)`,
      'u',
    ),
  },
];

/** Sentences that speak of certificates; only those are read. */
const SUBJECT = /证书|认证|检[验测]|报告|符合|合格|有效期|certificat|report|compl|conform|issued by|valid/i;

/** What the sentences of a line say of a certificate: 由 … 于 … 颁发, 所检项目均符合 …, issued by … */
export function readProse(line: Line, order?: SlashOrder): Reading[] {
  if (line.text.length < 8 || !SUBJECT.test(line.text)) return [];
  const readings: Reading[] = [];
  for (const { meaning, pattern, weak } of TELLINGS) {
    if (readings.some((reading) => reading.meaning === meaning)) continue;
    const match = line.text.match(pattern);
    if (!match?.[1]) continue;
    const value = valueFor(
      meaning,
      match[1],
      meaning === 'conclusion' || meaning === 'standard' ? 'line' : 'prose',
      order,
    );
    if (!value || value.raw === '') continue;
    const start = line.start + match.index! + match[0].indexOf(match[1]) + value.start;
    readings.push({
      meaning,
      value: value.value,
      raw: value.raw,
      start,
      weak: weak ?? false,
      specific: true,
      label: '',
    });
  }
  return readings;
}
