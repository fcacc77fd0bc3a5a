import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Recogniser } from '../../utils/recognition/ocr.ts';
import { PictureReader } from '../../utils/recognition/picture-reader.ts';

vi.mock('../../utils/recognition/read-picture.ts', async (original) => ({
  ...(await original<typeof import('../../utils/recognition/read-picture.ts')>()),
  // Pixels need a browser; what is asked here is when the recogniser comes and goes.
  readPicture: async (_bytes: Uint8Array, digest: string, recogniser: () => Promise<Recogniser>) => {
    await recogniser();
    return { digest, width: 1, height: 1, lines: [], codes: [], turned: 0 };
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('ends the recogniser within 30 seconds of idleness and starts another for the next picture', async () => {
  const close = vi.fn(async () => undefined);
  const start = vi.fn(async () => ({ close, recognise: vi.fn() }));
  const onIdle = vi.fn();
  const reader = new PictureReader({ start, cached: async () => undefined, keep: async () => undefined, onIdle });
  await Promise.all([reader.read('data:image/png,a'), reader.read('data:image/png,b')]);
  expect(start).toHaveBeenCalledTimes(1);
  expect(close).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(close).toHaveBeenCalledTimes(1);
  expect(onIdle).toHaveBeenCalledTimes(1);
  await reader.read('data:image/png,c');
  expect(start).toHaveBeenCalledTimes(2);
  expect(close).toHaveBeenCalledTimes(1);
});
