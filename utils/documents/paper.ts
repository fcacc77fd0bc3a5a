/** What a person still has to write. Papers mark it so that nobody signs over an empty line unnoticed. */
export const BLANK = Symbol('待填');

/** Words with digests under them, each on a line of its own in a script whose characters are of one width. */
export interface Digested {
  text: string;
  digests: readonly string[];
}

/** Words of a cell or line; `BLANK` where a person must write. */
export type Words = string | typeof BLANK | Digested;

/** One part of a paper, in the order in which it is read. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: Words /** What is asked for, where a person must write it. */; ask?: string }
  /** Label and value pairs, one a row. */
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: Words])[] }
  /** A table with a head; `widths` are parts of the page's width. */
  | { kind: 'list'; head: readonly string[]; widths: readonly number[]; rows: readonly (readonly Words[])[] }
  /** A PNG, at most as wide as the page; `width` and `height` are its own, px. */
  | { kind: 'picture'; bytes: Uint8Array<ArrayBuffer>; width: number; height: number; caption: string }
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

/** What a paper still wants of a person, each once, in the order in which it is read. */
export function blanksOf({ blocks }: Paper): string[] {
  const asked = blocks.flatMap((part) => {
    if (part.kind === 'facts') return part.rows.flatMap(([label, value]) => (value === BLANK ? [label] : []));
    return part.kind === 'text' && part.text === BLANK && part.ask ? [part.ask] : [];
  });
  return [...new Set(asked)];
}

/** The paper with a person's answers in place of its blanks; what was left empty stays a marked blank. */
export function answered(paper: Paper, answers: ReadonlyMap<string, string>): Paper {
  const fill = (label: string | undefined, value: Words): Words =>
    value === BLANK && label !== undefined ? orBlank(answers.get(label)) : value;
  return {
    ...paper,
    blocks: paper.blocks.map((part) => {
      if (part.kind === 'facts')
        return { ...part, rows: part.rows.map(([label, value]) => [label, fill(label, value)] as const) };
      return part.kind === 'text' ? { ...part, text: fill(part.ask, part.text) } : part;
    }),
  };
}
