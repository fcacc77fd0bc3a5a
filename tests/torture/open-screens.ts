import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../../cli/browser.ts';
import { SORT_ORDERS } from '../../components/library/sort-items.ts';

/** How long a part may take to show itself on a machine that does other work beside, in milliseconds. */
const PART_MS = 60_000;

/** Parts of the library beside the list and its items, and what each shows. */
const PARTS = [
  ['cases', '.zj-cases-list'],
  ['patrol', '.zj-patrol'],
  ['pool', '.zj-patrol'],
  ['statistics', '.zj-statistics'],
  ['rules', '.zj-rules'],
  ['register/survey', '.zj-register'],
  ['settings', '.zj-settings'],
  ['help', 'main'],
] as const;

const TABS = ['picture', 'findings', 'certificates', 'environment', 'custody', 'documents', 'recheck'];

/** What opens screens inside the page, put there by {@link inView}. */
interface Opener {
  has(selector: string): boolean;
  comes(isShown: () => boolean): Promise<boolean>;
  /** Goes to an address of the library; what came in the end if not what is wanted. */
  open(hash: string, isShown: () => boolean): Promise<string[]>;
}

declare global {
  var screens: Opener;
}

/**
 * Loads the library anew with what opens its screens. The window is small, since drawing is most of what a screen costs; from screen to
 * screen only the address changes, as it does for an officer.
 */
export async function inView(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1024, height: 600 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await page.evaluate((patience) => {
    const has = (selector: string) => document.querySelector(selector) !== null;
    const comes = async (isShown: () => boolean) => {
      for (const until = Date.now() + patience; Date.now() < until; ) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (has('.zj-failed-part')) return false;
        if (isShown()) return true;
      }
      return false;
    };
    const open = async (hash: string, isShown: () => boolean) => {
      location.hash = hash;
      if (await comes(isShown)) return [];
      return [`${hash}: ${document.querySelector('.zj-failed-part')?.textContent ?? 'nothing'}`];
    };
    globalThis.screens = { has, comes, open };
  }, PART_MS);
}

/** Opens the list in each order, each of its rows, a search, and every other part of the library; says what showed nothing. */
export async function openListAndParts(page: Page, count: number): Promise<string[]> {
  const { width, height } = page.viewportSize()!;
  // The list draws the rows in view.
  await page.setViewportSize({ width: 1366, height: 60 * count + 400 });
  const ofList = await page.evaluate(
    async ({ count, orders }) => {
      const { has, comes, open } = globalThis.screens;
      const wrong: string[] = [];
      const rows = () => document.querySelectorAll<HTMLElement>('tbody tr[id]');
      for (const order of orders) wrong.push(...(await open(`#/items?sort=${order}`, () => rows().length === count)));
      for (const row of rows()) {
        row.click();
        if (!(await comes(() => has('.zj-detail, .zj-item-unreadable')))) wrong.push(`${row.id}: no pane`);
      }
      return [...wrong, ...(await open('#/items?q=%E6%A3%80%E6%B5%8B', () => has('.zj-library-list')))];
    },
    { count, orders: SORT_ORDERS },
  );
  await page.setViewportSize({ width, height });
  const ofParts = await page.evaluate(async (parts) => {
    const { has, open } = globalThis.screens;
    const wrong: string[] = [];
    for (const [part, shown] of parts) {
      const isCurrent = () => has(`a[href="#/${part!.split('/')[0]}"][aria-current]`) && has(shown!);
      wrong.push(...(await open(`#/${part}`, isCurrent)));
    }
    return wrong;
  }, PARTS);
  return [...ofList, ...ofParts];
}

/** Opens each item under each tab; says what showed nothing, and which records the library calls unreadable. */
export function openItems(
  page: Page,
  ids: readonly string[],
): Promise<{ wrong: readonly string[]; unreadable: readonly string[] }> {
  return page.evaluate(
    async ({ ids, tabs }) => {
      const { has, open } = globalThis.screens;
      const wrong: string[] = [];
      const unreadable = new Set<string>();
      for (const id of ids) {
        const shows = (selector: string) => document.querySelector(selector)?.textContent?.includes(id) ?? false;
        const refused = () => shows('.zj-item-unreadable');
        for (const tab of tabs) {
          const named = () => shows('.zj-item-path') && has(`#panel-${tab}`);
          wrong.push(...(await open(`#/items/${id}/${tab}`, () => named() || refused())));
          if (refused()) unreadable.add(id);
        }
      }
      return { wrong, unreadable: [...unreadable] };
    },
    { ids, tabs: TABS },
  );
}

/** Popup and panel count what is in the library. */
export async function openBeside(browser: ExtensionBrowser, count: number): Promise<string[]> {
  const wrong: string[] = [];
  for (const [screen, counted] of [
    ['popup.html', `${count} 份`],
    ['sidepanel.html', `证据库 ${count}`],
  ] as const) {
    const page = await browser.openExtensionPage(screen);
    page.on('pageerror', (error) => wrong.push(`thrown in ${screen}: ${error.message}`));
    const main = page.locator('main', { hasText: counted });
    await main.waitFor({ timeout: PART_MS }).catch(async () => {
      const shown = await page.locator('body').innerText();
      wrong.push(`${screen}: does not count ${count} items: ${shown.replace(/\s+/g, ' ').slice(0, 300)}`);
    });
    await page.close();
  }
  return wrong;
}
