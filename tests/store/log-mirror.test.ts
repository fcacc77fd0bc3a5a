import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { inTurn } from '../../utils/base/in-turn.ts';
import { goOnWithLog } from '../../utils/casework/accept-log.ts';
import { appendLine, readHead, readLines } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { logStanding } from '../../utils/store/log-mirror.ts';
import { emptyStore } from './sample-addenda.ts';

const note = (detail: string) => appendLine({ act: 'noted', person: '甲', detail });
const mirrored = async () =>
  ((await fakeBrowser.storage.local.get('logMirror')).logMirror as { sequence: number } | undefined)?.sequence;
const until = (sequence: number) => vi.waitFor(async () => expect(await mirrored()).toBe(sequence));

beforeEach(async () => {
  // What the test before wrote is mirrored before its browser goes.
  await inTurn('log-mirror', async () => undefined);
  fakeBrowser.reset();
  await emptyStore();
  await (await openDatabase()).clear('counters');
  expect(await logStanding()).toBe('agrees');
  for (const detail of ['一', '二', '三']) await note(detail);
  await until(3);
});

it('agrees with the log that wrote it, and with one that went on while it could not be written', async () => {
  expect(await logStanding()).toBe('agrees');
  const behind = (await fakeBrowser.storage.local.get('logMirror')).logMirror;
  await note('四');
  await until(4);
  await fakeBrowser.storage.local.set({ logMirror: behind });
  expect(await logStanding()).toBe('agrees');
});

it('agrees where the whole profile is an earlier copy: only a head that was kept elsewhere tells', async () => {
  const earlier = (await fakeBrowser.storage.local.get('logMirror')).logMirror;
  await note('四');
  await until(4);
  const exported = (await readHead())!;
  await (await openDatabase()).delete('custody', 4);
  await fakeBrowser.storage.local.set({ logMirror: earlier });
  expect(await logStanding()).toBe('agrees');
  await note('另一个四');
  expect((await readHead())!.sequence).toBe(exported.sequence);
  expect((await readHead())!.sha256).not.toBe(exported.sha256);
});

it.each([
  ['a dropped database', 'lost', async () => (await openDatabase()).clear('custody')],
  ['a truncated log', 'lost', async () => (await openDatabase()).delete('custody', 3)],
  [
    'a log rolled back and written on',
    'altered',
    async () => {
      await (await openDatabase()).delete('custody', 3);
      await note('另一个三');
      await note('另一个四');
    },
  ],
  ['another key', 'key', async () => (await openDatabase()).clear('keys')],
  ['a mirror taken away', 'mirror', async () => fakeBrowser.storage.local.remove('logMirror')],
] as const)('%s is told as %s, and stays so until an officer says why it goes on', async (_what, standing, lose) => {
  await lose();
  expect(await logStanding()).toBe(standing);
  await note('之后的一行');
  expect(await logStanding()).not.toBe('agrees');
  await expect(goOnWithLog(' ', '甲')).rejects.toThrow();
  await goOnWithLog('重装系统后恢复', '甲');
  expect(await logStanding()).toBe('agrees');
  expect((await readLines()).at(-1)!.detail).toMatch(/；处理说明：重装系统后恢复$/);
  await note('再一行');
  await inTurn('log-mirror', async () => undefined);
  expect(await logStanding()).toBe('agrees');
});

it('gives the lines of one item one salt, and other items others', async () => {
  const line = (itemId: string) => appendLine({ act: 'noted', itemId, person: '甲', detail: '' });
  const [one, same, other] = [await line('E20261123-0001'), await line('E20261123-0001'), await line('E20261123-0002')];
  expect(one.salt).toMatch(/^[0-9a-f]{32}$/);
  expect(same.salt).toBe(one.salt);
  expect(other.salt).not.toBe(one.salt);
});
