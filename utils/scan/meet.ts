import type { ScanRule } from '../../rules/rule.ts';
import { advance } from './automaton.ts';
import type { Lexicon, Wording } from './compile.ts';
import { type Confidence, type Reading, readAs } from './evasion.ts';
import type { Word } from './families.ts';
import type { Evasion } from './finding.ts';
import { standsAlone } from './spelled.ts';
import { Gap, type Units } from './units.ts';
import { targetOf, Use, useOf } from './uses.ts';
import { canonicalCharacter } from './variants.ts';

/** A rule that fired in a text, before its context is judged. */
export interface Hit {
  rule: ScanRule;
  phrase: string;
  start: number;
  end: number;
  /** Places of the words that make it up: one for a phrase, one a slot for a family. */
  words: readonly { start: number; end: number }[];
  evasions: readonly Evasion[];
  confidence: Confidence;
  /** A listed wording rather than a family. */
  listed: boolean;
}

/** What of a lexicon stands in a text. */
export interface Met {
  phrases: Hit[];
  covers: { start: number; end: number }[];
  /** Families of which some word was met. */
  families: Set<number>;
  /** The words met for each slot, and for each family's condition. */
  slots: Map<number, Word[]>;
  objects: Map<number, Word[]>;
  /** Something here asks for a second reading. */
  hinted: boolean;
}

const DIGIT = /[0-9]/;
const NUMERAL = /[零〇一二两三四五六七八九十百千]/;
const LETTER = /[a-z]/;

/** A wording that begins or ends in letters or figures is not part of a longer word or number. */
function isWhole(units: Units, first: number, characters: string): boolean {
  const last = first + characters.length - 1;
  const neighbour = (index: number, gap: number) =>
    units.at[index] === undefined || gap & ~Gap.invisible
      ? ''
      : canonicalCharacter(units.text.slice(units.at[index], units.to[index]));
  const before = neighbour(first - 1, units.gaps[first] ?? 0);
  const after = neighbour(last + 1, units.gaps[last + 1] ?? 0);
  for (const kind of [DIGIT, NUMERAL, LETTER]) {
    if (kind.test(characters[0]!) && kind.test(before)) return false;
  }
  return ![DIGIT, LETTER].some((kind) => kind.test(characters.at(-1)!) && kind.test(after));
}

/** No pause stands inside: an exception without one is one word, and 证书，包过 is not 书包过. */
function isOneClause({ gaps }: Units, first: number, last: number): boolean {
  for (let at = first + 1; at <= last; at++) if (gaps[at]! & (Gap.clause | Gap.sentence | Gap.line)) return false;
  return true;
}

/** Where the units first … last stand in the text. */
export function placeOf(units: Units, first: number, last: number): { start: number; end: number } {
  const [from, to] = units.reversed ? [last, first] : [first, last];
  return { start: Math.min(units.at[from]!, units.at[to]!), end: Math.max(units.to[from]!, units.to[to]!) };
}

export function hitOf(
  units: Units,
  wording: Wording,
  first: number,
  last: number,
  evasions: Evasion[],
  confidence: Confidence,
): Hit {
  const place = placeOf(units, first, last);
  return { rule: wording.rule, phrase: wording.text, ...place, words: [place], evasions, confidence, listed: true };
}

/** Everything of the lexicon that the units spell. */
export function meet(units: Units, lexicon: Lexicon): Met {
  const { automaton, patterns } = lexicon;
  const met: Met = {
    phrases: [],
    covers: [],
    families: new Set(),
    slots: new Map(),
    objects: new Map(),
    hinted: false,
  };
  let state = 0;
  for (let last = 0; last < units.symbols.length; last++) {
    if (units.gaps[last]! & Gap.border) state = 0;
    state = advance(automaton, state, units.symbols[last]!);
    for (let at = automaton.emits[state]!; at !== 0; at = automaton.emits[automaton.fail[at]!]!) {
      const pattern = automaton.pattern[at]!;
      const characters = patterns[pattern]!;
      meetPattern(met, units, lexicon, pattern, { first: last - characters.length + 1, last, characters });
    }
  }
  return met;
}

/** Notes what it means that a pattern's characters stand at a place. */
function meetPattern(met: Met, units: Units, lexicon: Lexicon, pattern: number, word: Word): void {
  const { first, last, characters } = word;
  const { from, codes, setOf } = lexicon.uses;
  const set = setOf[pattern]!;
  let whole: boolean | undefined;
  // As a word of a family: the same for every family that has it.
  let plain: Reading | null | undefined;
  for (let use = from[set]!; use < from[set + 1]!; use++) {
    const code = codes[use]!;
    const kind = useOf(code);
    if (kind === Use.hint) {
      met.hinted = true;
      continue;
    }
    if (kind === Use.initials) {
      const place = placeOf(units, first, last);
      if (standsAlone(units.text, place.start, place.end) && readAs(units, first, characters, false)) {
        met.phrases.push(hitOf(units, lexicon.wordings[targetOf(code)]!, first, last, ['initials'], 'weak'));
      }
      continue;
    }
    whole ??= isWhole(units, first, characters);
    if (!whole) continue;
    if (kind === Use.phrase) {
      const wording = lexicon.wordings[targetOf(code)]!;
      const reading = readAs(units, first, wording.characters, wording.punctuated);
      if (reading) met.phrases.push(hitOf(units, wording, first, last, reading.evasions, reading.confidence));
    } else if (kind === Use.allow) {
      const reading = readAs(units, first, characters, true);
      if (reading && reading.confidence !== 'weak' && (targetOf(code) === 1 || isOneClause(units, first, last)))
        met.covers.push(placeOf(units, first, last));
    } else {
      if (plain === undefined) plain = readAs(units, first, characters, false);
      if (plain && plain.confidence !== 'weak') noteWord(met, lexicon, kind, targetOf(code), word);
    }
  }
}

/** Notes a word of a family: in one of its slots, or in its condition. */
function noteWord(
  { families, slots, objects }: Met,
  { slotFamily }: Lexicon,
  kind: typeof Use.slot | typeof Use.object,
  target: number,
  word: Word,
): void {
  families.add(kind === Use.slot ? slotFamily[target]! : target);
  const words = kind === Use.slot ? slots : objects;
  const known = words.get(target);
  if (known) known.push(word);
  else words.set(target, [word]);
}
