import type { Pacer } from './pacer.ts';

/**
 * One long piece of work, done in slices by whoever waits for it. Several may wait at once, each with a pacer of its own: when the
 * frame of one goes away, the others carry the work on.
 */
export class SteppedWork<Result> {
  readonly #steps: Iterator<unknown, Result>;
  #done: { result: Result } | { error: unknown } | undefined;

  constructor(steps: Iterator<unknown, Result>) {
    this.#steps = steps;
  }

  /** The result, once all steps are done; throws what a step threw, and the signal's reason once it is aborted. */
  async finish(pacer: Pacer, signal: AbortSignal): Promise<Result> {
    let began = pacer.now();
    while (!this.#done) {
      this.#step();
      if (!this.#done && pacer.now() - began >= pacer.slice) {
        await pacer.rest();
        signal.throwIfAborted();
        began = pacer.now();
      }
    }
    if ('error' in this.#done) throw this.#done.error;
    return this.#done.result;
  }

  #step(): void {
    try {
      const step = this.#steps.next();
      if (step.done) this.#done = { result: step.value };
    } catch (error) {
      this.#done = { error };
    }
  }
}
