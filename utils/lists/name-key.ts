/** What stands in brackets beside a name without being part of it: 中国质量认证中心（CQC）, 某某检测有限公司（盖章）. */
const ALIAS = /\((?:[A-Z0-9&.,/ -]{1,40}|(?:以下)?简称[^()]{0,40}|盖?公?章)\)/g;

/** Forms of a company that say nothing about which one it is; lists and certificates shorten them freely. */
const LEGAL_FORM = /(?:股份有限责任公司|股份有限公司|有限责任公司|有限公司|公司)$/;

/** 福建华测检测技术有限公司泉州分公司: the body, and which part of it. */
const BRANCH =
  /^(.{2,}?(?:公司|集团|中心|研究院|检测院|检验院|研究所))(.{1,20}?)(?:分公司|分中心|分院|分所|分部|办事处|代表处|工作站)$/;

const isolated = (name: string) => name.normalize('NFKC').toUpperCase().replace(ALIAS, '');

const keyOf = (plain: string) => plain.replace(/[^\p{L}\p{N}]+/gu, '').replace(LEGAL_FORM, '');

/**
 * What stays of a body's name when width, spaces, brackets, signs, letter case, abbreviations and the form of company are left aside.
 * Empty when nothing does.
 */
export const nameKey = (name: string): string => keyOf(isolated(name));

/** The key of the body that a branch belongs to; undefined when the name is no branch's. */
export function parentKey(name: string): string | undefined {
  const parent = BRANCH.exec(isolated(name).replace(/[^\p{L}\p{N}]+/gu, ''))?.[1];
  return parent && keyOf(parent);
}

/** A name in two languages, or with its abbreviation before it, has at least this much of a Chinese one. */
const SHORTEST_CHINESE = 4;

/** The key of the Chinese part of a name that also holds Latin letters; undefined when there is no such part. */
function chineseKey(name: string): string | undefined {
  const plain = isolated(name);
  const chinese = plain.replace(/[A-Z][A-Z0-9&.,'’ -]*/g, '');
  const key = keyOf(chinese);
  return chinese !== plain && key.length >= SHORTEST_CHINESE ? key : undefined;
}

/** The keys under which a body may stand in a list, the surest first: its own, that of its Chinese name, that of the body whose branch it is. */
export const lookUpKeys = (name: string): string[] =>
  [nameKey(name), chineseKey(name), parentKey(name)].filter((key) => key !== undefined && key !== '') as string[];
