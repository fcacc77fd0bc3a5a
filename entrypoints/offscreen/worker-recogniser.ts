import { ModelBrokenError, type ModelList } from '../../utils/recognition/model-files.ts';
import type { Recogniser } from '../../utils/recognition/picture-reader.ts';
import type { PictureReading } from '../../utils/recognition/picture-reading.ts';
import { PictureSkippedError } from '../../utils/recognition/read-picture.ts';
import type { WorkerReply, WorkerRequest } from '../../utils/recognition/worker-protocol.ts';

/** Starts the worker that reads pictures, one at a time; it loads its models while the first one comes. */
export function startWorkerRecogniser(folder: string, list: ModelList): Recogniser {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  const tell = (request: WorkerRequest, transfer: Transferable[] = []) => worker.postMessage(request, transfer);
  tell({ start: { folder, list } });
  let last = 0;
  return {
    read: (bytes, digest, signal) =>
      new Promise<Omit<PictureReading, 'reader'>>((resolve, reject) => {
        signal.throwIfAborted();
        last += 1;
        const id = last;
        const settled = new AbortController();
        const settle = (finish: () => void) => {
          settled.abort();
          finish();
        };
        worker.addEventListener(
          'message',
          ({ data }: MessageEvent<WorkerReply>) => {
            if (data.id !== id) return;
            if ('reading' in data) settle(() => resolve(data.reading));
            else if ('skipped' in data) settle(() => reject(new PictureSkippedError(data.skipped)));
            else if ('broken' in data) settle(() => reject(new ModelBrokenError(data.broken)));
            else settle(() => reject(new Error(data.defect)));
          },
          { signal: settled.signal },
        );
        worker.addEventListener(
          'error',
          (event) => settle(() => reject(new Error(`picture worker: ${event.message}`))),
          { signal: settled.signal },
        );
        signal.addEventListener('abort', () => settle(() => reject(signal.reason)), { signal: settled.signal });
        const copy = bytes.slice().buffer;
        tell({ id, bytes: copy, digest }, [copy]);
      }),
    close: () => worker.terminate(),
  };
}
