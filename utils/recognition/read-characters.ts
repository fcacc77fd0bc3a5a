import { LOOK_ALIKES } from '../../rules/look-alikes.ts';

/** A recognised character with its place along the strip that was read, as shares of the strip's length. */
export interface StripCharacter {
  char: string;
  /** 0…1. */
  probability: number;
  /** Probability of the likeliest character that looks like it, or that may have been left out before it, where it is worth a word. */
  rival?: number;
  from: number;
  to: number;
}

/** What the recogniser gives for one strip: a probability for every class at every step. */
export interface StepScores {
  steps: number;
  classes: number;
  values: Float32Array;
}

/** A rival below this is noise. */
const LEAST_RIVAL = 0.02;

/** A character that was nearly read between two others weighs so much as a rival of the second: a dash is lost more easily than misread. */
const OMITTED = 0.3;

/** Classes of the characters that look like one, by its class. */
export function rivalClasses(characters: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const classOf = new Map(characters.map((char, index) => [char, index + 1]));
  const rivals = new Map<number, number[]>();
  for (const [a, b] of LOOK_ALIKES) {
    const one = classOf.get(a);
    const other = classOf.get(b);
    if (one === undefined || other === undefined) continue;
    rivals.set(one, [...(rivals.get(one) ?? []), other]);
    rivals.set(other, [...(rivals.get(other) ?? []), one]);
  }
  return rivals;
}

const isWide = (char: string) => /[\u2e80-\u9fff\uf900-\uffef]/.test(char);

/**
 * Greedy CTC decoding (Graves 2006): the likeliest class of every step, repeats joined, blanks dropped. Class 0 is the blank,
 * class n the n-th character.
 * @param rivals see {@link rivalClasses}
 * @param step width of a step as a share of the strip's length
 * @param square width of a square character as a share of the strip's length
 */
export function readCharacters(
  { steps, classes, values }: StepScores,
  characters: readonly string[],
  rivals: ReadonlyMap<number, readonly number[]>,
  step: number,
  square: number,
): StripCharacter[] {
  const found: { char: string; probability: number; rival: number; first: number; last: number }[] = [];
  const rivalAt = (at: number, index: number) =>
    (rivals.get(index) ?? []).reduce((most, other) => Math.max(most, values[at * classes + other]!), 0);
  let previous = 0;
  let nearly = 0;
  let nearlyClass = 0;
  let lastClass = 0;
  for (let at = 0; at < steps; at += 1) {
    let best = 0;
    let value = -1;
    let second = 0;
    let next = -1;
    for (let index = 0, from = at * classes; index < classes; index += 1) {
      const each = values[from + index]!;
      if (each > value) {
        second = best;
        next = value;
        value = each;
        best = index;
      } else if (each > next) {
        next = each;
        second = index;
      }
    }
    // A blank that was nearly a character, and not the edge of the one before or after it.
    if (best === 0 && next > nearly && second !== lastClass) {
      nearly = next;
      nearlyClass = second;
    }
    if (best !== 0) {
      if (best === previous) {
        const last = found.at(-1)!;
        last.probability = Math.max(last.probability, value);
        last.rival = Math.max(last.rival, rivalAt(at, best));
        last.last = at;
      } else {
        const omitted = nearlyClass === best ? 0 : nearly * OMITTED;
        found.push({
          char: characters[best - 1] ?? '',
          probability: value,
          rival: Math.max(rivalAt(at, best), omitted),
          first: at,
          last: at,
        });
        nearly = 0;
        lastClass = best;
      }
    }
    previous = best;
  }
  const centre = ({ first, last }: { first: number; last: number }) => ((first + last + 1) / 2) * step;
  return found
    .filter(({ char }) => char !== '')
    .map((each, index, all) => {
      const middle = centre(each);
      const reach = (isWide(each.char) ? square : square * 0.55) / 2;
      const before = all[index - 1];
      const after = all[index + 1];
      return {
        char: each.char,
        probability: each.probability,
        ...(each.rival >= LEAST_RIVAL ? { rival: each.rival } : {}),
        from: Math.max(0, middle - reach, before ? (centre(before) + middle) / 2 : 0),
        to: Math.min(1, middle + reach, after ? (centre(after) + middle) / 2 : 1),
      };
    });
}
