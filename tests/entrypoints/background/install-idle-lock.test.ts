import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerIdleLock } from '../../../entrypoints/background/install-idle-lock.ts';
import { stageArtefact } from '../../../utils/store/capture-store.ts';
import { cachedReading, cacheReading } from '../../../utils/store/reading-cache.ts';
import { changeSettings } from '../../../utils/store/settings.ts';
import { keepOpen, lockState, StoreLockedError } from '../../../utils/store/store-key.ts';
import { setPassphrase, unlockStore, WHEN_IDLE } from '../../../utils/store/store-lock.ts';
import { emptyStore } from '../../store/sample-addenda.ts';

const PASSPHRASE = '一个足够长的库口令1';
const MINUTE = 60_000;
let now = Date.parse('2026-11-30T01:00:00Z');

const stage = () =>
  stageArtefact('job', { name: 'a', role: 'text', mediaType: 'text/plain', method: '测试' }, new Blob(['a']));

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyStore();
  vi.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

it('an opened library locks itself after half an hour without an act, and no act brings it back', async () => {
  await setPassphrase(PASSPHRASE, '张三');
  now += 29 * MINUTE;
  expect(await lockState()).toBe('open');
  await keepOpen();
  now += 29 * MINUTE;
  // A file that a capture keeps is an act, too.
  await stage();
  now += 29 * MINUTE;
  expect(await lockState()).toBe('open');
  now += 2 * MINUTE;
  await keepOpen();
  expect(await lockState()).toBe('locked');
  await expect(stage()).rejects.toBeInstanceOf(StoreLockedError);
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  await unlockStore(PASSPHRASE);
  expect(await lockState()).toBe('open');
});

it('locks when the time is over although nobody asks, later when it was used, and never when told so', async () => {
  const alarms = vi.spyOn(fakeBrowser.alarms, 'create').mockResolvedValue(undefined as never);
  registerIdleLock();
  await setPassphrase(PASSPHRASE, '张三');
  expect(alarms).toHaveBeenLastCalledWith(WHEN_IDLE, { when: now + 30 * MINUTE });
  now += 10 * MINUTE;
  await keepOpen();
  now += 20 * MINUTE;
  const ring = async () => fakeBrowser.alarms.onAlarm.trigger({ name: WHEN_IDLE, scheduledTime: now } as never);
  await ring();
  expect(alarms).toHaveBeenLastCalledWith(WHEN_IDLE, { when: now + 10 * MINUTE });
  await changeSettings({ lockIdleMinutes: 0 });
  now += 600 * MINUTE;
  await ring();
  expect(await lockState()).toBe('open');
  await changeSettings({ lockIdleMinutes: 10 });
  await ring();
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
});

it('a clock that was set back locks it', async () => {
  await setPassphrase(PASSPHRASE, '张三');
  now -= MINUTE;
  expect(await lockState()).toBe('locked');
});

it('what was read in pictures while browsing is kept without a passphrase only', async () => {
  const reading = { digest: 'a'.repeat(64) } as Parameters<typeof cacheReading>[0];
  await cacheReading(reading);
  expect(await cachedReading(reading.digest)).toEqual(reading);
  await setPassphrase(PASSPHRASE, '张三');
  expect(await cachedReading(reading.digest)).toBeUndefined();
  await cacheReading(reading);
  await emptyStore();
  expect(await cachedReading(reading.digest)).toBeUndefined();
});
