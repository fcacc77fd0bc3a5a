/** `{年}` is the year; `{号}` the next number of kind and year, `{号3}` the same with at least three digits. */
const COUNT = /\{号([1-9])?\}/;

/** Whether a pattern gives every paper a number of its own: it needs the counter. Empty means that papers are numbered by hand. */
export const isNumberPattern = (pattern: string): boolean => pattern === '' || COUNT.test(pattern);

/** The number (文号) of a paper, as the office writes it: `某市监电取〔{年}〕{号}号` → 某市监电取〔2026〕7号. */
export function paperNumber(pattern: string, year: number, count: number): string {
  return pattern
    .replaceAll('{年}', String(year))
    .replace(new RegExp(COUNT, 'g'), (_all, digits?: string) => String(count).padStart(Number(digits ?? 1), '0'));
}
