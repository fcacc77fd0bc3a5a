/** The parts of a block around a match, cut where a reader would pause. Quotation marks hold their commas together. */
export interface ClauseParts {
  /** From the last sentence end to the match. */
  sentenceBefore: string;
  /** From the last comma, line or gap to the match; a suffix of `sentenceBefore`. */
  clauseBefore: string;
  clauseAfter: string;
  sentenceAfter: string;
  /** What ends the sentence: 。 ！ ？ or nothing. */
  ending: string;
  /** What follows the sentence. */
  next: string;
  /** The match stands inside quotation marks that open in its sentence. */
  quoted: boolean;
}

/** An ellipsis between quotations goes on with them: “…”“…”……乱象调查. */
const SENTENCE_END = /[。！？!?\u2029]|(?<=[a-z]{3}|\))\.\s|(?<![”"…])…+(?!”)|\n\s*\n/g;
const CLAUSE_END = /[，,；;\n|｜★☆●◆■✓✔✅【】]| {2,}|\u3000|\p{Extended_Pictographic}/gu;
const QUOTES: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ['"', '"'],
  ['《', '》'],
];

/** Where the last match of `pattern`, a global one, in `text` ends, or 0. */
function afterLast(text: string, pattern: RegExp): number {
  let end = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) end = pattern.lastIndex;
  return end;
}

/** Where the first match of `pattern` in `text` begins, or its length. */
function beforeFirst(text: string, pattern: RegExp): number {
  const at = text.search(pattern);
  return at < 0 ? text.length : at;
}

/** How deep the reader is inside one kind of quotation marks at the end of `text`: its opening place, or -1. */
function openQuote(text: string): number {
  let opened = -1;
  for (const [open, close] of QUOTES) {
    const at =
      open === close
        ? text.split(open).length % 2 === 0
          ? text.lastIndexOf(open)
          : -1
        : text.lastIndexOf(open) > text.lastIndexOf(close)
          ? text.lastIndexOf(open)
          : -1;
    if (at > opened) opened = at;
  }
  return opened;
}

const closeQuote = (text: string) => beforeFirst(text, /[”」』’"》]/);
/** Pauses inside a quotation do not cut the sentence that quotes. Same length, so places stay valid. */
const flatten = (quotation: string) =>
  quotation.replace(/[，,。！!；;？?\n|｜]/g, '、').replace(/[ \u3000]{2,}/g, (gap) => '、'.repeat(gap.length));

/** What is left of a quotation after the match, where it goes on as a list: said of one item is said of all. */
const restOfList = (rest: string) => rest.replace(/^(?:、[^、]{1,16}){1,20}$/, '');

/** Cuts `text` around the match [start, end). */
export function clauseParts(text: string, start: number, end: number): ClauseParts {
  let before = text.slice(0, start);
  let after = text.slice(end);
  const opened = openQuote(before);
  const closes = closeQuote(after);
  const quoted = opened >= 0 && closes < after.length && start - opened <= 80 && closes <= 80;
  if (quoted) {
    before = before.slice(0, opened + 1) + flatten(before.slice(opened + 1));
    after = restOfList(flatten(after.slice(0, closes))) + after.slice(closes);
  }
  // Complete quotations elsewhere in the sentence keep their commas too: “甲、乙”等，“丙，丁”等.
  before = before.replace(/“[^“”]{0,80}”/g, flatten);
  after = after.replace(/“[^“”]{0,80}”/g, flatten);

  const sentence = before.slice(afterLast(before, SENTENCE_END));
  // A space before Latin letters is typography, not a gap in the line.
  const sentenceBefore = /\p{Script=Han}/u.test(text[start] ?? '') ? sentence : sentence.trimEnd();
  const sentenceLength = beforeFirst(after, SENTENCE_END);
  const sentenceAfter = after.slice(0, sentenceLength);
  return {
    sentenceBefore,
    clauseBefore: sentenceBefore.slice(afterLast(sentenceBefore, CLAUSE_END)),
    clauseAfter: sentenceAfter.slice(0, beforeFirst(sentenceAfter, CLAUSE_END)),
    sentenceAfter,
    ending: after.slice(sentenceLength, sentenceLength + 1),
    next: after.slice(sentenceLength + 1).trimStart(),
    quoted,
  };
}
