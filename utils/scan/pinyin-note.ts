/** Letters that only pinyin with its tones has beside the plain ones. */
const TONED = /[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹ]/i;
const LETTER = /[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹ' ]/i;
/** The longest syllable has six letters, and a note is seldom of more than two. */
const LONGEST = 14;

/**
 * How many characters of a text a note of pronunciation takes at a place: pages that were turned into traditional characters by
 * machine carry it behind a character, 認(rèn)證. Letters without a tone are a word of their own, 认证(CMA).
 * @returns 0 where there is none
 */
export function pinyinNoteAt(text: string, at: number): number {
  const open = text[at];
  if (open !== '(' && open !== '（') return 0;
  const close = open === '(' ? ')' : '）';
  let toned = false;
  for (let index = at + 1; index <= at + LONGEST + 1 && index < text.length; index++) {
    const character = text[index]!;
    if (character === close) return toned ? index + 1 - at : 0;
    if (!LETTER.test(character)) return 0;
    toned ||= TONED.test(character);
  }
  return 0;
}
