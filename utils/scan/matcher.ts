import type { ScanRule } from '../../rules/rule.ts';
import { advance } from './automaton.ts';
import type { Lexicon, Wording } from './compile.ts';
import { type Confidence, readAs } from './evasion.ts';
import { clausesOf, type FamilyWords, familyChains } from './families.ts';
import type { Evasion } from './finding.ts';
import { lettersOf, type SyllableTrie, spellings, standsAlone, syllableTrie } from './spelled.ts';
import { Gap, joinedUnits, readUnits, reversedUnits, type Units } from './units.ts';
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

interface Met {
  phrases: Hit[];
  covers: { start: number; end: number }[];
  families: Map<number, FamilyWords>;
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
  return !(LETTER.test(characters.at(-1)!) && LETTER.test(after));
}

function placeOf(units: Units, first: number, last: number): { start: number; end: number } {
  const [from, to] = units.reversed ? [last, first] : [first, last];
  return { start: Math.min(units.at[from]!, units.at[to]!), end: Math.max(units.to[from]!, units.to[to]!) };
}

function hitOf(
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
function meet(units: Units, lexicon: Lexicon): Met {
  const { automaton, patterns } = lexicon;
  const met: Met = { phrases: [], covers: [], families: new Map(), hinted: false };
  let state = 0;
  for (let last = 0; last < units.symbols.length; last++) {
    if (units.gaps[last]! & Gap.border) state = 0;
    state = advance(automaton, state, units.symbols[last]!);
    for (let at = automaton.emits[state]!; at !== 0; at = automaton.emits[automaton.fail[at]!]!) {
      const pattern = patterns[automaton.pattern[at]!]!;
      const { characters } = pattern;
      const first = last - characters.length + 1;
      let whole: boolean | undefined;
      for (const use of pattern.uses) {
        if (use.kind === 'hint') {
          met.hinted = true;
          continue;
        }
        whole ??= isWhole(units, first, characters);
        if (use.kind === 'initials') {
          const place = placeOf(units, first, last);
          if (standsAlone(units.text, place.start, place.end) && readAs(units, first, characters, false)) {
            met.phrases.push(hitOf(units, use.wording, first, last, ['initials'], 'weak'));
          }
        } else if (use.kind === 'phrase') {
          const reading = readAs(units, first, use.wording.characters, use.wording.punctuated);
          if (reading && whole) {
            met.phrases.push(hitOf(units, use.wording, first, last, reading.evasions, reading.confidence));
          }
        } else {
          const reading = readAs(units, first, characters, use.kind === 'allow');
          if (!reading || reading.confidence === 'weak' || !whole) continue;
          if (use.kind === 'allow') met.covers.push(placeOf(units, first, last));
          else noteWord(met, lexicon, use, { first, last, characters });
        }
      }
    }
  }
  return met;
}

function noteWord(
  met: Met,
  { families }: Lexicon,
  use: { kind: 'slot'; family: number; slot: number } | { kind: 'object'; family: number },
  word: { first: number; last: number; characters: string },
): void {
  let words = met.families.get(use.family);
  if (!words) {
    words = { slots: families[use.family]!.family.slots.map(() => []), objects: [] };
    met.families.set(use.family, words);
  }
  (use.kind === 'slot' ? words.slots[use.slot]! : words.objects).push(word);
}

const covers = (cover: { start: number; end: number }, place: { start: number; end: number }) =>
  cover.start <= place.start && cover.end >= place.end && cover.end - cover.start > place.end - place.start;

function familyHits(units: Units, met: Met, lexicon: Lexicon): Hit[] {
  if (met.families.size === 0) return [];
  const clauses = clausesOf(units);
  const hits: Hit[] = [];
  for (const [index, words] of met.families) {
    const { rule, family } = lexicon.families[index]!;
    const free = words.slots.map((list) =>
      list.filter(({ first, last }) => !met.covers.some((cover) => covers(cover, placeOf(units, first, last)))),
    );
    for (const chain of familyChains(family, { slots: free, objects: words.objects }, clauses)) {
      const readings = chain.map(({ first, characters }) => readAs(units, first, characters, false)!);
      hits.push({
        rule,
        phrase: chain.map(({ characters }) => characters).join(''),
        ...placeOf(units, chain[0]!.first, chain.at(-1)!.last),
        words: chain.map(({ first, last }) => placeOf(units, first, last)),
        evasions: [...new Set(readings.flatMap(({ evasions }) => evasions))],
        confidence: readings.every(({ confidence }) => confidence === 'sure') ? 'sure' : 'likely',
        listed: false,
      });
    }
  }
  return hits;
}

function spelledHits(units: Units, trie: SyllableTrie, letterOf: (symbol: number) => string | undefined): Hit[] {
  return spellings(units, lettersOf(units, letterOf), trie)
    .map(({ wording, first, last }) => hitOf(units, wording, first, last, ['pinyin'], 'likely'))
    .filter(({ start, end }) => standsAlone(units.text, start, end));
}

const CONFIDENCE_ORDER: readonly Confidence[] = ['sure', 'likely', 'weak'];
const preference = (hit: Hit) => (hit.confidence === 'weak' ? 4 : 0) + (hit.listed ? 0 : 2);

/** Two families whose words run on from one into the other, 质检报告1天出 and 1天出报告: one claim, told whole. */
const sameClaim = (a: Hit, b: Hit) =>
  !a.listed && !b.listed && a.rule.category === b.rule.category && a.confidence !== 'weak' && b.confidence !== 'weak';

/** Leftmost-longest, without overlaps; listed wordings before families, and weak readings only where nothing better stands. */
function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  if (hits.length < 2) return [...hits];
  const kept: Hit[] = [];
  const ordered = [...hits].sort(
    (a, b) =>
      preference(a) - preference(b) ||
      a.start - b.start ||
      b.end - a.end ||
      CONFIDENCE_ORDER.indexOf(a.confidence) - CONFIDENCE_ORDER.indexOf(b.confidence) ||
      (a.rule.level === b.rule.level ? 0 : a.rule.level === 'strong' ? -1 : 1),
  );
  const taken = new Uint8Array(hits.reduce((most, { end }) => Math.max(most, end), 0));
  for (const hit of ordered) {
    if (taken.subarray(hit.start, hit.end).includes(1)) {
      const other = kept.find((one) => one.start < hit.end && hit.start < one.end);
      if (other && sameClaim(other, hit) && !taken.subarray(other.end, hit.end).includes(1)) {
        other.end = Math.max(other.end, hit.end);
        taken.fill(1, other.start, other.end);
      }
      continue;
    }
    taken.fill(1, hit.start, hit.end);
    kept.push({ ...hit });
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * A function that finds every hit of the lexicon in one text, ascending and without overlaps.
 * @param without ways of writing that are not read: what is written so is other text
 */
export function createMatcher(lexicon: Lexicon, without: ReadonlySet<Evasion>): (text: string) => Hit[] {
  let trie: SyllableTrie | undefined;
  const letterOf = (symbol: number) => lexicon.characterOf[symbol];
  return (text) => {
    const units = readUnits(text, lexicon.fold);
    const met = meet(units, lexicon);
    const hits = [...met.phrases, ...familyHits(units, met, lexicon)];
    const allowed = [...met.covers];
    const again = (other: Units | null, evasion: Evasion) => {
      if (!other) return;
      const more = meet(other, lexicon);
      allowed.push(...more.covers);
      hits.push(...more.phrases, ...familyHits(other, more, lexicon).filter((hit) => hit.evasions.includes(evasion)));
    };
    if (met.hinted) {
      again(joinedUnits(units, lexicon.fold), 'split-character');
      trie ??= syllableTrie(lexicon.wordings);
      hits.push(...spelledHits(units, trie, letterOf));
    }
    again(reversedUnits(units), 'bidi');
    return withoutOverlaps(
      hits.filter(
        (hit) => !hit.evasions.some((one) => without.has(one)) && !allowed.some((cover) => covers(cover, hit)),
      ),
    );
  };
}
