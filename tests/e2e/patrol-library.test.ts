import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, launchBrowser, WINDOW } from '../../cli/browser.ts';
import type { Patrol, PatrolEntry } from '../../utils/patrol/patrol.ts';
import { CLAIM, ENDINGS, type PatrolServer, servePatrol } from './patrol-server.ts';

const SLOW = { timeout: 300_000, retry: 0 };

let server: PatrolServer;
let profile: string;
let browser: ExtensionBrowser;
let library: Page;

async function open(): Promise<void> {
  browser = await launchBrowser({ profile, window: WINDOW });
  library = await browser.openExtensionPage('library.html#/patrol/new');
}

/** What the store holds of patrols. */
const stored = () =>
  library.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zhengjian');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = <T>(name: string) =>
      new Promise<T[]>((resolve) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const [patrols, entries, items] = await Promise.all([
      all<Patrol>('patrols'),
      all<PatrolEntry>('patrolEntries'),
      all<{ id: string }>('items'),
    ]);
    database.close();
    return { patrols, entries, items: items.map(({ id }) => id) };
  });

beforeAll(async () => {
  buildExtension();
  server = await servePatrol();
  // A dialog stays open until a person answers it: here the page is only told to open a window.
  server.set('/opens', `${CLAIM}<script>window.open('/plain')</script>`);
  profile = mkdtempSync(join(tmpdir(), 'patrol-library-'));
  await open();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(profile, { recursive: true });
});

it(
  'visits a list in the background, over a restart of the browser, and every address ends with its reason',
  SLOW,
  async () => {
    const urls = Object.keys(ENDINGS).map((path) => server.url(path));
    const probes = [`有 ${server.url('/claim/1')}`, `无 ${server.url('/plain/1')}`, `有 ${server.url('/plain/2')}`];
    await library.getByLabel('网址', { exact: true }).fill([...urls, urls[0], 'javascript:alert(1)'].join('\n'));
    await library.getByLabel('名称').fill('本地巡查');
    await library.locator('summary').click();
    await library.getByLabel('内容已知的网址').fill(probes.join('\n'));
    await library.getByRole('button', { name: '开始巡查' }).click();
    const captured = async () => {
      const { items, entries } = await stored();
      return (
        items.length > 0 ||
        entries
          .filter(({ attempts }) => attempts > 0)
          .map(({ url, state, attempts, jobId, outcome }) => [url, state, attempts, jobId, outcome?.reason])
      );
    };
    await expect.poll(captured, { timeout: 90_000, interval: 500 }).toBe(true);
    await browser.close();
    await open();
    await expect
      .poll(async () => (await stored()).patrols.map(({ state }) => state), { timeout: 200_000, interval: 500 })
      .toEqual(['ended']);
    const { entries, items, patrols } = await stored();
    const ended = new Map(entries.map((entry) => [entry.url, entry]));
    for (const [path, { state, flagged, error }] of Object.entries(ENDINGS)) {
      const { outcome, ...entry } = ended.get(server.url(path))!;
      const word = outcome?.reason?.id === 'http-status' ? `http-${outcome.reason.value}` : outcome?.reason?.id;
      expect([path, entry.state, outcome?.flagged, word], JSON.stringify(outcome)).toEqual([
        path,
        state,
        flagged,
        error,
      ]);
    }
    expect(ended.get('javascript:alert(1)')).toMatchObject({ state: 'failed', address: '' });
    const evidence = entries.flatMap(({ outcome }) => outcome?.evidence ?? []);
    expect(evidence.sort()).toEqual(items.sort());
    expect(items).toHaveLength(2);
    expect(patrols[0]).toMatchObject({ total: urls.length + 1, flagged: 3 });
  },
);

it(
  'shows the results heaviest first, keeps the view in the address, and says that the probes were missed',
  SLOW,
  async () => {
    const { patrols } = await stored();
    await library.goto(`chrome-extension://${browser.id}/library.html#/patrol/${patrols[0]!.id}/officer`);
    await expect.poll(() => library.locator('.zj-entries tbody tr').count()).toBe(4);
    await expect
      .poll(() => library.locator('.zj-patrol .zj-note').textContent())
      .toContain('本次巡查不可靠：3 个内容已知的网址中查错 1 个');
    await library.locator('tr', { hasText: '/captcha' }).getByRole('button', { name: '有疑似' }).click();
    await expect.poll(() => library.locator('.zj-entries tbody tr').count()).toBe(3);
    await library.getByRole('tab', { name: /有疑似/ }).click();
    expect(library.url()).toContain('/flagged');
    await library.getByRole('button', { name: '逐页核看' }).click();
    await library.locator('.zj-review header').waitFor();
    const reviews = async () => (await stored()).entries.flatMap(({ review }) => review ?? []).sort();
    for (const [index, key] of ['1', '2', '3'].entries()) {
      await library.keyboard.press(key);
      await expect.poll(async () => (await reviews()).length).toBe(index + 2);
    }
    expect(await reviews()).toEqual(['cleared', 'later', 'suspect', 'suspect']);
    await library.getByText('都看过了').waitFor();
  },
);
