import { browser } from '#imports';
import { onMessage } from '../../utils/messaging.ts';
import { prepareCodes } from '../../utils/recognition/codes.ts';
import { startRecogniser } from '../../utils/recognition/ocr.ts';
import { PictureReader } from '../../utils/recognition/picture-reader.ts';
import { cachedReading, cacheReading } from '../../utils/store/reading-cache.ts';

// What a service worker cannot do: start web workers. The page closes itself when nothing was read for a while.
const file = (name: string) => browser.runtime.getURL(`/recognition/${name}` as '/');

prepareCodes(file('zxing_reader.wasm'));

/** Replay copies being written; the page stays for them. */
let writing = 0;

const reader = new PictureReader({
  start: () =>
    startRecogniser({
      workerPath: file('worker.min.js'),
      corePath: file('tesseract-core-simd-lstm.js'),
      langPath: browser.runtime.getURL('/recognition' as '/'),
    }),
  cached: cachedReading,
  keep: cacheReading,
  onIdle: () => {
    if (writing > 0) return;
    // In Firefox it is a frame of the background page.
    if (window.frameElement) window.frameElement.remove();
    else window.close();
  },
});

onMessage('readPicture', ({ data, sender }) => {
  // Only the extension's own background asks for pictures.
  if (sender.tab) throw new Error('readPicture: not for pages');
  return reader.read(data.url);
});

onMessage('writeReplay', async ({ data, sender }) => {
  if (sender.tab) throw new Error('writeReplay: not for pages');
  writing += 1;
  try {
    const { writeReplay } = await import('../../utils/capture/write-replay.ts');
    await writeReplay(data.jobId, data.software);
  } finally {
    writing -= 1;
  }
});
