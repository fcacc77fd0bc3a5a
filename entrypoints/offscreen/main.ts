import { browser } from '#imports';
import { checkRequests, onMessage } from '../../utils/messages/messaging.ts';
import { checkedRequest } from '../../utils/messages/requests.ts';
import { loadModelList, readerVersion } from '../../utils/recognition/load-models.ts';
import type { ModelList } from '../../utils/recognition/model-files.ts';
import { PictureReader } from '../../utils/recognition/picture-reader.ts';
import { cachedReading, cacheReading } from '../../utils/store/reading-cache.ts';
import { borrowKeys } from '../../utils/store/store-key.ts';
import { takeLentKeys } from './take-lent-keys.ts';
import { startWorkerRecogniser } from './worker-recogniser.ts';

// What a service worker cannot do: start web workers, and load large libraries when they are wanted. The page closes itself
// when it has nothing to do, after reading pictures only when nothing was read for a while.
checkRequests(checkedRequest);
takeLentKeys();

const folder = browser.runtime.getURL('/recognition/' as '/');

/** Replay copies being written and time stamps being asked for; the page stays for them. */
let works = 0;

function closeWhenDone(): void {
  if (works > 0 || !reader.isIdle) return;
  // In Firefox it is a frame of the background page.
  if (window.frameElement) window.frameElement.remove();
  else window.close();
}

let models: Promise<ModelList> | undefined;

const modelList = () => {
  models ??= loadModelList(folder).catch((error) => {
    models = undefined;
    throw error;
  });
  return models;
};

const reader = new PictureReader({
  start: async () => startWorkerRecogniser(folder, await modelList()),
  version: async () => readerVersion(await modelList()),
  cached: cachedReading,
  keep: cacheReading,
  onIdle: closeWhenDone,
});

onMessage('readPicture', ({ data }) => reader.read(data.data, data.keep));

onMessage('writeReplay', async ({ data }) => {
  works += 1;
  try {
    const { writeReplay } = await import('../../utils/capture/steps/write-replay.ts');
    await writeReplay(data.jobId, data.software);
  } finally {
    works -= 1;
    borrowKeys(null);
  }
});

onMessage('stampWaiting', async ({ data }) => {
  works += 1;
  const signal = AbortSignal.timeout(data.forMs);
  try {
    const { attemptStamps } = await import('../../utils/casework/attempt-stamps.ts');
    const { stampSender } = await import('../../utils/casework/timestamp-service.ts');
    return await attemptStamps(stampSender(data.url), { signal });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    works -= 1;
    // The answer leaves first.
    setTimeout(closeWhenDone);
  }
});
