/** What a person still has to write. Papers mark it so that nobody signs over an empty line unnoticed. */
export const BLANK = Symbol('待填');

/** Words of a cell or line; `BLANK` where a person must write. */
export type Words = string | typeof BLANK;

/** One part of a paper, in the order in which it is read. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: Words }
  /** Label and value pairs, one a row. */
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: Words])[] }
  /** A table with a head; `widths` are parts of the page's width. */
  | { kind: 'list'; head: readonly string[]; widths: readonly number[]; rows: readonly (readonly Words[])[] }
  /** Lines for signature and date. */
  | { kind: 'signatures'; lines: readonly string[] };

/** A formal paper, before it is written as .docx or HTML. */
export interface Paper {
  title: string;
  /** 文号 */
  number: Words;
  blocks: readonly Block[];
}

/** The words, or a blank where there are none. */
export const orBlank = (text: string | undefined): Words => text?.trim() || BLANK;

/** How a blank is printed. */
export const BLANK_TEXT = '＿＿＿＿＿＿（待填）';
