import { expect, it } from 'vitest';
import { wentBack } from '../../utils/capture/steps/seal-step.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';

const at = (time: string) => `2026-11-23T06:${time}.000Z`;
const waiting = { state: 'waiting' as const };
const steps: CaptureJob['steps'] = {
  view: { state: 'done', startedAt: at('32:00'), endedAt: at('32:01') },
  archive: { state: 'done', startedAt: at('32:01'), endedAt: at('32:03') },
  tiles: waiting,
  network: { state: 'done', startedAt: at('32:03'), endedAt: at('32:04') },
  seal: { state: 'now', startedAt: at('32:04') },
};
const job = { startedAt: at('32:00'), steps };

it('sees nothing in times that go on', () => {
  expect(wentBack(job, Date.parse(at('32:05')))).toBe(false);
});

it('sees a clock that was set back between two steps, or just before the seal', () => {
  const network = { state: 'done' as const, startedAt: at('02:03'), endedAt: at('32:04') };
  expect(wentBack({ ...job, steps: { ...steps, network } }, Date.parse(at('32:05')))).toBe(true);
  expect(wentBack(job, Date.parse(at('02:05')))).toBe(true);
});
