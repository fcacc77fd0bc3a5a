/** A recognised character with its place along the strip that was read, as shares of the strip's length. */
export interface StripCharacter {
  char: string;
  /** 0…1. */
  probability: number;
  from: number;
  to: number;
}

/** What the recogniser gives for one strip: a probability for every class at every step. */
export interface StepScores {
  steps: number;
  classes: number;
  values: Float32Array;
}

const isWide = (char: string) => /[\u2e80-\u9fff\uf900-\uffef]/.test(char);

/**
 * Greedy CTC decoding (Graves 2006): the likeliest class of every step, repeats joined, blanks dropped. Class 0 is the blank,
 * class n the n-th character.
 * @param step width of a step as a share of the strip's length
 * @param square width of a square character as a share of the strip's length
 */
export function readCharacters(
  { steps, classes, values }: StepScores,
  characters: readonly string[],
  step: number,
  square: number,
): StripCharacter[] {
  const found: { char: string; probability: number; first: number; last: number }[] = [];
  let previous = 0;
  for (let at = 0; at < steps; at += 1) {
    let best = 0;
    let value = -1;
    for (let index = 0, from = at * classes; index < classes; index += 1) {
      if (values[from + index]! > value) {
        value = values[from + index]!;
        best = index;
      }
    }
    if (best !== 0) {
      if (best === previous) {
        const last = found.at(-1)!;
        last.probability = Math.max(last.probability, value);
        last.last = at;
      } else found.push({ char: characters[best - 1] ?? '', probability: value, first: at, last: at });
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
        from: Math.max(0, middle - reach, before ? (centre(before) + middle) / 2 : 0),
        to: Math.min(1, middle + reach, after ? (centre(after) + middle) / 2 : 1),
      };
    });
}
