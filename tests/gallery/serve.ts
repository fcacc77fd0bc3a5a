import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Page } from 'playwright-core';
import { createServer } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface Gallery {
  /** Address of one screen; without a name, of the list. */
  address(screen?: string, locale?: 'zh_CN' | 'en'): string;
  close(): Promise<void>;
}

/** Serves the gallery on loopback: the product's components as an ordinary page, with fixtures in place of the browser. */
export async function serveGallery(): Promise<Gallery> {
  const server = await createServer({
    root: here('.'),
    configFile: false,
    logLevel: 'error',
    cacheDir: here('../../node_modules/.vite-gallery'),
    plugins: [preact()],
    resolve: { alias: { '#imports': here('./imports.ts') } },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, fs: { allow: [here('../..')] } },
  });
  await server.listen();
  const origin = server.resolvedUrls?.local[0] ?? '';
  return {
    address: (screen = '', locale = 'zh_CN') => `${origin}?locale=${locale}#${screen}`,
    close: () => server.close(),
  };
}

export interface ScreenSize {
  name: string;
  /** CSS px. */
  width: number;
  height: number;
}

/** The screens that the gallery's list names. */
export async function listScreens(page: Page, gallery: Gallery): Promise<ScreenSize[]> {
  await page.goto(gallery.address());
  await page.waitForSelector('a[data-width]');
  return page.$$eval('a[data-width]', (links) =>
    links.map((link) => ({
      name: link.textContent.trim(),
      width: Number((link as HTMLElement).dataset.width),
      height: Number((link as HTMLElement).dataset.height),
    })),
  );
}

/** Opens one screen at its size and waits until it is drawn. */
export async function openScreen(
  page: Page,
  gallery: Gallery,
  { name, width, height }: ScreenSize,
  locale: 'zh_CN' | 'en' = 'zh_CN',
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(gallery.address(name, locale));
  await page.waitForSelector(`html[data-drawn="${name}"]`);
}
