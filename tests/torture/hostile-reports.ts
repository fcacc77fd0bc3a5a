import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../cli/browser.ts';
import { isSafePath } from '../../utils/bundle/bag-path.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { paperFiles } from '../../utils/documents/paper-files.ts';
import { PAPER_FORMATS } from '../../utils/documents/paper-format.ts';
import { PAPER_KINDS } from '../../utils/documents/paper-kinds.ts';
import { summaryTable } from '../../utils/documents/summary-table.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { unpack, zipFiles } from '../bundle/unpack.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import type { Outcome } from './outcome.ts';

const MARK = 'window.__ran=1';

/** Hostile words in every field of a record that a page can fill. */
function poison(item: EvidenceItem, text: string): EvidenceItem['record'] {
  const { record } = item;
  const [finding] = record.findings;
  const [certificate] = record.certificates;
  const page = { ...record.page, url: text, title: text, referrer: text, language: text, charset: text };
  return {
    ...record,
    page,
    findings: [{ ...finding!, matchedText: text, prefix: text, suffix: text, phrase: text, reason: text }],
    certificates: [
      {
        ...certificate!,
        fields: { certificateNumber: { value: text, raw: text }, holder: { value: text, raw: text } },
        problems: [{ code: 'expired', detail: text, compared: [{ label: text, value: text }], weight: 'doubt' }],
        codes: [{ format: text, text }],
      },
    ],
    notCaptured: [{ what: text, reason: text }],
  };
}

/** Each text goes through report and papers, which are opened in Chromium: nothing may run, leave or look like a formula. */
export async function hostileReports(texts = HOSTILE_TEXTS): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  const failures: string[] = [];
  try {
    for (const [index, text] of texts.entries()) {
      const armed = text.replaceAll('RUN', MARK);
      const fail = (what: string) => failures.push(`${what}: ${JSON.stringify(text.slice(0, 80))}`);
      const change = (item: EvidenceItem) => poison(item, armed);
      const plain = await sampleBundle(1, {}, change);
      const plans = PAPER_KINDS.map((kind) => ({ kind, number: armed, title: armed, formats: PAPER_FORMATS }));
      const office = { name: armed, officers: [] };
      const documents = await paperFiles({ items: plain.items, office, today: '2026-11-23', plans });
      const { zip } = await sampleBundle(1, { documents }, change);
      if (!(await verifyBundle(zip)).ok) fail('the bundle does not verify');
      for (const [name] of await zipFiles(zip)) if (!isSafePath(name)) fail(`unsafe name ${name}`);
      const sheets = (await zipFiles(await summaryTable(plain.items, []))).filter(([name]) => name.includes('sheet'));
      if (sheets.some(([, bytes]) => new TextDecoder().decode(bytes).includes('<f>'))) fail('a formula');

      const path = join(folder, String(index));
      writeFileSync(`${path}.zip`, new Uint8Array(await zip.arrayBuffer()));
      const bag = await unpack(`${path}.zip`, path);
      for (const file of ['data/report.html', 'data/documents/extraction-record.html']) {
        const page = await browser.newPage();
        page.on('request', (request) => {
          if (!request.url().startsWith(pathToFileURL(bag).href)) fail(`asks for ${request.url().slice(0, 80)}`);
        });
        page.on('dialog', (dialog) => {
          fail('opens a dialog');
          void dialog.dismiss();
        });
        await page.goto(pathToFileURL(join(bag, file)).href);
        if (await page.evaluate(() => '__ran' in window)) fail(`runs in ${file}`);
        await page.close();
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  return { name: 'hostile records, report and papers in Chromium', tried: texts.length, failures, notes: [] };
}
