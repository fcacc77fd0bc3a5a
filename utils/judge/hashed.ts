/** Features are numbered by a hash into a table of 2^BITS weights: no list of words travels with a model. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Where a feature's hash begins: one seed for each kind of feature. */
export function seedOf(kind: string): number {
  let hash = OFFSET;
  for (let at = 0; at < kind.length; at++) hash = Math.imul(hash ^ kind.charCodeAt(at), PRIME);
  return hash;
}

/** The cell of a finished hash; its bits are mixed once more, for FNV leaves its low ones poor. */
export function cellOf(hash: number, bits: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  return mixed >>> (32 - bits);
}

/** The cell of one named feature. */
export const namedCell = (kind: string, name: string, bits: number): number => cellOf(seedOf(`${kind}:${name}`), bits);

/** Adds the cells of every run of `shortest` … `longest` characters of a text. */
export function addGrams(
  cells: Set<number>,
  text: string,
  { seed, shortest, longest, bits }: { seed: number; shortest: number; longest: number; bits: number },
): void {
  for (let from = 0; from < text.length; from++) {
    let hash = seed;
    for (let length = 1; length <= longest && from + length <= text.length; length++) {
      hash = Math.imul(hash ^ text.charCodeAt(from + length - 1), PRIME);
      if (length >= shortest) cells.add(cellOf(hash, bits));
    }
  }
}

/** Counts the cells of every run within a line; runs do not go on over a line's end. */
export function countGrams(
  counts: Map<number, number>,
  text: string,
  { seed, longest, bits }: { seed: number; longest: number; bits: number },
): void {
  for (let from = 0; from < text.length; from++) {
    let hash = seed;
    for (let at = from; at < from + longest && at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) break;
      hash = Math.imul(hash ^ code, PRIME);
      const cell = cellOf(hash, bits);
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
}
