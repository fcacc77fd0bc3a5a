import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildExtension, EXTENSION_FOLDER, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import type { FrameReport } from '../../utils/reports/tab-report.ts';
import { compile } from '../../utils/scan/compile.ts';
import { packLexicon } from '../../utils/scan/packed-lexicon.ts';
import { type PageServer, servePages } from './page-server.ts';
import { untilPainted } from './painted.ts';

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>page</title><body>${body}</body>`;
const embedded = (html: string) => html.replaceAll('"', '&quot;');

let browser: ExtensionBrowser;
let server: PageServer;

beforeAll(async () => {
  buildExtension();
  server = await servePages({
    '/latin': page('<p>The quick brown fox.</p><iframe srcdoc="<p>more of it"></iframe>'),
    '/plain': page('<p>本店当天出证</p>'),
    '/certificate': page(
      '<table><tr><th>证书编号</th><td>2025010901123456</td></tr><tr><th>发证机构</th><td>某某认证有限公司</td></tr></table>',
    ),
    '/shadow': page(`<x-ad></x-ad><script>customElements.define('x-ad', class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<p>\\u5f53\\u5929\\u51fa\\u8bc1</p>'; } });</script>`),
    '/inner': page('<p>当天出证</p>'),
    '/frames': page(`<iframe srcdoc="${embedded('<p>当天出证</p>')}"></iframe>
      <iframe sandbox srcdoc="${embedded('<p>当天出证</p>')}"></iframe><iframe sandbox src="/inner"></iframe>
      <iframe src="data:text/html;charset=utf-8,<p>当天出证</p>"></iframe><iframe id="blank"></iframe>
      <script>document.querySelector('#blank').contentDocument.body.innerHTML = '<p>当天出证</p>'</script>`),
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path: string) {
  const opened = await browser.context.newPage();
  await opened.goto(server.url(path));
  return { opened, tabId: await browser.tabIdOf(opened) };
}

/** The reports that the frames of a tab have sent, by what they say. */
const reports = (tabId: number) =>
  browser.worker.evaluate(async (id) => {
    const stored = Object.entries(await chrome.storage.session.get()).filter(([key]) => key.startsWith(`frame:${id}:`));
    return stored.map(([, value]) => {
      const { state, arriving, findings, certificates } = (value as { report: FrameReport }).report;
      return {
        state,
        arriving,
        phrases: findings.map(({ matchedText }) => matchedText),
        certificates: certificates.length,
      };
    });
  }, tabId);

/** Which document each report of a tab is of, by the key that its script made. */
const keysOf = (tabId: number) =>
  browser.worker.evaluate(async (id) => {
    const stored = Object.entries(await chrome.storage.session.get()).filter(([key]) => key.startsWith(`frame:${id}:`));
    return stored.map(([, value]) => (value as { report: FrameReport }).report.documentKey);
  }, tabId);

/** The parts that were brought into a frame of a tab, as our own world sees them. */
const partsIn = (tabId: number) =>
  browser.worker.evaluate(async (id) => {
    const [{ result } = {}] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => Object.keys((globalThis as Record<symbol, object>)[Symbol.for('zhengjian.page-parts')] ?? {}),
    });
    return result;
  }, tabId);

describe('the script in every frame', () => {
  it('brings nothing into a page without Chinese, which is reported as read', async () => {
    const { opened, tabId } = await open('/latin');
    await expect.poll(() => reports(tabId).then((all) => all.map(({ state }) => state))).toEqual(['done', 'done']);
    expect(await partsIn(tabId)).toEqual([]);
    await opened.evaluate(() => document.querySelector('p')!.setAttribute('title', '当天出证'));
    await expect.poll(() => reports(tabId).then((all) => all.flatMap(({ phrases }) => phrases))).toEqual(['当天出证']);
    await opened.close();
  });

  it('brings the certificate reader where there is a certificate to read, and the card where one is opened', async () => {
    const plain = await open('/plain');
    await untilPainted(plain.opened, '当天出证');
    expect(await partsIn(plain.tabId)).toEqual(['scan']);
    await browser.worker.evaluate(
      (id) => chrome.tabs.sendMessage(id, { id: 3, type: 'stepFinding', data: { by: 1, restart: true }, timestamp: 0 }),
      plain.tabId,
    );
    expect(await partsIn(plain.tabId)).toEqual(['scan', 'card']);
    const { opened, tabId } = await open('/certificate');
    await expect.poll(() => reports(tabId).then(([report]) => report?.certificates)).toBe(1);
    expect(await partsIn(tabId)).toEqual(['scan', 'certificates']);
    for (const each of [plain.opened, opened]) await each.close();
  });

  it('finds Chinese that stands in closed shadow roots only', async () => {
    const { opened, tabId } = await open('/shadow');
    await expect.poll(() => reports(tabId).then((all) => all.flatMap(({ phrases }) => phrases))).toEqual(['当天出证']);
    await opened.close();
  });

  it('reads frames of every kind', async () => {
    const { opened, tabId } = await open('/frames');
    await expect
      .poll(() => reports(tabId).then((all) => all.flatMap(({ phrases }) => phrases)))
      .toEqual(Array(5).fill('当天出证'));
    await opened.close();
  });

  it('reads a document that its server never ends, and reads it once', async () => {
    const unended = createServer((_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' });
      answer.write(page('<p>本店当天出证</p>'));
      end = () => answer.end();
    }).listen(0);
    let end = () => {};
    onTestFinished(() => void unended.close());
    const opened = await browser.context.newPage();
    await opened.goto(`http://127.0.0.1:${(unended.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
    await untilPainted(opened, '当天出证');
    const tabId = await browser.tabIdOf(opened);
    const [key] = await keysOf(tabId);
    // Now the browser starts the script as well.
    end();
    await opened.waitForLoadState();
    await opened.evaluate(() => document.querySelector('p')!.append('，包过'));
    await untilPainted(opened, '包过');
    expect(await keysOf(tabId)).toEqual([key]);
    await opened.close();
  });

  it('says of a document that more of it is on its way, until it has come', async () => {
    let end = () => {};
    const slow = createServer((_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' });
      answer.write(page('<p>plain words</p>').replace('</body></html>', ''));
      end = () => answer.end('<p>本店当天出证</p>');
    }).listen(0);
    onTestFinished(() => void slow.close());
    const opened = await browser.context.newPage();
    await opened.goto(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
    const tabId = await browser.tabIdOf(opened);
    const said = () => reports(tabId).then((all) => all.map(({ arriving, phrases }) => [arriving, ...phrases]));
    await expect.poll(said, { timeout: 15_000 }).toEqual([[true]]);
    end();
    await expect.poll(said).toEqual([[undefined, '当天出证']]);
    await opened.close();
  });

  it('is neither heard nor ended by the page, whatever events it knows', async () => {
    const name = `${browser.id}:page:wxt:content-script-started`;
    server.set(
      '/ending',
      page(`<p>产品</p><script>
        document.addEventListener('${name}', () => { document.title = 'heard'; });
        const end = () => document.dispatchEvent(new CustomEvent('${name}', { detail: { contentScriptName: 'page', messageId: '' } }));
      </script>`),
    );
    const { opened, tabId } = await open('/ending');
    await expect.poll(() => reports(tabId).then((all) => all.map(({ state }) => state))).toEqual(['done']);
    expect(await opened.title()).toBe('page');
    await opened.evaluate('end()');
    await opened.evaluate(() => document.querySelector('p')!.append('，当天出证'));
    await expect.poll(() => reports(tabId).then((all) => all.flatMap(({ phrases }) => phrases))).toEqual(['当天出证']);
    await opened.close();
  });

  it('is neither seen nor read by the page', async () => {
    const { opened } = await open('/plain');
    await untilPainted(opened, '当天出证');
    const seen = await opened.evaluate(async (id) => {
      const readable = (file: string) =>
        fetch(`chrome-extension://${id}/${file}`).then(
          () => true,
          () => false,
        );
      return {
        registry: Symbol.for('zhengjian.page-parts') in globalThis,
        scanner: 'zhengjianScanner' in globalThis,
        files: await Promise.all(
          ['lexicon.json', 'page-scan.js', 'page-card.js', 'content-scripts/page.js'].map(readable),
        ),
      };
    }, browser.id);
    expect(seen).toEqual({ registry: false, scanner: false, files: [false, false, false, false] });
    await opened.close();
  });
});

describe('rules of the office', () => {
  it('hold on the next page, compiled with the built-in ones', async () => {
    await browser.worker.evaluate(() =>
      chrome.storage.local.set({
        officePack: {
          stamp: { id: 'office', version: '1.0.1', sha256: 'f'.repeat(64) },
          pack: {
            id: 'office',
            version: '1.0.1',
            name: '本单位规则',
            rules: [],
            phrases: { 'fake-certification/same-day-issue': ['眨眼拿到证书'] },
            allow: {},
            off: [],
          },
        },
      }),
    );
    server.set('/office', page('<p>本店当天出证</p><p>眨眼拿到证书</p>'));
    const { opened, tabId } = await open('/office');
    await expect
      .poll(() => reports(tabId).then((all) => all.flatMap(({ phrases }) => phrases)))
      .toEqual(['当天出证', '眨眼拿到证书']);
    await browser.worker.evaluate(() => chrome.storage.local.remove('officePack'));
    await opened.close();
  });
});

describe('the built extension', () => {
  const built = (file: string) => readFileSync(join(EXTENSION_FOLDER, file));
  const kilobytes = (file: string) => gzipSync(built(file), { level: 9 }).length / 1000;

  it('weighs no more in a frame than it was brought down to', () => {
    expect(kilobytes('content-scripts/page.js')).toBeLessThan(16);
    // With the signs of each decision, what a page shows of its licences, notes of pronunciation read away, and titles of word lists.
    expect(kilobytes('page-scan.js')).toBeLessThan(65);
    expect(kilobytes('page-card.js')).toBeLessThan(40);
  });

  it('carries nothing into pages that only readers of the rules need', () => {
    const scripts = ['content-scripts/page.js', 'page-scan.js', 'page-card.js', 'lexicon.json'].map((file) =>
      built(file).toString(),
    );
    for (const { advice, examples } of BUILT_IN_PACKS.flatMap(({ rules }) => rules)) {
      for (const text of [advice, ...examples.hit.filter((example) => example.length > 20)]) {
        expect(scripts.some((script) => script.includes(text))).toBe(false);
      }
    }
  });

  it('has the built-in packs compiled as they are now', () => {
    expect(built('lexicon.json').toString()).toBe(packLexicon(compile(BUILT_IN_PACKS)));
  });

  it('opens none of its files to pages', () => {
    expect(JSON.parse(built('manifest.json').toString())).not.toHaveProperty('web_accessible_resources');
  });
});
