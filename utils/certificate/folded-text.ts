/** A text made comparable, with the way back to the characters it came from. */
export interface FoldedText {
  text: string;
  /** `at[i]` is the offset in the original of folded character `i`; one more entry closes the text. */
  at: readonly number[];
}

const HAN = /\p{Script=Han}/u;
const SPACE = /[\s\u3000\u00a0]/;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/;

/** Without the white space that spreads Chinese words (检 测 报 告); everything else stays. */
export function unspaced(text: string): string {
  return text.replace(/(?<=\p{Script=Han})[ \t\u3000\u00a0]+(?=\p{Script=Han})/gu, '');
}

/**
 * Folds a text for label matching: full-width forms become half-width, letters lower case, white space between Chinese
 * characters disappears (证 书 编 号), other white space becomes one space. Lengths change only through `at`.
 */
export function foldText(original: string): FoldedText {
  let text = '';
  const at: number[] = [];
  const put = (characters: string, offset: number) => {
    for (const unit of characters.split('')) {
      text += unit;
      at.push(offset);
    }
  };
  for (let i = 0; i < original.length; i++) {
    const char = original[i]!;
    if (INVISIBLE.test(char)) continue;
    if (SPACE.test(char)) {
      let end = i;
      while (end + 1 < original.length && SPACE.test(original[end + 1]!)) end++;
      const next = original[end + 1];
      const spaced = text !== '' && next !== undefined && !(HAN.test(text.at(-1)!) && HAN.test(next));
      if (spaced) put(' ', i);
      i = end;
      continue;
    }
    put(char >= '\ud800' && char <= '\udfff' ? char : char.normalize('NFKC').toLowerCase(), i);
  }
  at.push(original.length);
  return { text, at };
}
