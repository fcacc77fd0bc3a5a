import { dot, type Vector } from './vector.ts';

/** One labelled example. */
export interface Example extends Vector {
  positive: boolean;
  /** How much it counts beside the others. */
  weight: number;
}

const INNER_STEPS = 20;

const squared = ({ values }: Vector) => values.reduce((sum, value) => sum + value * value, 0);

/**
 * Logistic regression with a quadratic penalty, by dual coordinate descent in the order given (Yu, Huang and Lin, Machine Learning
 * 85, 2011, algorithm 5). The order is shuffled by a fixed sequence, so the same examples give the same weights.
 * @param cost how much an error costs beside the penalty (C)
 * @returns one weight a cell; the bias is the examples' own feature
 */
export function trainLogistic(
  examples: readonly Example[],
  { size, cost, passes }: { size: number; cost: number; passes: number },
): Float64Array {
  const weights = new Float64Array(size);
  const sides = examples.map(({ positive }) => (positive ? 1 : -1));
  const norms = examples.map(squared);
  const limits = examples.map(({ weight }) => cost * weight);
  const alphas = limits.map((limit) => Math.min(0.001 * limit, 1e-8));
  const add = ({ cells, values }: Example, step: number) => {
    for (let at = 0; at < cells.length; at++) weights[cells[at]!]! += step * values[at]!;
  };
  for (const [index, example] of examples.entries()) add(example, alphas[index]! * sides[index]!);
  const order = Uint32Array.from(examples.keys());
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, pass);
    for (const index of order) {
      const example = examples[index]!;
      const fresh = nextAlpha(alphas[index]!, {
        slope: sides[index]! * dot(weights, example),
        norm: norms[index]!,
        limit: limits[index]!,
      });
      add(example, (fresh - alphas[index]!) * sides[index]!);
      alphas[index] = fresh;
    }
  }
  return weights;
}

/** Fisher and Yates, by a linear congruential sequence that each pass begins elsewhere. */
function shuffle(order: Uint32Array, pass: number): void {
  let state = (pass * 2_654_435_761 + 12_345) >>> 0;
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 4_294_967_296) * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}

/** Solves for alpha or for limit - alpha, whichever is the smaller, so that neither is lost to rounding. */
function nextAlpha(old: number, { slope, norm, limit }: { slope: number; norm: number; limit: number }): number {
  if (norm === 0) return old;
  const low = slope + norm * (limit / 2 - old) >= 0;
  const origin = low ? old : limit - old;
  const lean = low ? slope : -slope;
  let point = origin > limit / 2 ? 0.1 * origin : origin;
  for (let step = 0; step < INNER_STEPS; step++) {
    const gradient = norm * (point - origin) + lean + Math.log(point / (limit - point));
    if (Math.abs(gradient) < 1e-8) break;
    const next = point - gradient / (norm + limit / (point * (limit - point)));
    point = next <= 0 ? point * 0.1 : Math.min(next, limit * (1 - 1e-12));
  }
  return low ? point : limit - point;
}
