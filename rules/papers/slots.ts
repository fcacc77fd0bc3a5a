import { ORGANISATION_ENDINGS } from '../organisation-words.ts';

/**
 * What may stand in the slots of a telling, by name: `{body}` in a template, `{=body}` where it is the value that is read.
 * Each is bounded and matches without going back far, since templates meet the words of any page.
 */
export const SLOTS: Readonly<Record<string, string>> = {
  /** A body or firm in a Chinese sentence. */
  body: `[\\p{Script=Han}A-Za-z0-9()（）·\\-]{2,40}?(?:${ORGANISATION_ENDINGS})(?:[（(][A-Za-z\\p{Script=Han}]{2,12}[）)])?`,
  /** A firm, never a mere 院, 所 or 部. */
  firm: '(?![由经获向为的])[\\p{Script=Han}A-Za-z0-9()（）·]{3,36}?(?:有限责任公司|有限公司|股份公司|集团公司|公司|集团|合作社|总厂|厂|研究院|检测院|中心|事务所|农场|酒店|医院|学校)',
  /** A firm by its English name. */
  englishFirm:
    "[A-Z][\\w&.'’-]{0,30}(?: [A-Z&(][\\w&.'’()-]{0,30}| of| and| for){0,8}?,? (?:Co\\., ?Ltd|Co\\.,? ?Limited|Company Limited|Ltd|Inc|LLC|GmbH|Limited|Corp|Corporation|Group|Company|S\\.?r\\.?l|S\\.?p\\.?A|AG|B\\.?V|AS|Oy)\\b\\.?",
  date: '(?:(?:19|20)\\d{2}\\s?[年./-]\\s?\\d{1,2}\\s?[月./-]\\s?\\d{1,2}日?|(?:19|20)\\d{2}年\\d{1,2}月|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)',
  englishDate:
    '(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\\.?,? \\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})',
  /** How a body gives a paper. */
  issued: '(?:颁发|签发|发放|出具|核发|授予|发证|颁证)',
  gained: '(?:顺利|成功|正式|一次性)?(?:取得|获得|通过|荣获|获颁|拿到)',
  /** A standard by its letters and number, with what follows 或 / 及. */
  standard:
    '(?:GB|ISO|IEC|EN|OHSAS|IATF|CTS|RB|SB|HJ|QB|NY|JB|CNCA|CQC|SA|AS|BS|ANSI|UL|ASTM|FSSC)[\\s/]?(?:T|Z|IEC|ISO|TS)?\\s?-?[A-Z]{0,4}\\d{2,6}(?:\\.\\d{1,3}){0,2}(?:[-:—]\\d{1,4}){0,2}',
  /** A standard for systems and services, which are certified to it rather than tested by it. */
  systemStandard:
    '(?:ISO|OHSAS|IATF|RB|CTS|SA|AS|FSSC|GB/T|GB)[\\s/]?(?:T|Z|IEC|TS)?\\s?-?[A-Z]{0,4}\\d{3,6}(?:\\.\\d{1,3}){0,2}(?:[-:—]\\d{1,4}){0,2}',
  number: '(?=[A-Za-z0-9()/.-]{0,40}\\d{3})[A-Za-z0-9][A-Za-z0-9()/.-]{5,34}',
  /** Goods as one names them in a sentence. */
  goods: '[\\p{Script=Han}A-Za-z0-9·]{2,24}?',
  /** A size, a weight or a count with its unit, several of them multiplied. */
  amount:
    '\\d{1,6}(?:\\.\\d{1,4})?\\s?(?:ml|mL|ML|L|l|升|毫升|kg|KG|g|G|克|公斤|千克|斤|寸|英寸|cm|mm|m|厘米|米|W|V|A|mAh)?(?:\\s?[×xX*✕]\\s?\\d{1,6}(?:\\.\\d{1,4})?\\s?(?:ml|mL|L|g|kg|cm|mm|m|片|袋|包|盒|罐|瓶|支|条|枚|个|粒|只|双|张|件|抽|卷)?){0,3}(?:/[\\p{Script=Han}]{1,2})?',
};
