import { prepareCodes } from '../../utils/recognition/codes.ts';
import { loadModels } from '../../utils/recognition/load-models.ts';
import { ModelBrokenError } from '../../utils/recognition/model-files.ts';
import type { Models } from '../../utils/recognition/models.ts';
import { PictureSkippedError, readPicture } from '../../utils/recognition/read-picture.ts';
import type { WorkerReply, WorkerRequest } from '../../utils/recognition/worker-protocol.ts';

// Pictures are decoded and read here, so that no page of the extension waits for them; ending the worker returns the memory.

let models: Promise<Models> | undefined;
const never = new AbortController().signal;

async function answer({ bytes, digest }: { bytes: ArrayBuffer; digest: string }) {
  try {
    return { reading: await readPicture(new Uint8Array(bytes), digest, () => models!, never) };
  } catch (error) {
    if (error instanceof PictureSkippedError) return { skipped: error.reason };
    if (error instanceof ModelBrokenError) return { broken: error.message };
    return { defect: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) };
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  if ('start' in data) {
    prepareCodes(`${data.start.folder}zxing_reader.wasm`);
    models = loadModels(data.start.folder, data.start.list);
    // Said with the first picture that needs them.
    models.catch(() => undefined);
    return;
  }
  self.postMessage({ id: data.id, ...(await answer(data)) } satisfies WorkerReply);
});
