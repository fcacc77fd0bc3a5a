import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../../cli/browser.ts';
import type { ExtensionClient } from '../../cli/extension-client.ts';
import type { StoreState } from './inspect-store.ts';
import { endOfTakingIn, layOnDesk, takeIn } from './library-desk.ts';
import { recordedBundle } from './recorded-items.ts';

/** How long after its start each act may be killed, in milliseconds: about as long as it takes on an idle machine. */
export const ACTS = { capture: 2000, export: 1500, delete: 300, import: 1500, patrol: 6000, 'back-up': 1500 } as const;

export type Act = keyof typeof ACTS;

/** Items of a bundle that is taken in, and the size of each, MB: enough for some of them to be in and others not. */
export const BUNDLED = 4;
const RECORDING = 1;

/** With so many items the library takes no more in, so that the last kill costs what the first does. */
const FULL = 40;

export function chooseAct({ items }: StoreState, dice: number): Act {
  if (dice < 0.3) return 'capture';
  if (items.length < 2) return 'import';
  if (dice < 0.5) return items.length < FULL ? 'import' : 'delete';
  if (dice < 0.65) return 'export';
  if (dice < 0.75) return 'delete';
  return dice < 0.88 ? 'patrol' : 'back-up';
}

export interface Scene {
  browser: ExtensionBrowser;
  client: ExtensionClient;
  store: StoreState;
  /** Address of a page to capture. */
  page: string;
  /** Addresses for a patrol. */
  patrolled: readonly string[];
  /** Where bundles to take in are made. */
  folder: string;
}

/** How long the acts with an {@link UNDER_WAY} may take to come to it, in milliseconds. */
const BEGIN_MS = 60_000;

/** Acts that a press only asks for: what is begun of these resolves when they are under way, so that the kill falls inside. */
export const UNDER_WAY: ReadonlySet<Act> = new Set(['patrol', 'back-up']);

/** Brings the browser to the moment before the act; what is returned begins it, and gives the id of a capture that was begun. */
export async function prepare(act: Act, scene: Scene): Promise<() => Promise<string | undefined>> {
  const { browser, client } = scene;
  if (act === 'capture') {
    const page = await browser.context.newPage();
    await page.goto(scene.page);
    const tabId = await browser.tabIdOf(page);
    return async () => (await client.send('startCapture', { tabId, mode: 'full' })).jobId;
  }
  if (act === 'import') return prepareImport(await browser.openExtensionPage('library.html'), scene.folder);
  if (act === 'patrol')
    return preparePatrol(await browser.openExtensionPage('library.html#/patrol/new'), scene.patrolled);
  if (act === 'back-up') {
    const settings = await browser.openExtensionPage('library.html#/settings');
    const button = settings.getByRole('button', { name: '备份为一个文件' });
    await button.waitFor();
    return pressing(async () => {
      await button.click();
      await settings.getByRole('progressbar').first().waitFor({ timeout: BEGIN_MS });
    });
  }
  const page = await browser.openExtensionPage(`library.html#/items/${scene.store.items[0]!.id}`);
  if (act === 'export') {
    const button = page.getByRole('button', { name: /导出证据包|Export bundle/ });
    await button.waitFor();
    return pressing(() => button.click());
  }
  await page.locator('.zj-item-acts .zj-icon-button').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('textarea').fill('测试删除');
  return pressing(() => dialog.locator('button[type=submit]').click());
}

async function preparePatrol(page: Page, addresses: readonly string[]) {
  await page.getByLabel('网址', { exact: true }).fill(addresses.join('\n'));
  await page.getByLabel('名称').fill('巡查');
  return pressing(async () => {
    await page.getByRole('button', { name: '开始巡查' }).click();
    await page.waitForURL((url) => !url.hash.endsWith('/new'), { timeout: BEGIN_MS });
  });
}

async function prepareImport(page: Page, folder: string) {
  const { path } = await recordedBundle(mkdtempSync(join(folder, 'bundle-')), BUNDLED, RECORDING);
  await layOnDesk(page, path);
  return pressing(() => takeIn(page));
}

/** The first taking in is slower than any later one; a longer wait would kill behind the acts instead of inside them. */
const MOST_SLOWNESS = 8;

/** Fills the library before the first kill, and tells by how much slower than an idle machine this one is. */
export async function takeInFirst(page: Page, folder: string): Promise<number> {
  const begin = await prepareImport(page, folder);
  const started = performance.now();
  await begin();
  const end = await endOfTakingIn(page);
  if (end !== 'imported') throw new Error(`the library to kill could not be filled: ${end}`);
  return Math.min(MOST_SLOWNESS, Math.max(1, (performance.now() - started) / ACTS.import));
}

const pressing = (click: () => Promise<void>) => () => click().then(() => undefined);
