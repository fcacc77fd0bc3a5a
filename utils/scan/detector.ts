import type { Lexicon } from './compile.ts';
import { FIRST_SYMBOL, isPictograph, Kind } from './fold.ts';

/** Marks in all that the detector reads across inside one phrase; spaces are free, they may be indentation. */
const MARKS_ACROSS = 12;
/** Code units that may lie between two slots beyond the family's own gap: marks and indentation the reader does not count. */
const SLACK = 24;

/**
 * Finds the places worth a careful reading in a stream of text nodes. It reads on across node and block borders and through
 * every mark, so that it misses nothing; the careful reading then knows the borders. One pass, one table look-up a character.
 */
export class Detector {
  /** Places found by the last {@link feed}: offsets of the characters that end a candidate, ascending. */
  readonly hits: number[] = [];
  readonly #lexicon: Lexicon;
  readonly #reached: Float64Array;
  #state = 0;
  #marks = 0;
  #consumed = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#reached = new Float64Array(lexicon.slots).fill(Number.NEGATIVE_INFINITY);
  }

  /** Forgets what was read: the next text does not follow the last. */
  reset(): void {
    this.#state = 0;
    this.#marks = 0;
    this.#consumed += 1e6;
  }

  /** Reads one text; {@link hits} then holds its candidates. */
  feed(text: string): void {
    const { fold, automaton, alert } = this.#lexicon;
    const { root, children, symbol: edge, fail } = automaton;
    const hits = this.hits;
    hits.length = 0;
    let state = this.#state;
    let marks = this.#marks;
    for (let index = 0; index < text.length; index++) {
      const symbol = fold[text.charCodeAt(index)]!;
      if (symbol < FIRST_SYMBOL) {
        if (symbol === Kind.other) state = 0;
        else if (symbol === Kind.suspicious) {
          if (!isPictograph(text, index)) hits.push(index);
        } else if (symbol !== Kind.space && state !== 0 && ++marks > MARKS_ACROSS) state = 0;
        continue;
      }
      marks = 0;
      let next = 0;
      while (state !== 0) {
        const end = children[state + 1]!;
        next = children[state]!;
        while (next < end && edge[next] !== symbol) next++;
        if (next < end) break;
        state = fail[state]!;
      }
      state = state === 0 ? root[symbol]! : next;
      if (alert[state] !== 0 && (alert[state] === 2 || this.#completesFamily(state, this.#consumed + index))) {
        hits.push(index);
      }
    }
    this.#state = state;
    this.#marks = marks;
    this.#consumed += text.length;
  }

  /** Notes the slots whose words end here; true when one completes a family, as far as distances tell. */
  #completesFamily(state: number, position: number): boolean {
    const { automaton, patterns, families } = this.#lexicon;
    let complete = false;
    for (let at = automaton.emits[state]!; at !== 0; at = automaton.emits[automaton.fail[at]!]!) {
      const pattern = patterns[automaton.pattern[at]!]!;
      for (const use of pattern.uses) {
        if (use.kind !== 'slot') continue;
        const { family, firstSlot } = families[use.family]!;
        const start = position - pattern.characters.length;
        let open = true;
        let reached = false;
        for (let slot = use.slot - 1; open && slot >= 0; slot--) {
          reached ||= start - this.#reached[firstSlot + slot]! <= family.maxGap + SLACK;
          open = family.slots[slot]!.optional === true;
        }
        if (!reached && !open) continue;
        this.#reached[firstSlot + use.slot] = position;
        complete ||= family.slots.slice(use.slot + 1).every((slot) => slot.optional);
      }
    }
    return complete;
  }
}
