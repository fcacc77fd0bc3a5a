import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { buildExtension, launchBrowser } from '../../cli/browser.ts';
import { brokenInvariants, lostSince, readStore, type StoreState } from './inspect-store.ts';
import { endOfTakingIn, layOnDesk } from './library-desk.ts';
import type { Outcome } from './outcome.ts';
import { recordedBundle } from './recorded-items.ts';

const ITEMS = 2;
const SECONDS = 1000;

/**
 * Two windows of the library do the same at the same moment, over and over: take in one bundle, set a passphrase each, change a
 * setting each. What is there must be there once, nothing may be lost, and exactly one of two passphrases is the library's.
 */
export async function twoWindows(rounds: number): Promise<Outcome> {
  buildExtension();
  const folder = mkdtempSync(join(tmpdir(), 'two-windows-'));
  const failures: string[] = [];
  const browser = await launchBrowser();
  const counts = { imports: 0, locks: 0, settings: 0 };
  try {
    const windows = [
      await browser.openExtensionPage('library.html#/items'),
      await browser.openExtensionPage('library.html#/items'),
    ] as const;
    const [one] = windows;
    let before: StoreState | undefined;
    for (let round = 0; round < rounds; round++) {
      const fail = (what: string) => failures.push(`round ${round}: ${what}`);
      (await importTwice(windows, mkdtempSync(join(folder, 'bundle-')))).forEach(fail);
      counts.imports += 1;
      const taken = await readStore(one);
      if (taken.items.length !== ITEMS * (round + 1)) fail(`${taken.items.length} items`);
      const lines = taken.custody.filter(({ act }) => act === 'imported').length;
      if (lines !== taken.items.length) fail(`${lines} lines of taking in for ${taken.items.length} items`);
      for (const broken of [...brokenInvariants(taken), ...(before ? lostSince(before, taken) : [])]) fail(broken);

      (await setTwice(windows, round)).forEach(fail);
      counts.settings += 1;

      (await lockTwice(windows, round)).forEach(fail);
      counts.locks += 1;
      before = await readStore(one);
      for (const broken of [...brokenInvariants(before), ...lostSince(taken, before)])
        fail(`after the lock: ${broken}`);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  const notes = Object.entries(counts).map(([what, times]) => `${what} ${times}`);
  return { name: 'two windows at once', tried: rounds * 3, failures, notes };
}

type Windows = readonly [Page, Page];

/**
 * Presses a button in each window at one signal, which both windows hear: a command for each could reach one of them when the other
 * has done its work. No mouse: a window behind another draws no frames, which a click would wait for.
 */
async function pressTogether([one]: Windows, buttons: readonly Locator[]): Promise<void> {
  for (const button of buttons)
    await button.evaluate((element) => {
      const channel = new BroadcastChannel('press');
      channel.onmessage = () => {
        channel.close();
        (element as HTMLElement).click();
      };
    });
  await one.evaluate(() => {
    const channel = new BroadcastChannel('press');
    channel.postMessage('now');
    channel.close();
  });
}

const open = (windows: Windows, hash: string) =>
  Promise.all(
    windows.map(async (page) => {
      const address = page.url().split('#')[0]!;
      await page.goto('about:blank');
      await page.goto(address + hash);
    }),
  );

async function importTwice(windows: Windows, folder: string): Promise<string[]> {
  const { path } = await recordedBundle(folder, ITEMS, 1);
  await open(windows, '#/items');
  for (const page of windows) {
    await page.bringToFront();
    await layOnDesk(page, path);
  }
  await pressTogether(
    windows,
    windows.map((page) => page.locator('.zj-verdict-acts .zj-button-filled')),
  );
  const ends = await Promise.all(windows.map(endOfTakingIn));
  return ends.filter((end) => end !== 'imported');
}

/** Different settings, each changed in its own window: neither may undo the other. */
async function setTwice(windows: Windows, round: number): Promise<string[]> {
  const [one, other] = windows;
  await open(windows, '#/settings');
  const office = `第${round}区市场监督管理局`;
  const fields = [
    [one.locator('.zj-settings-fields input').first(), office],
    [other.getByLabel('不扫描的网站'), `site-${round}.example`],
  ] as const;
  for (const [field, value] of fields) await field.fill(value);
  await Promise.all(fields.map(([field]) => field.blur()));
  const stored = await one
    .waitForFunction(
      async ([office, site]) => {
        const { settings } = (await chrome.storage.local.get('settings')) as { settings?: Record<string, unknown> };
        return settings?.office === office && JSON.stringify(settings.disabledSites).includes(site!);
      },
      [office, `site-${round}.example`] as const,
      // A window behind another draws no frames, by which it would be asked again.
      { timeout: 60 * SECONDS, polling: 100 },
    )
    .then(() => true)
    .catch(() => false);
  if (stored) return [];
  const { settings = {} } = await one.evaluate(() => chrome.storage.local.get('settings'));
  const { office: is, disabledSites } = settings as Record<string, unknown>;
  const shown = await Promise.all(fields.map(([field]) => field.inputValue()));
  return [
    `one of two settings was lost: stored ${JSON.stringify([is, disabledSites])}, shown ${JSON.stringify(shown)}`,
  ];
}

const PASSPHRASES = ['第一个窗口的证据库口令', '第二个窗口的证据库口令'] as const;

/** Each window sets a passphrase of its own; the library is then locked, opened with the one that holds, and opened for good. */
async function lockTwice(windows: Windows, round: number): Promise<string[]> {
  const [one] = windows;
  await open(windows, '#/settings');
  const groups = windows.map((page) =>
    page.locator('.zj-settings-group').filter({ has: page.locator('.zj-passphrase, .zj-lock-acts') }),
  );
  for (const [index, group] of groups.entries()) {
    const fields = group.locator('input[type=password]');
    for (const place of [0, 1]) await fields.nth(place).fill(PASSPHRASES[index]!);
  }
  const order = round % 2 ? [...groups].reverse() : groups;
  await pressTogether(
    windows,
    order.map((group) => group.locator('.zj-passphrase button[type=submit]')),
  );
  await one.bringToFront();
  // Both know of the lock, and the files that were there are under it.
  for (const group of groups) await group.locator('.zj-lock-acts').waitFor({ timeout: 60 * SECONDS });
  for (const group of groups)
    await group.locator('.zj-note-weak').waitFor({ state: 'detached', timeout: 60 * SECONDS });
  const told = await Promise.all(groups.map((group) => group.locator('.zj-note-missing').count()));
  if (told.join('') !== (told[0] ? '10' : '01')) return [`${told.join()} windows were told that the other was first`];
  const [group] = groups as [(typeof groups)[number]];
  await group.locator('.zj-lock-acts').getByRole('button').first().click();
  await group.locator('.zj-passphrase').waitFor();
  const opened: string[] = [];
  for (const passphrase of PASSPHRASES) {
    await group.locator('input[type=password]').first().fill(passphrase);
    await group.locator('.zj-passphrase button[type=submit]').click();
    const open = group.locator('.zj-lock-acts');
    // The word about a wrong passphrase stays while the next one is tried.
    const answer = passphrase === PASSPHRASES[0] ? open.or(group.locator('.zj-field-error')) : open;
    await answer
      .first()
      .waitFor({ timeout: 60 * SECONDS })
      .catch(() => undefined);
    if (!(await open.count())) continue;
    opened.push(passphrase);
    break;
  }
  if (opened.length !== 1) return ['none of the two passphrases opens the library'];
  await group.locator('.zj-lock-acts').getByRole('button').nth(2).click();
  await group.locator('.zj-passphrase input').fill(opened[0]!);
  await group.locator('.zj-passphrase button[type=submit]').click();
  await group.locator('.zj-lock-acts').waitFor({ state: 'detached', timeout: 60 * SECONDS });
  await group
    .locator('input[type=password]')
    .nth(1)
    .waitFor({ timeout: 60 * SECONDS });
  return [];
}
