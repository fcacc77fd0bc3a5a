import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addPatrol, listEntries } from '../../utils/store/patrol-store.ts';
import { lockState } from '../../utils/store/store-key.ts';
import { setPassphrase } from '../../utils/store/store-lock.ts';
import { runPatrols } from '../../utils/visits/patrol-runner.ts';
import { emptyStore } from '../store/sample-addenda.ts';

const MINUTE = 60_000;
let now = Date.parse('2026-11-30T01:00:00Z');
const seen: string[] = [];

vi.mock('../../utils/visits/patrol-window.ts', () => ({
  openPatrolWindow: async () => 1,
  closePatrolWindow: async () => undefined,
}));
// Each page takes twenty minutes and shows nothing to keep: the idle time of half an hour passes on the third one.
vi.mock('../../utils/visits/visit-address.ts', () => ({
  visitAddress: async ({ url }: { url: string }) => {
    now += 20 * MINUTE;
    seen.push(await lockState());
    return { url, state: 'done', flagged: false, visitedAt: new Date(now).toISOString() };
  },
}));

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyStore();
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => unknown)({}) },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('a library does not lock itself while a patrol runs, however little it finds to keep', async () => {
  await setPassphrase('一个足够长的库口令1', '张三');
  const at = new Date(now).toISOString();
  const patrol = await addPatrol(
    {
      ...{ id: 'p', name: '巡查', kind: 'list', capture: 'claims', paceSeconds: 0, round: 1 },
      ...{ createdAt: at, beganAt: at, state: 'running' },
    },
    [1, 2, 3, 4].map((number) => {
      const url = `https://host${number}.example/`;
      return { key: url, url, address: url, host: `host${number}.example`, state: 'waiting' as const };
    }),
  );
  const acts = { readReport: () => Promise.reject(new Error('unused')), capture: async () => 'job' };
  expect(await runPatrols(acts)).toBe(true);
  expect((await listEntries(patrol.id)).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
  expect(seen).toEqual(['open', 'open', 'open', 'open']);
  now += 31 * MINUTE;
  expect(await lockState()).toBe('locked');
});
