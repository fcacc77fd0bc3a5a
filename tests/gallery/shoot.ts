import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../cli/browser.ts';
import { listScreens, openScreen, serveGallery } from './serve.ts';

/** Writes a picture of every screen to output/gallery: `node tests/gallery/shoot.ts [name part]`, light and dark, at 1× and 2×. */
const wanted = process.argv[2] ?? '';
const locale = process.argv[3] === 'en' ? 'en' : 'zh_CN';
const folder = 'output/gallery';
mkdirSync(folder, { recursive: true });

const gallery = await serveGallery();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const deviceScaleFactor of [1, 2]) {
      const context = await browser.newContext({ colorScheme, deviceScaleFactor });
      const page = await context.newPage();
      for (const screen of await listScreens(page, gallery)) {
        const { name } = screen;
        if (!name.includes(wanted)) continue;
        await openScreen(page, gallery, screen, locale);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) process.stderr.write(`${name}: ${wide} px wider than its screen\n`);
        await page.screenshot({
          path: join(folder, `${name}-${colorScheme}-${deviceScaleFactor}x.png`),
          fullPage: true,
        });
      }
      await context.close();
    }
} finally {
  await browser.close();
  await gallery.close();
}
