import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepUp } from '../../../entrypoints/background/install-upkeep.ts';
import type { StampAttempt } from '../../../utils/casework/attempt-stamps.ts';
import { importBundle } from '../../../utils/casework/import-bundle.ts';
import { stampAttemptItem } from '../../../utils/casework/stamp-queue.ts';
import { readLines } from '../../../utils/store/custody-store.ts';
import { openDatabase } from '../../../utils/store/database.ts';
import { readItem } from '../../../utils/store/evidence-store.ts';
import { notify } from '../../../utils/store/notices.ts';
import { readSettings, settingsItem } from '../../../utils/store/settings.ts';
import { lockStore, setPassphrase } from '../../../utils/store/store-lock.ts';
import { sampleBundle } from '../../bundle/sample-bundle.ts';
import { emptyStore } from '../../store/sample-addenda.ts';

const person = '王五';
const LONG_AGO = '2026-10-01T00:00:00.000Z';
const attempt: StampAttempt = { at: LONG_AGO, stamped: 1, rejected: {} };

let ids: readonly string[];
let isHeld: boolean;

beforeEach(async () => {
  fakeBrowser.reset();
  isHeld = false;
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, _how: object, work: (lock: object | null) => unknown) => work(isHeld ? null : {}),
    },
  });
  await emptyStore();
  ids = (await importBundle((await sampleBundle(2)).zip, { person })).imported;
  const database = await openDatabase();
  for (const id of ids)
    await database.put('items', { ...(await readItem(id))!, health: { checkedAt: LONG_AGO, damaged: [] } });
  await database.put('artefacts', { itemId: ids[1]!, name: 'page.mhtml', blob: new Blob(['lost']) });
});
afterEach(() => vi.unstubAllGlobals());

const none = () => Promise.resolve(null);
const checkedAt = async (id: string) => (await readItem(id))!.health.checkedAt;

it('checks what was not checked for a week, and names damage in the log', async () => {
  await keepUp(none);
  expect(await checkedAt(ids[0]!)).not.toBe(LONG_AGO);
  expect((await readItem(ids[1]!))!.health.damaged).toEqual(['page.mhtml']);
  expect((await readLines(ids[1])).at(-1)).toMatchObject({ act: 'verified', detail: '定期校验不一致：page.mhtml' });
});

it('asks for time stamps only where a service is set and items wait, and keeps what came of it', async () => {
  const ask = vi.fn(() => Promise.resolve(attempt));
  await keepUp(ask);
  expect(ask).not.toHaveBeenCalled();
  await settingsItem.setValue({ ...(await readSettings()), timestampUrl: 'http://tsa.example/' });
  await keepUp(ask);
  expect(ask).toHaveBeenCalledWith('http://tsa.example/');
  expect(await stampAttemptItem.getValue()).toEqual(attempt);
  const database = await openDatabase();
  for (const id of ids) await database.put('items', { ...(await readItem(id))!, stampedAt: LONG_AGO });
  await keepUp(ask);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('leaves the store alone while the library is at it, and while it is locked', async () => {
  isHeld = true;
  await keepUp(none);
  expect(await checkedAt(ids[0]!)).toBe(LONG_AGO);
  isHeld = false;
  await setPassphrase('一个足够长的库口令1', person);
  await lockStore();
  await keepUp(none);
  expect(await checkedAt(ids[0]!)).toBe(LONG_AGO);
});

it('gives way to a capture that begins, and goes on with the rest the next time', async () => {
  await settingsItem.setValue({ ...(await readSettings()), timestampUrl: 'http://tsa.example/' });
  const heard = new Promise<void>((resolve) => {
    new BroadcastChannel('zhengjian').onmessage = () => resolve();
  });
  await keepUp(async () => {
    notify({ kind: 'job', key: 'job-1' });
    await heard;
    return null;
  });
  expect(await checkedAt(ids[0]!)).toBe(LONG_AGO);
  await keepUp(none);
  expect(await checkedAt(ids[0]!)).not.toBe(LONG_AGO);
});
