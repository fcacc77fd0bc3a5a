const DIGITS = '零一二三四五六七八九';

/** A number below 1,000 as an article is counted: 十一, 六十一, 一百零三. */
function inChinese(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const ten = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return head + ten + (ones > 0 ? DIGITS[ones] : '');
}

/** The article as it is cited (第六十一条) from what a person types: 61, 第61条, 六十一, 第六十一条; null when it is none. */
export function articleFrom(typed: string): string | null {
  const number = /^第?\s*(?:([1-9]\d{0,2})|([一二三四五六七八九十百零]+))\s*条?$/.exec(typed.trim());
  if (!number) return null;
  return `第${number[1] ? inChinese(Number(number[1])) : number[2]}条`;
}
