import { execFileSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { captureAndExport } from '../../cli/capture-and-export.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { type FolderServer, serveFolder } from '../../cli/serve.ts';
import { visit } from '../../cli/visit.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { unpack } from '../bundle/unpack.ts';

/** What a page must give; `<slug>.json` beside `<slug>.html`. A page without its expectation fails, none is written here. */
interface Expectation {
  about: string;
  flagged: boolean;
  /** The page's own characters, each asserted by the page. */
  claims: string[];
  /** Found too, but cited or denied. */
  others: string[];
  certificates: { kind: string; fields: Record<string, string>; missing: string[]; problems?: string[] }[];
}

const folder = fileURLToPath(new URL('../pages', import.meta.url));
const slugs = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length));

/** Validity is judged against one day, whatever the machine's clock says. */
const TODAY = '2026-11-23';

let browser: ExtensionBrowser;
let client: ExtensionClient;
let server: FolderServer;
let output: string;

beforeAll(async () => {
  buildExtension();
  output = mkdtempSync(join(tmpdir(), 'zhengjian-way-'));
  server = await serveFolder(folder);
  browser = await launchBrowser();
  client = await ExtensionClient.open(browser);
  await client.changeSettings({ referenceDate: TODAY });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(output, { recursive: true, force: true });
});

const texts = (report: TabReport, isClaim: boolean) =>
  report.findings
    .filter((finding) => (finding.disposition === 'claim') === isClaim)
    .map((finding) => finding.matchedText);

const shown = (certificate: Certificate) => ({
  kind: certificate.kind,
  fields: Object.fromEntries(Object.entries(certificate.fields).map(([field, read]) => [field, read.value])),
  missing: [...certificate.missing],
});

describe.each(slugs)('%s', (slug) => {
  const expected: Expectation = JSON.parse(readFileSync(join(folder, `${slug}.json`), 'utf8'));

  it(`is scanned and, when it shows anything, captured, exported and verified: ${expected.about}`, async () => {
    const plain = await browser.context.newPage();
    const address = `${server.origin}/${slug}.html`;
    const { page, tabId, report } = await visit(browser, client, address, { pictures: true });

    expect(texts(report, true)).toEqual(expect.arrayContaining(expected.claims));
    expect(texts(report, false)).toEqual(expect.arrayContaining(expected.others));
    expect(report.findings.some((finding) => finding.disposition === 'claim')).toBe(expected.flagged);

    expect(report.certificates.map((certificate) => certificate.kind)).toEqual(
      expected.certificates.map(({ kind }) => kind),
    );
    for (const [index, { fields, missing, problems }] of expected.certificates.entries()) {
      const certificate = report.certificates[index]!;
      expect(shown(certificate).fields).toMatchObject(fields);
      expect(shown(certificate).missing).toEqual(missing);
      if (problems) expect(certificate.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(problems));
    }

    // The page as the extension left it is the page as a browser without scripts of ours would have it.
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    await client.changeSettings({ disabledSites: ['127.0.0.1'] });
    await plain.goto(address);
    await plain.waitForFunction((length) => document.documentElement.outerHTML.length >= length, html.length);
    expect(html).toBe(await plain.evaluate(() => document.documentElement.outerHTML));
    await client.changeSettings({ disabledSites: [] });
    await plain.close();
    // Text is read again at once; pictures with the capture.
    const fromText = ({ certificates }: TabReport) => certificates.filter(({ source }) => source === 'text').length;
    const again = async () => fromText(await client.send('getTabReport', { tabId }));
    await expect.poll(again).toBe(fromText(report));
    await expect.poll(async () => (await client.send('getTabReport', { tabId })).state).toBe('done');

    // What nobody suspects and what shows no certificate is not kept.
    if (!expected.flagged && expected.certificates.length === 0) return page.close();
    const bundle = await captureAndExport(browser, client, { page, tabId, folder: output });
    const verdict = await verifyBundle(await openAsBlob(bundle), {});
    expect(verdict.checks.filter((check) => check.state === 'failed')).toEqual([]);

    const opened = mkdtempSync(join(output, 'bag-'));
    const bag = await unpack(bundle, opened);
    const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: bag });
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      run('sha256sum', '--check', '--strict', '--quiet', manifest);
    run('cksum', '-a', 'sm3', '--check', '--strict', '--quiet', 'manifest-sm3.txt');
    const item = `data/${readdirSync(join(bag, 'data')).find((name) => /^E\d{8}-/.test(name))}`;
    const signed = [
      ['signer-public-key.pem', 'tagmanifest-sha256.txt'],
      [`${item}/record-public-key.pem`, `${item}/record.json`],
    ] as const;
    for (const [key, file] of signed)
      run('openssl', 'dgst', '-sha256', '-verify', key, '-signature', `${file}.sig`, file);

    // What the page showed, pictures and codes included, is what the sealed record says.
    const record: EvidenceRecord = JSON.parse(readFileSync(join(bag, item, 'record.json'), 'utf8'));
    const said = ({ source, fields, codes }: Certificate) => ({ source, fields, codes });
    expect(record.certificates.map(said)).toEqual(report.certificates.map(said));
    await page.close();
  });
});
