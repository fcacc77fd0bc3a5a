import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../cli/browser.ts';
import { type Gallery, listScreens, openScreen, type ScreenSize, serveGallery } from '../gallery/serve.ts';
import { violations } from './axe.ts';

const CONTROLS = 'button, a[href], input, select, textarea';

let gallery: Gallery;
let browser: Browser;
let page: Page;
let screens: readonly ScreenSize[];

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage();
  screens = await listScreens(page, gallery);
});

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function open(name: string, locale: 'zh_CN' | 'en' = 'zh_CN'): Promise<void> {
  const screen = screens.find((each) => each.name === name);
  if (!screen) throw new Error(`no screen ${name}`);
  await openScreen(page, gallery, screen, locale);
}

/** What is wrong with the drawing: it overflows, a target is too small, a label is clipped, a key stands for a sentence, a number breaks. */
function defects(): Promise<string[]> {
  return page.evaluate((controls) => {
    const label = (element: Element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
    const seen = (element: Element) => !element.closest('.zj-unseen') && element.getBoundingClientRect().width > 0;
    const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : [];
    const small = [...document.querySelectorAll(controls)]
      .map((element) => element.closest('label') ?? element)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return seen(element) && Math.min(width, height) < 27.5;
      })
      .map((element) => `small target “${label(element)}”`);
    const clipped = [...document.querySelectorAll('.zj-chip, .zj-button-label, h1, h2, .zj-key, .zj-cert-count')]
      .filter((element) => seen(element) && !element.classList.contains('zj-ellipsis'))
      .filter((element) => element.scrollWidth > Math.ceil(element.getBoundingClientRect().width) + 1)
      .map((element) => `clipped “${label(element)}”`);
    const keys = [...document.querySelectorAll('*')]
      .flatMap((element) => [
        ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent),
        element.getAttribute('aria-label'),
        element.getAttribute('title'),
      ])
      .filter((text) => /^[a-z]+(_\w+|[A-Z]\w*)$/.test(text?.trim() ?? ''))
      .map((key) => `key “${key}”`);
    const broken = [...document.querySelectorAll('.zj-cert-value .zj-mono')]
      .filter((element) => innerWidth <= 380 && label(element).length < 16 && element.getClientRects().length > 1)
      .map((element) => `broken number “${label(element)}”`);
    const barred = [...document.querySelectorAll('[role=tablist]')]
      .filter((strip) => strip.scrollHeight > strip.clientHeight && getComputedStyle(strip).overflowY !== 'hidden')
      .map((strip) => `a scroll bar beside “${label(strip)}”`);
    return [...wide, ...small, ...clipped, ...keys, ...broken, ...barred];
  }, CONTROLS);
}

describe.each([
  ['light', 'zh_CN'],
  ['dark', 'zh_CN'],
  ['light', 'en'],
] as const)('every screen, %s, %s', (colorScheme, locale) => {
  it('is accessible, fits, and speaks', async () => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const { name } of screens) {
      await open(name, locale);
      found.push(...[...(await violations(page)), ...(await defects())].map((each) => `${name}: ${each}`));
    }
    expect(found).toEqual([]);
  });
});

it('axe is awake: it finds what is put there to be found', async () => {
  await open('panel-found');
  await page.evaluate(() => document.body.append(document.createElement('button')));
  expect(await violations(page)).toContainEqual(expect.stringContaining('button-name'));
});

describe('the panel by keyboard', () => {
  beforeEach(() => page.goto('about:blank'));

  it('reaches every control with Tab, in reading order', async () => {
    await open('panel-found');
    const expected = await page.$$eval(CONTROLS, (controls) => controls.length);
    const tops: number[] = [];
    for (let count = 0; count < expected; count++) {
      await page.keyboard.press('Tab');
      tops.push(
        await page.evaluate(() => (document.activeElement?.getBoundingClientRect().top ?? -Infinity) + scrollY),
      );
    }
    expect(tops.every((top) => top >= 0)).toBe(true);
    const rows = tops.map((top) => Math.round(top / 40));
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });

  it('shows a focus ring that stands out', async () => {
    await open('panel-found');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 2px');
  });

  it('keeps 取证 in view while the list scrolls', async () => {
    await open('panel-many');
    await page.setViewportSize({ width: 400, height: 600 });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const { top, bottom } = await page.$eval('.zj-button-main', (button) => button.getBoundingClientRect().toJSON());
    expect(top).toBeGreaterThan(0);
    // Below what the page is taken for, its licences and its weight, folded.
    expect(bottom).toBeLessThan(345);
    const covered = await page.$eval('.zj-button-main', (button) => {
      const box = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
    });
    expect(covered).toBe(true);
  });

  it('brings the row that a key makes current into view below the head', async () => {
    await open('panel-many');
    await page.setViewportSize({ width: 400, height: 600 });
    for (let count = 0; count < 12; count++) await page.keyboard.press('j');
    for (let count = 0; count < 9; count++) await page.keyboard.press('k');
    const isInView = () =>
      page.$eval('[aria-current=true]', (button) => {
        const box = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(box.x + 60, box.y + 4));
      });
    await expect.poll(isInView).toBe(true);
  });
});
