import { describe, expect, it } from 'vitest';
import { HostTurns } from '../../utils/patrol/host-turns.ts';

const turnsOf = (hosts: string, paceMs = 1_000) => {
  const turns = new HostTurns<{ host: string; name: string }>(paceMs);
  [...hosts].forEach((host, index) => {
    turns.add({ host, name: `${host}${index}` });
  });
  return turns;
};
const nameOf = (taken: ReturnType<HostTurns<{ host: string; name: string }>['take']>) =>
  taken && 'entry' in taken ? taken.entry.name : taken;

describe('hosts in turn', () => {
  it('go round, each at its pace', () => {
    const turns = turnsOf('aab');
    expect(nameOf(turns.take(0))).toBe('a0');
    expect(nameOf(turns.take(0))).toBe('b2');
    expect(turns.take(0)).toBeNull();
    turns.leave('a', 100);
    expect(turns.take(100)).toEqual({ waitMs: 1_000 });
    expect(nameOf(turns.take(1_100))).toBe('a1');
    turns.leave('a', 1_200);
    expect(turns.take(9_999)).toBeNull();
    expect(turns.size).toBe(0);
  });

  it('are never visited twice at once', () => {
    const turns = turnsOf('aaaa', 0);
    turns.take(0);
    expect(turns.take(0)).toBeNull();
  });

  it('are left alone when they are overburdened, longer every time, and asked at their pace afterwards', () => {
    const turns = turnsOf('aaaaa');
    const waits = [true, true, false].map((overburdened) => {
      turns.take(1e9);
      turns.leave('a', 0, overburdened);
      return turns.take(0);
    });
    expect(waits).toEqual([{ waitMs: 8_000 }, { waitMs: 16_000 }, { waitMs: 1_000 }]);
  });

  it('of this machine need no pace', () => {
    const turns = new HostTurns<{ host: string }>(1_000);
    for (let count = 0; count < 2; count += 1) turns.add({ host: '127.0.0.1:8080' });
    turns.take(0);
    turns.leave('127.0.0.1:8080', 0, true);
    expect(turns.take(0)).toEqual({ entry: { host: '127.0.0.1:8080' } });
  });

  it('take a second try behind the rest', () => {
    const turns = turnsOf('ab', 0);
    const first = turns.take(0);
    if (first && 'entry' in first) turns.add(first.entry);
    turns.leave('a', 0);
    expect([turns.take(0), turns.take(0)].map(nameOf)).toEqual(['b1', 'a0']);
  });

  it('of a hundred thousand are dealt out in a second or two', () => {
    const turns = new HostTurns<{ host: string }>(10);
    for (let count = 0; count < 100_000; count += 1) turns.add({ host: `h${count % 50_000}` });
    let given = 0;
    for (let now = 0; turns.size > 0; now += 1) {
      const taken = turns.take(now);
      if (!taken || !('entry' in taken)) continue;
      given += 1;
      turns.leave(taken.entry.host, now);
    }
    expect(given).toBe(100_000);
  });
});
