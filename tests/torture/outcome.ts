/** What one torture run found. A run that could not be made is a failure, not a skip. */
export interface Outcome {
  name: string;
  tried: number;
  /** One line each; empty is a pass. */
  failures: readonly string[];
  /** Figures worth reading beside the verdict. */
  notes: readonly string[];
}

/** A repeatable sequence of numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
