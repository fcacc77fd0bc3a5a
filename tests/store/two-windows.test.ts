import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { installOpfs } from './fake-opfs.ts';
import { emptyStore } from './sample-addenda.ts';

/** Locks of one origin, as the browser gives them to all its windows. */
function webLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request(name: string, options: unknown, work?: () => Promise<unknown>) {
      const mine = (last.get(name) ?? Promise.resolve()).then(work ?? (options as () => Promise<unknown>));
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}

/** The store's modules as another window has them: nothing shared but the database and the browser. */
async function anotherWindow() {
  vi.resetModules();
  const [lock, key, capture, items, convert, imports, settings] = await Promise.all([
    import('../../utils/store/store-lock.ts'),
    import('../../utils/store/store-key.ts'),
    import('../../utils/store/capture-store.ts'),
    import('../../utils/store/evidence-store.ts'),
    import('../../utils/store/convert-store.ts'),
    import('../../utils/casework/import-bundle.ts'),
    import('../../utils/store/settings.ts'),
  ]);
  return { ...lock, ...key, ...capture, ...items, ...convert, ...imports, ...settings };
}

const FACTS = { name: 'a', role: 'text', mediaType: 'text/plain', method: '测试' } as const;

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyStore();
  installOpfs();
  vi.stubGlobal('navigator', { ...navigator, locks: { ...navigator.locks, ...webLocks() } });
});

it.each([
  ['with the turns that browsers give', true],
  ['without them, by the transaction alone', false],
])(
  'one of two windows that set a passphrase is told that the other was first, and no file is lost: %s',
  async (_, turns) => {
    if (!turns) vi.stubGlobal('navigator', { ...navigator, locks: undefined });
    const [one, other] = [await anotherWindow(), await anotherWindow()];
    const outcomes = await Promise.allSettled([
      one.setPassphrase('第一个窗口的证据库口令', '甲'),
      other.setPassphrase('第二个窗口的证据库口令', '乙'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const passphrase = outcomes[0]!.status === 'fulfilled' ? '第一个窗口的证据库口令' : '第二个窗口的证据库口令';
    await one.stageArtefact('job', FACTS, new Blob(['证据']));
    await one.lockStore();
    await other.unlockStore(passphrase);
    expect(await (await other.readStaged('job', 'a'))!.text()).toBe('证据');
  },
);

it('a file encrypted before the lock changed does not land after it, and is kept under the new one', async () => {
  const [one, other] = [await anotherWindow(), await anotherWindow()];
  await one.setPassphrase('第一个窗口的证据库口令', '甲');
  const kept = await one.keptBlob(new Blob(['证据']), 'item/E20261123-0001/a');
  expect(await other.decryptStore('乙')).toBe(true);
  await other.setPassphrase('第二个窗口的证据库口令', '乙');
  const { transact } = await import('../../utils/store/database.ts');
  const landing = transact(['lock'], (transaction) => one.requireLockOf(transaction, [kept]));
  await expect(landing).rejects.toMatchObject({ name: 'LockChangedError' });
  const plain = transact(['lock'], (transaction) => one.requireLockOf(transaction, [{ blob: new Blob() }]));
  await expect(plain).rejects.toMatchObject({ name: 'LockChangedError' });
  await one.stageArtefact('job', FACTS, new Blob(['证据']));
  expect(await (await other.readStaged('job', 'a'))!.text()).toBe('证据');
});

it('a passphrase changed in two windows is the one that the officer of the first typed', async () => {
  const [one, other] = [await anotherWindow(), await anotherWindow()];
  await one.setPassphrase('两个窗口共同的库口令', '甲');
  const outcomes = await Promise.allSettled([
    one.changePassphrase('两个窗口共同的库口令', '第一个窗口的新证据库口令', '甲'),
    other.changePassphrase('两个窗口共同的库口令', '第二个窗口的新证据库口令', '乙'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await other.requirePassphrase('第一个窗口的新证据库口令');
});

it('a bundle taken in by two windows at once is here once, and both say so', async () => {
  const [one, other] = [await anotherWindow(), await anotherWindow()];
  const { zip } = await sampleBundle(2);
  const [first, second] = await Promise.all([
    one.importBundle(zip, { person: '甲' }),
    other.importBundle(zip, { person: '乙' }),
  ]);
  expect([first.imported.length + second.imported.length, first.present.length + second.present.length]).toEqual([
    2, 2,
  ]);
  expect(await one.listItems()).toHaveLength(2);
});

it('settings changed in two windows at once are all kept', async () => {
  const [one, other] = [await anotherWindow(), await anotherWindow()];
  await Promise.all([one.changeSettings({ office: '某局' }), other.changeSettings({ replayCopy: true })]);
  expect(await one.readSettings()).toMatchObject({ office: '某局', replayCopy: true });
});
