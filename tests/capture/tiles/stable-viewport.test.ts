import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stableViewport } from '../../../utils/capture/tiles/stable-viewport.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Heights as they are read, one after the other; the last stays. */
const readings = (...heights: number[]) => vi.fn(async () => (heights.length > 1 ? heights.shift()! : heights[0]!));

it('waits while the bar slides in, then for three equal readings', async () => {
  const read = readings(813, 800, 770, 757, 757, 757);
  const settled = stableViewport(read, new AbortController().signal);
  await vi.runAllTimersAsync();
  expect(await settled).toBe(true);
  expect(read).toHaveBeenCalledTimes(6);
});

it('gives up on a view that never rests', async () => {
  let height = 0;
  const settled = stableViewport(async () => height++, new AbortController().signal);
  await vi.runAllTimersAsync();
  expect(await settled).toBe(false);
});

it('stops waiting when the capture is cancelled', async () => {
  const cancel = new AbortController();
  let height = 0;
  const settled = stableViewport(async () => height++, cancel.signal);
  const failed = expect(settled).rejects.toThrow('cancelled');
  cancel.abort(new Error('cancelled'));
  await vi.runAllTimersAsync();
  await failed;
});
