/** A sparse vector: cell by cell with its value. */
export interface Vector {
  cells: readonly number[];
  values: readonly number[];
}

export function dot(weights: ArrayLike<number>, { cells, values }: Vector): number {
  let sum = 0;
  for (let at = 0; at < cells.length; at++) sum += weights[cells[at]!]! * values[at]!;
  return sum;
}

/** Gathers the features of one thing. */
export class VectorBuilder implements Vector {
  readonly cells: number[] = [];
  readonly values: number[] = [];

  add(cell: number, value: number): void {
    this.cells.push(cell);
    this.values.push(value);
  }

  /** Adds cells that share a length, as the parts of one unit vector. */
  addAll(cells: ReadonlySet<number>, length: number): void {
    const value = length / Math.sqrt(cells.size || 1);
    for (const cell of cells) this.add(cell, value);
  }
}

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));
