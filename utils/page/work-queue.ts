import type { Pacer } from './pacer.ts';

/** Work that may rest wherever it yields; what it yields is ignored. */
export type Work = Generator<void, void, void>;

export interface WorkQueueOptions<Part> {
  pacer: Pacer;
  signal: AbortSignal;
  /** Milliseconds that a slice of this part took. */
  spent(part: Part, milliseconds: number): void;
  /** Between two slices. */
  resting(): void;
  /** Everything is done; what is added here is worked off before the queue stops. */
  drained(): void;
  stopped(): void;
  /** A piece of work threw; it is dropped and the others go on. */
  failed(error: unknown): void;
}

/** Works jobs off in order, in tasks no longer than the pacer's slice. */
export class WorkQueue<Part> {
  readonly #options: WorkQueueOptions<Part>;
  #jobs: { part: Part; work: Work }[] = [];
  #running = false;

  constructor(options: WorkQueueOptions<Part>) {
    this.#options = options;
  }

  get busy(): boolean {
    return this.#running;
  }

  add(part: Part, work: Work): void {
    if (this.#options.signal.aborted) return;
    this.#jobs.push({ part, work });
    if (!this.#running) void this.#run();
  }

  clear(): void {
    this.#jobs = [];
  }

  async #run(): Promise<void> {
    const { pacer, signal, spent, resting, stopped, failed } = this.#options;
    this.#running = true;
    while (this.#jobs.length > 0 && !signal.aborted) {
      await pacer.rest();
      const began = pacer.now();
      for (let job = this.#jobs[0]; job && pacer.now() - began < pacer.slice; job = this.#jobs[0]) {
        const started = pacer.now();
        let done: boolean | undefined = false;
        try {
          while (!done && pacer.now() - began < pacer.slice) done = job.work.next().done;
        } catch (error) {
          done = true;
          failed(error);
        }
        spent(job.part, pacer.now() - started);
        if (done && this.#jobs[0] === job) this.#jobs.shift();
        if (this.#jobs.length === 0) this.#drain();
      }
      resting();
    }
    this.#running = false;
    stopped();
  }

  #drain(): void {
    try {
      this.#options.drained();
    } catch (error) {
      this.#options.failed(error);
    }
  }
}
