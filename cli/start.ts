import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildExtension, launchBrowser, NoBrowserError, WINDOW } from './browser.ts';
import { captureAndExport } from './capture-and-export.ts';
import { ExtensionClient } from './extension-client.ts';
import { scanLine } from './scan-line.ts';
import { scanText } from './scan-text.ts';
import { serveFolder } from './serve.ts';
import { visit } from './visit.ts';

/**
 * `npm start`: builds, opens a browser that has the extension on the sample advert, scans it, captures it, and leaves the
 * evidence bundle in `output/`. With a display the browser stays open until it is closed; without one the same runs headless.
 */

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const output = fileURLToPath(new URL('../output', import.meta.url));
const sample = fileURLToPath(new URL('./sample', import.meta.url));

async function main(): Promise<void> {
  buildExtension();
  mkdirSync(output, { recursive: true });
  const server = await serveFolder(sample);
  const browser = await launchBrowser({ headless: !hasDisplay, window: WINDOW });
  try {
    const client = await ExtensionClient.open(browser);
    const address = `${server.origin}/index.html`;
    const { page, tabId, report, reading } = await visit(browser, client, address, { pictures: true });
    const evidence = await captureAndExport(browser, client, { page, tabId, folder: output });
    process.stdout.write(scanText(scanLine(address, { report, reading }, report.scannedAt.slice(0, 10), evidence)));
    if (hasDisplay) {
      process.stdout.write('浏览器保持打开；关闭窗口即结束。\n');
      await page.bringToFront();
      await new Promise((resolve) => browser.context.on('close', resolve));
    }
  } finally {
    await browser.close().catch(() => undefined);
    await server.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
