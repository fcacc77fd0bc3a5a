import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FrameReporter } from '../../entrypoints/page.content/frame-reporter.ts';
import type { FrameReport } from '../../utils/reports/tab-report.ts';

const report = {} as FrameReport;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('reportError', vi.fn());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('goes on after an error that it does not know, and says it', async () => {
  const send = vi.fn(async () => {});
  send.mockRejectedValueOnce(new Error('Promised response from onMessage listener went out of scope'));
  const reporter = new FrameReporter(() => report, new AbortController().signal, { send });
  reporter.report();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(send).toHaveBeenCalledTimes(2);
  expect(reportError).toHaveBeenCalledTimes(1);
  reporter.report();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(send).toHaveBeenCalledTimes(3);
});

it('gives up for the time being where nothing helps, and tries anew at the next change', async () => {
  const send = vi.fn(() => Promise.reject(new Error('quota')));
  const reporter = new FrameReporter(() => report, new AbortController().signal, { send });
  reporter.report();
  await vi.advanceTimersByTimeAsync(600_000);
  const tried = send.mock.calls.length;
  expect(tried).toBeGreaterThan(3);
  expect(tried).toBeLessThan(10);
  reporter.report();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(send.mock.calls.length).toBe(tried + 1);
});
