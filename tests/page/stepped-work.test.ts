import { describe, expect, it } from 'vitest';
import type { Pacer } from '../../utils/page/pacer.ts';
import { SteppedWork } from '../../utils/page/stepped-work.ts';

/** A clock that a step moves on by one millisecond. */
function steppingPacer(slice: number): Pacer & { rests: number } {
  let now = 0;
  const pacer = { slice, rests: 0, now: () => now++, rest: async () => void pacer.rests++ };
  return pacer;
}

function* counting(steps: number): Generator<void, string> {
  for (let step = 0; step < steps; step++) yield;
  return 'done';
}

const never = new AbortController().signal;

describe('work in steps', () => {
  it('rests whenever its slice is over', async () => {
    const pacer = steppingPacer(4);
    await expect(new SteppedWork(counting(40)).finish(pacer, never)).resolves.toBe('done');
    expect(pacer.rests).toBeGreaterThanOrEqual(9);
  });

  it('is done once for all who wait, and goes on when one of them leaves', async () => {
    const work = new SteppedWork(counting(40));
    const leaving = new AbortController();
    const left = work.finish(steppingPacer(2), leaving.signal);
    const stayed = work.finish(steppingPacer(2), never);
    leaving.abort();
    await expect(left).rejects.toBe(leaving.signal.reason);
    await expect(stayed).resolves.toBe('done');
    await expect(work.finish(steppingPacer(2), never)).resolves.toBe('done');
  });

  it('tells everyone of a failure', async () => {
    const work = new SteppedWork(
      (function* (): Generator<void, string> {
        yield;
        throw new Error('no such list');
      })(),
    );
    await expect(work.finish(steppingPacer(2), never)).rejects.toThrow('no such list');
    await expect(work.finish(steppingPacer(2), never)).rejects.toThrow('no such list');
  });
});
