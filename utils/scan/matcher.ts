import type { Lexicon } from './compile.ts';
import type { CompiledFamily } from './compiled-family.ts';
import { type Confidence, readAs } from './evasion.ts';
import { clausesOf, familyChains, type Word } from './families.ts';
import type { Evasion } from './finding.ts';
import { type Hit, hitOf, type Met, meet, placeOf } from './meet.ts';
import { lettersOf, type SyllableTrie, spellings, standsAlone, syllableTrie } from './spelled.ts';
import { joinedUnits, readUnits, reversedUnits, type Units } from './units.ts';

const NONE: readonly Word[] = [];

/** Whether a family may be complete: every slot that must be filled has a word, and so has its condition. */
const mayHold = ({ family, firstSlot }: CompiledFamily, index: number, { slots, objects }: Met) =>
  (!family.requires || objects.has(index)) &&
  family.slots.every(({ optional }, slot) => optional || slots.has(firstSlot + slot));

const holds = (cover: { start: number; end: number }, place: { start: number; end: number }) =>
  cover.start <= place.start && cover.end >= place.end;
const covers = (cover: { start: number; end: number }, place: { start: number; end: number }) =>
  holds(cover, place) && cover.end - cover.start > place.end - place.start;
/** A signal is silent on the very words of an exception, or of a rule that is switched off; a listed wording only within longer ones. */
const spares = (cover: { start: number; end: number }, hit: Hit) => (hit.rule.force ? holds : covers)(cover, hit);

function familyHits(units: Units, met: Met, lexicon: Lexicon): Hit[] {
  const hits: Hit[] = [];
  let clauses: number[] | undefined;
  for (const index of met.families) {
    const compiled = lexicon.families[index]!;
    if (!mayHold(compiled, index, met)) continue;
    const { rule, family, firstSlot } = compiled;
    clauses ??= clausesOf(units);
    const free = family.slots.map((_, slot) =>
      (met.slots.get(firstSlot + slot) ?? NONE).filter(
        ({ first, last }) => !met.covers.some((cover) => covers(cover, placeOf(units, first, last))),
      ),
    );
    for (const chain of familyChains(family, { slots: free, objects: met.objects.get(index) ?? NONE }, clauses)) {
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

function isTaken(taken: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (taken[at] !== 0) return true;
  return false;
}

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
    if (isTaken(taken, hit.start, hit.end)) {
      const other = kept.find((one) => one.start < hit.end && hit.start < one.end);
      if (other && sameClaim(other, hit) && !isTaken(taken, other.end, hit.end)) {
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
 * A function that finds every hit of the lexicon in one text: those of wordings ascending and without overlaps, and all of signals.
 * @param without ways of writing that are not read: what is written so is other text
 */
export function createMatcher(
  lexicon: Lexicon,
  without: ReadonlySet<Evasion>,
): (text: string) => { exact: Hit[]; signals: Hit[] } {
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
    const free = hits.filter(
      (hit) => !hit.evasions.some((one) => without.has(one)) && !allowed.some((cover) => spares(cover, hit)),
    );
    return {
      exact: withoutOverlaps(free.filter(({ rule }) => !rule.force)),
      signals: free.filter(({ rule }) => rule.force),
    };
  };
}
