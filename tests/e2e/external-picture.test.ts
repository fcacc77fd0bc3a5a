import { createHash } from 'node:crypto';
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { violations } from './axe.ts';
import { readItem, readItemIds } from './capture-harness.ts';

const WAIT = { timeout: 60_000 };
const LINES = [
  '质量管理体系认证证书',
  '证书编号：12326Q00417R1S',
  '获证组织：云岭茶业有限公司',
  '认证标准：GB/T 19001-2016',
  '颁证日期：2026年03月18日',
  '发证机构：北辰认证有限公司',
  '包过包拿证，当天出证',
];

let browser: ExtensionBrowser;
let library: Page;
let screenshot: Buffer;
const folder = mkdtempSync(join(tmpdir(), 'picture-'));

beforeAll(async () => {
  buildExtension();
  browser = await launchBrowser({ downloads: folder });
  const page = await browser.context.newPage();
  await page.setContent(`<body style="font:22px 'Noto Sans CJK SC'">${LINES.map((line) => `<p>${line}</p>`).join('')}`);
  screenshot = await page.screenshot({ clip: { x: 0, y: 0, width: 540, height: 480 } });
  await page.close();
  library = await browser.openExtensionPage('library.html');
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const form = () => library.locator('dialog[open]');
const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

/** Drops a file onto the library, as a person does from the desktop. */
async function drop({ name, mimeType, buffer }: ReturnType<typeof file>): Promise<void> {
  const held = await library.evaluateHandle(
    ([name, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64!), (char) => char.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name!, { type: type! }));
      return data;
    },
    [name, mimeType, buffer.toString('base64')] as const,
  );
  await library.dispatchEvent('body', 'drop', { dataTransfer: held });
}

async function state(where: string): Promise<void> {
  await form()
    .getByLabel(/^(所见之处|Where it was met)$/)
    .fill(where);
  await form()
    .getByLabel(/^(时间|When)$/)
    .fill('2026-11-20T09:30');
  await form().locator('button[type=submit]').click();
}

it('refuses what is no picture that can be shown, each with its reason', { timeout: 60_000 }, async () => {
  await drop(
    file('drawing.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')),
  );
  await state('某小程序');
  await form().getByText(/SVG/).waitFor(WAIT);
  await form()
    .getByRole('button', { name: /^(取消|Cancel)$/ })
    .click();
  await drop(file('broken.png', 'image/png', screenshot.subarray(0, 900)));
  await state('某小程序');
  await form()
    .getByText(/已损坏|damaged/)
    .waitFor(WAIT);
  await form()
    .getByRole('button', { name: /^(取消|Cancel)$/ })
    .click();
  expect(await readItemIds({ page: library } as never)).toEqual([]);
});

it('seals a telephone screenshot as what it is, read and scanned, from the form to the bundle', {
  timeout: 180_000,
}, async () => {
  const chooser = library.waitForEvent('filechooser');
  await library.getByRole('button', { name: /登记外来图片|Add pictures/ }).click();
  await (await chooser).setFiles(file('Screenshot_0417.png', 'image/png', screenshot));
  await form().locator('button[type=submit]').click();
  await form()
    .getByText(/请写明在哪个|Say in which/)
    .waitFor(WAIT);
  expect(await violations(library)).toEqual([]);
  await state('某买菜小程序');
  await library.waitForURL(/#\/items\/E\d{8}-\d{4}/, { timeout: 120_000 });

  const [id] = await readItemIds({ page: library } as never);
  const { record } = (await readItem({ page: library } as never, id!))!;
  expect(record).toMatchObject({
    schema: 2,
    method: 'external',
    external: {
      manner: 'screenshot',
      where: '某买菜小程序',
      when: '2026-11-20T09:30',
      fileName: 'Screenshot_0417.png',
    },
  });
  const kept = record.artefacts.find(({ role }) => role === 'external-picture')!;
  expect(kept.sha256).toBe(createHash('sha256').update(screenshot).digest('hex'));
  expect(record.certificates).toMatchObject([
    { source: 'image', fields: { certificateNumber: { value: '12326Q00417R1S', box: expect.anything() } } },
  ]);
  expect(record.findings.map(({ matchedText }) => matchedText)).toContain('包过包拿证');
  expect(await library.locator('.zj-item-head').textContent()).toMatch(/外来图片|Picture from elsewhere/);

  const download = library.waitForEvent('download', WAIT);
  await library.keyboard.press('Control+e');
  const bundle = join(folder, 'picture.zip');
  await (await download).saveAs(bundle);
  const { ok, checks } = await verifyBundle(await openAsBlob(bundle), {});
  expect(ok).toBe(true);
  expect(checks.find(({ name }) => name === 'records')!.sentence).toContain('1 件为外来图片，非由网页取得');

  await library.goto(`chrome-extension://${browser.id}/library.html#/items`);
  await library
    .locator('tbody tr', { hasText: '某买菜小程序' })
    .getByText(/外来图片|Picture from elsewhere/)
    .first()
    .waitFor(WAIT);
});
