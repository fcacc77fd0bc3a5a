/** The first character of each initial in the order of the dictionary; no syllable begins with I, U or V. */
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀';

/** Characters of names that are read in two ways, with the initial that the dictionary's order does not give. */
const OTHER_READING: Readonly<Record<string, string>> = Object.fromEntries(
  '重c 长c 行h 乐y 单s 曾c 解x 翟d 查c 朝z 会k 调t 传z 藏c 石d 宿x 种c 便p 省x 降x 厦x 校j 识z 区o 尉w 万m 参s 仇c 系j'
    .split(' ')
    .map(([char, letter]) => [char!, letter!]),
);

const IDEOGRAPH = /[\u3400-\u9fff]/;
const known = new Map<string, string>();

let dictionary: Intl.Collator | undefined;

function initialOf(char: string): string {
  if (!IDEOGRAPH.test(char)) return /[a-z0-9]/.test(char) ? char : ' ';
  const before = known.get(char);
  if (before) return before;
  dictionary ??= new Intl.Collator('zh-u-co-pinyin');
  let [low, high] = [0, FIRST.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (dictionary.compare(char, FIRST[middle]!) >= 0) low = middle;
    else high = middle - 1;
  }
  const letter = LETTERS[low]!;
  known.set(char, letter);
  return letter;
}

/**
 * The initials under which a Chinese text is looked for (泉州检测 → qzjc): the browser's own dictionary order tells them, so that no
 * table is carried along. Two strings where characters are read in two ways, one for each reading.
 * @param text half width, lower case
 */
export function pinyinInitials(text: string): string[] {
  const first = Array.from(text, initialOf).join('');
  const second = Array.from(text, (char) => OTHER_READING[char] ?? initialOf(char)).join('');
  return first === second ? [first] : [first, second];
}

/** Only letters, and more than one: what may be meant as initials. */
export const areInitials = (query: string): boolean => /^[a-z]{2,}$/.test(query);
