/**
 * A few things that are dear to make, each lent to one user at a time and used again. Who comes when all are out waits, so
 * that there are never more than `most`, and each comes back however its use ended.
 */
export class Lending<Thing> {
  readonly #make: () => Promise<Thing>;
  readonly #most: number;
  readonly #idle: Thing[] = [];
  readonly #waiting: (() => void)[] = [];
  #out = 0;

  constructor(most: number, make: () => Promise<Thing>) {
    this.#most = most;
    this.#make = make;
  }

  /** Runs with one of the things; a run inside a run may wait for ever. @throws what `run` and the making throw */
  async use<Result>(run: (thing: Thing) => Result | Promise<Result>): Promise<Result> {
    while (this.#out >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#out += 1;
    try {
      const thing = this.#idle.pop() ?? (await this.#make());
      try {
        return await run(thing);
      } finally {
        this.#idle.push(thing);
      }
    } finally {
      this.#out -= 1;
      this.#waiting.shift()?.();
    }
  }
}
