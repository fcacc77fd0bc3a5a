import { ExpectedFailure } from '../../../utils/base/expected-failure.ts';
import type { RegisterTask, RegisterTasks, TaskReply, TaskRequest } from './register-protocol.ts';

interface Waiting {
  report: (report: never) => void;
  resolve: (output: never) => void;
  reject: (error: unknown) => void;
}

/** The worker that reads, writes and goes through the office's lists. */
export interface RegisterWorker {
  run<Task extends RegisterTask>(
    task: Task,
    input: RegisterTasks[Task]['input'],
    options?: { signal?: AbortSignal; onReport?: (report: RegisterTasks[Task]['report']) => void },
  ): Promise<RegisterTasks[Task]['output']>;
  /** For when the page is left: nobody waits for an answer any more. */
  end(): void;
}

/** Starts the worker when it is first needed. Cancelling a task ends the worker with all that it holds: a workbook is read in one go. */
export function createRegisterWorker(): RegisterWorker {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const start = () => {
    const started = new Worker(new URL('./register-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<TaskReply>) => {
      const one = waiting.get(data.id);
      if (!one) return;
      if ('report' in data) return one.report(data.report as never);
      waiting.delete(data.id);
      if ('output' in data) one.resolve(data.output as never);
      else if ('failure' in data) one.reject(new ExpectedFailure(data.failure.key, data.failure.values));
      else one.reject(new Error(data.defect));
    });
    started.addEventListener('error', (event) => end(new Error(event.message)));
    return started;
  };
  const end = (reason: unknown) => {
    worker?.terminate();
    worker = undefined;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { reject } of left) reject(reason);
  };

  return {
    run: (task, input, { signal, onReport } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        worker ??= start();
        last += 1;
        const id = last;
        waiting.set(id, { report: (report) => onReport?.(report), resolve, reject });
        const cancel = () => waiting.has(id) && end(signal?.reason);
        signal?.addEventListener('abort', cancel, { once: true });
        worker.postMessage({ id, task, input } satisfies TaskRequest);
      }),
    end() {
      waiting.clear();
      end(undefined);
    },
  };
}
