import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildExtension, launchBrowser } from '../../cli/browser.ts';
import { captureAndExport } from '../../cli/capture-and-export.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { serveFolder } from '../../cli/serve.ts';
import { visit } from '../../cli/visit.ts';

/**
 * Photographs the real product for the README: `npm run pictures`. The sample advert is scanned, opened in the panel, captured,
 * and looked at in the library, by the same messages that the commands use.
 */
const folder = fileURLToPath(new URL('./readme', import.meta.url));
const sample = fileURLToPath(new URL('../../cli/sample', import.meta.url));
const discard = fileURLToPath(new URL('../../output/pictures', import.meta.url));

/** Two pictures side by side, a hairline between them. */
async function sideBySide(page: Page, left: Buffer, right: Buffer, name: string): Promise<void> {
  const source = (picture: Buffer) => `data:image/png;base64,${picture.toString('base64')}`;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.setContent(
    `<body style="margin:0;display:flex;background:#fff"><img src="${source(left)}" style="width:985px;height:768px;object-fit:cover;object-position:top left;border-right:1px solid #e3e6eb"><img src="${source(right)}" style="width:380px;height:768px"></body>`,
  );
  await page.screenshot({ path: join(folder, name) });
}

buildExtension();
mkdirSync(folder, { recursive: true });
const server = await serveFolder(sample);
const browser = await launchBrowser({ deviceScaleFactor: 2, window: { width: 985, height: 768 } });
try {
  const client = await ExtensionClient.open(browser);
  const { page, tabId, report } = await visit(browser, client, `${server.origin}/index.html`, { pictures: true });
  await page.bringToFront();
  const first = report.findings.find((finding) => finding.disposition === 'claim')!;
  await page.getByText(first.matchedText).first().click();
  // The card comes in within 120 ms, in a closed root that nothing outside can wait for.
  await page.waitForTimeout(400);
  const withCard = await page.screenshot();

  const panel = await browser.openExtensionPage(`sidepanel.html?tab=${tabId}`);
  await panel.setViewportSize({ width: 380, height: 768 });
  await panel
    .getByRole('heading', { name: /疑似|suspected/ })
    .first()
    .waitFor();
  const beside = await panel.screenshot();
  await panel.close();
  await sideBySide(await browser.context.newPage(), withCard, beside, 'page-and-panel.png');

  mkdirSync(discard, { recursive: true });
  await captureAndExport(browser, client, { page, tabId, folder: discard });
  rmSync(discard, { recursive: true });
  const library = await browser.openExtensionPage('library.html');
  await library.setViewportSize({ width: 1366, height: 768 });
  await library.getByRole('row').nth(1).waitFor();
  await library.waitForLoadState('networkidle');
  writeFileSync(join(folder, 'library.png'), await library.screenshot());
} finally {
  await browser.close();
  await server.close();
}
