import type { Evasion } from './finding.ts';
import { Gap, type Units } from './units.ts';
import { canonicalCharacter, explain, isCommon, splitPairs } from './variants.ts';

/** How far a match may be trusted: `sure` and `likely` stand alone, `weak` needs another finding on the page. */
export type Confidence = 'sure' | 'likely' | 'weak';

/** What each way of writing around a phrase is worth by itself. Look-alikes are weighed by {@link confidenceOf}. */
export const CONFIDENCE: Readonly<Record<Evasion, Confidence>> = {
  width: 'sure',
  traditional: 'sure',
  invisible: 'sure',
  separator: 'sure',
  'inline-split': 'sure',
  'line-break': 'sure',
  'hidden-filler': 'sure',
  ruby: 'sure',
  vertical: 'sure',
  bidi: 'sure',
  'split-character': 'likely',
  'look-alike': 'likely',
  pinyin: 'likely',
  homophone: 'weak',
  initials: 'weak',
};

const rank: Record<Confidence, number> = { sure: 2, likely: 1, weak: 0 };

export interface Reading {
  evasions: Evasion[];
  confidence: Confidence;
}

/** Whether the punctuation between the phrase's characters is decoration; a comma list has one mark, an evasion has many. */
function gapsAreDecoration(gaps: readonly number[], punctuated: boolean): boolean {
  const count = (bit: number) => gaps.filter((gap) => gap & bit).length;
  if (count(Gap.border) > 0) return false;
  const lines = count(Gap.line);
  if (lines > 1 && lines < gaps.length) return false;
  if (punctuated) return true;
  const sentences = count(Gap.sentence);
  if (sentences > 0 && (sentences < gaps.length || gaps.length < 3)) return false;
  const clauses = count(Gap.clause);
  return clauses === 0 || (gaps.length >= 2 && clauses >= Math.max(2, gaps.length * 0.6));
}

function gapEvasions(gaps: readonly number[]): Evasion[] {
  const all = gaps.reduce((bits, gap) => bits | gap, 0);
  const lines = gaps.filter((gap) => gap & Gap.line).length;
  const evasions: Evasion[] = [];
  if (all & Gap.invisible) evasions.push('invisible');
  if (all & Gap.reading) evasions.push('ruby');
  if (all & (Gap.space | Gap.separator | Gap.clause | Gap.sentence)) evasions.push('separator');
  if (lines > 0) evasions.push(lines === gaps.length && lines > 1 ? 'vertical' : 'line-break');
  return evasions;
}

/** The halves of a joined unit, or its one character. */
function writtenAt(units: Units, index: number): string {
  return units.text.slice(units.at[index], units.to[index]);
}

function explainUnit(units: Units, index: number, meant: string): Evasion | null | undefined {
  const written = writtenAt(units, index);
  if (!units.joined.has(index)) return explain(written, meant);
  const halves = [...written].map(canonicalCharacter).filter((half) => /[\p{L}\p{So}⺀-⿕]/u.test(half));
  return splitPairs().get(halves.join('')) === meant ? 'split-character' : undefined;
}

/** What look-alikes are worth: rare ones were chosen to deceive; a common one may be the word itself. */
function lookAlikeConfidence(written: readonly string[], length: number): Confidence {
  if (written.length === length) return 'weak';
  if (!written.some(isCommon)) return 'likely';
  return length >= 4 && written.length === 1 ? 'likely' : 'weak';
}

/**
 * How the units first … last (inclusive) are read as the characters meant, or null when they are not.
 * @param punctuated the phrase itself is written with punctuation
 */
export function readAs(units: Units, first: number, meant: string, punctuated: boolean): Reading | null {
  const gaps = units.gaps.slice(first + 1, first + meant.length);
  if (!gapsAreDecoration(gaps, punctuated)) return null;
  const evasions = new Set<Evasion>(punctuated ? [] : gapEvasions(gaps));
  const alike: string[] = [];
  let unchanged = 0;
  for (let index = 0; index < meant.length; index++) {
    const evasion = explainUnit(units, first + index, meant[index]!);
    if (evasion === undefined) return null;
    if (evasion === null) unchanged++;
    else evasions.add(evasion);
    if (evasion === 'look-alike') alike.push(writtenAt(units, first + index));
  }
  if (evasions.has('homophone') && unchanged === 0) return null;
  if (units.reversed) evasions.add('bidi');
  let confidence: Confidence = alike.length > 0 ? lookAlikeConfidence(alike, meant.length) : 'sure';
  for (const evasion of evasions) {
    if (evasion !== 'look-alike' && rank[CONFIDENCE[evasion]] < rank[confidence]) confidence = CONFIDENCE[evasion];
  }
  return { evasions: [...evasions], confidence };
}
