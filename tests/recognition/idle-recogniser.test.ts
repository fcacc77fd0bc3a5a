import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PictureReader } from '../../utils/recognition/picture-reader.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reading = { digest: 'd', width: 1, height: 1, lines: [], codes: [], turned: 0 };

it('keeps the recogniser for a minute of idleness, then ends it and starts another for the next picture', async () => {
  const close = vi.fn();
  const start = vi.fn(async () => ({ close, read: async () => reading }));
  const onIdle = vi.fn();
  const reader = new PictureReader({
    start,
    version: async () => 'one',
    cached: async () => undefined,
    keep: async () => undefined,
    onIdle,
  });
  await Promise.all([reader.read('data:image/png,a'), reader.read('data:image/png,b')]);
  expect(start).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(close).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(close).toHaveBeenCalledTimes(1);
  expect(onIdle).toHaveBeenCalledTimes(1);
  await reader.read('data:image/png,c');
  expect(start).toHaveBeenCalledTimes(2);
  expect(close).toHaveBeenCalledTimes(1);
});
