import type { Page } from 'playwright-core';

/** Lays a bundle on the desk of the library, as an officer does, and waits until it is checked and holds. */
export async function layOnDesk(page: Page, bundle: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(核对证据包|Check a? ?bundle)$/ }).click();
  await (await chooser).setFiles(bundle);
  const result = page.locator('.zj-verdict-result');
  await result.waitFor();
  if ((await result.getAttribute('data-ok')) !== 'true')
    throw new Error(`the bundle does not hold: ${await page.locator('.zj-verdict').innerText()}`);
  await page.locator('.zj-verdict-acts input[type=checkbox]').check();
}

/** Has the items on the desk taken in. */
export const takeIn = (page: Page): Promise<void> => page.locator('.zj-verdict-acts .zj-button-filled').click();

/** How long taking in may last on a machine that does other work beside, in milliseconds. */
const PATIENCE_MS = 240_000;

/** Waits for the end of taking in: `imported`, or the sentence that says why not, or what the desk shows when it does not end. */
export async function endOfTakingIn(page: Page): Promise<string> {
  const reason = page.locator('.zj-verdict .zj-note-missing');
  const done = page.locator('.zj-desk-outcome');
  const ended = await reason
    .or(done)
    .waitFor({ timeout: PATIENCE_MS })
    .then(() => true)
    .catch(() => false);
  if (!ended) return `no end: ${await page.locator('.zj-verdict').innerText()}`;
  return (await done.count()) ? 'imported' : (await reason.innerText()).trim();
}
