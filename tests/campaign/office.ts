import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { type ExtensionBrowser, launchBrowser, WINDOW } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';

const WORDS = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../public/_locales/zh_CN/messages.json', import.meta.url)), 'utf8'),
) as Record<string, { message: string }>;

/** What the product says for a key. */
export function say(key: string, ...values: (string | number)[]): string {
  const word = WORDS[key];
  if (!word) throw new Error(`no text is called ${key}`);
  return word.message.replace(/\$(\d)/g, (_, place) => String(values[place - 1]));
}

export const OFFICE = '某某市市场监督管理局';
export const ZHANG = { name: '张示例', licence: '35000000001' };
const LI = { name: '李示例', licence: '35000000002' };

/** The office's machine: the built extension in a browser with a profile of its own, and the library in a tab. */
export class Office {
  browser!: ExtensionBrowser;
  client!: ExtensionClient;
  /** Clicks and keys pressed by the officer since it was set to nought. */
  clicks = 0;
  readonly profile: string;
  readonly folder: string;

  /** @param folder where downloads are kept */
  constructor(profile: string, folder: string) {
    this.profile = profile;
    this.folder = folder;
  }

  get library(): Page {
    return this.client.page;
  }

  async start(): Promise<void> {
    this.browser = await launchBrowser({ profile: this.profile, window: WINDOW });
    this.client = await ExtensionClient.open(this.browser);
  }

  async register(): Promise<void> {
    await this.client.changeSettings({ office: OFFICE, officers: [ZHANG, LI] });
  }

  /** Takes the desk in the bar of the library, unless whoever was there still is. */
  async takeDesk(): Promise<void> {
    const { library } = this;
    const there = library.getByRole('button', { name: say('desk_change', ZHANG.name) });
    const nobody = library.getByRole('button', { name: say('desk_choose') });
    const still = library.getByRole('button', { name: say('desk_still') });
    await there.or(nobody).or(still).first().waitFor();
    if (await still.count()) await still.click();
    else if (await nobody.count()) {
      await nobody.first().click();
      await library.getByRole('menuitemradio', { name: new RegExp(ZHANG.name) }).click();
    }
    await there.first().waitFor();
  }

  async click(what: Locator): Promise<void> {
    await what.click();
    this.clicks += 1;
  }

  /** Goes to a part of the library as an address does, the page loaded anew. */
  async open(hash: string): Promise<Page> {
    await this.library.goto('about:blank');
    await this.library.goto(`chrome-extension://${this.browser.id}/library.html${hash}`);
    return this.library;
  }

  /** Saves what a click hands over; the path of the file. */
  async saved(click: () => Promise<void>, as?: string): Promise<string> {
    const [download] = await Promise.all([this.library.waitForEvent('download', { timeout: 120_000 }), click()]);
    const path = join(this.folder, as ?? download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  /** All records of a store, as they lie in the database. */
  all<T>(store: string): Promise<T[]> {
    return this.library.evaluate(
      (name) =>
        new Promise<unknown[]>((resolve, reject) => {
          const opening = indexedDB.open('zhengjian');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result.transaction(name).objectStore(name).getAll();
            reading.onerror = () => reject(reading.error);
            reading.onsuccess = () => {
              opening.result.close();
              resolve(reading.result);
            };
          };
        }),
      store,
    ) as Promise<T[]>;
  }

  /** What the library says at its edge, for a row that failed. */
  async toasts(): Promise<string> {
    const said = this.library.locator('.zj-toast, [role=alert]');
    return (await said.allInnerTexts().catch(() => [])).join(' ');
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** Waits until something is true, asked now and then; false when it is not within the time. */
export async function until(ask: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await ask()) return true;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  return false;
}
