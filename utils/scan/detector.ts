import type { Lexicon } from './compile.ts';
import { FIRST_SYMBOL, isPictograph, Kind } from './fold.ts';
import { pinyinNoteAt } from './pinyin-note.ts';
import type { SlotChains } from './slot-chains.ts';
import { targetOf, Use, useOf } from './uses.ts';

/** Marks in all that the detector reads across inside one phrase; spaces are free, they may be indentation. */
const MARKS_ACROSS = 12;
/**
 * Finds the places worth a careful reading in a stream of text nodes. It reads on across node and block borders and through
 * every mark, so that it misses nothing; the careful reading then knows the borders. One pass, one table look-up a character.
 */
export class Detector {
  /** Places found by the last {@link feed}: offsets of the characters that end a candidate, ascending. */
  readonly hits: number[] = [];
  readonly #lexicon: Lexicon;
  readonly #chains: SlotChains;
  /** Where the last word of each slot ended that came in its family's order. */
  readonly #reached: Float64Array;
  #state = 0;
  #marks = 0;
  #consumed = 0;

  constructor(lexicon: Lexicon, chains: SlotChains) {
    this.#lexicon = lexicon;
    this.#chains = chains;
    this.#reached = new Float64Array(lexicon.slotFamily.length).fill(Number.NEGATIVE_INFINITY);
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
    let skipped = 0;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      const symbol = fold[code]!;
      if (symbol < FIRST_SYMBOL) {
        const note = code === 0x28 || code === 0xff08 ? pinyinNoteAt(text, index) : 0;
        if (note > 0) {
          index += note - 1;
          skipped += note;
        } else if (symbol === Kind.other) state = 0;
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
      if (
        alert[state] !== 0 &&
        (alert[state] === 2 || this.#completesFamily(state, this.#consumed + index - skipped))
      ) {
        hits.push(index);
      }
    }
    this.#state = state;
    this.#marks = marks;
    this.#consumed += text.length - skipped;
  }

  /** Notes the slots whose words end here; true when one completes a family, as far as distances tell. */
  #completesFamily(state: number, position: number): boolean {
    const { automaton, patterns, uses } = this.#lexicon;
    let complete = false;
    for (let at = automaton.emits[state]!; at !== 0; at = automaton.emits[automaton.fail[at]!]!) {
      const pattern = automaton.pattern[at]!;
      const set = uses.setOf[pattern]!;
      const start = position - patterns[pattern]!.length;
      for (let use = uses.from[set]!; use < uses.from[set + 1]!; use++) {
        const code = uses.codes[use]!;
        if (useOf(code) === Use.slot && this.#fills(targetOf(code), start, position)) complete = true;
      }
    }
    return complete;
  }

  /** Notes a slot's word, if it comes in its family's order; true when the family may end with it. */
  #fills(slot: number, start: number, position: number): boolean {
    const { after, reach, opens, completes } = this.#chains;
    let inOrder = opens[slot] !== 0;
    const nearest = start - reach[slot]!;
    for (let before = slot - 1; !inOrder && before >= after[slot]!; before--) {
      inOrder = this.#reached[before]! >= nearest;
    }
    if (!inOrder) return false;
    this.#reached[slot] = position;
    return completes[slot] !== 0;
  }
}
