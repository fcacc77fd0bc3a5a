import type { RulePackStamp } from '../../rules/rule.ts';
import type { Disposition } from '../scan/finding.ts';

/** What a person said of words: they are a claim that was not found, or a finding that is none. */
export const MARK_VERDICTS = ['missed', 'false-positive'] as const;

export type MarkVerdict = (typeof MARK_VERDICTS)[number];

/** A cluster of words as the judge sees it: hashed features, packed, without the text. */
export interface MarkedCluster {
  own: string;
  exact: boolean;
  cue: Disposition;
}

/** Words of a page that a person marked, with what the judge saw of them and of the page at that moment. */
export interface MarkedWords {
  url: string;
  words: string;
  prefix: string;
  suffix: string;
  rulePacks: readonly RulePackStamp[];
  /** Claims on the page beside these words that stand as they are. */
  claims: number;
  /** Hashed features of the page. */
  page: string;
  runs: string;
  /** None where no signal stands in the words: the judge is not asked about them, and only a rule can find them. */
  clusters: readonly MarkedCluster[];
}

/** A label of an office: what its version of the judge learns from. */
export interface Mark extends MarkedWords {
  id: string;
  verdict: MarkVerdict;
  /** Local day, ISO 8601. */
  day: string;
}

/** The same words at the same place are one mark, whoever says so again. */
export const markId = (verdict: MarkVerdict, { url, prefix, words, suffix }: MarkedWords): string =>
  [verdict, url, prefix, words, suffix].join('\n');

/** What `marks.json` holds. */
export interface MarkFile {
  schema: 1;
  marks: readonly Mark[];
}

/** The file of some marks, the same for the same marks in any order. */
export function markFile(marks: readonly Mark[]): string {
  const ordered = [...marks].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return `${JSON.stringify({ schema: 1, marks: ordered } satisfies MarkFile, null, 1)}\n`;
}
