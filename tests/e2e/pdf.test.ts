import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension, ensureBrowser } from '../../cli/browser.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import { unpack } from '../bundle/unpack.ts';

const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
const CERTIFICATE = [
  '质量管理体系认证证书',
  '证书编号：12326Q00417R1S',
  '获证组织：云岭茶业有限公司',
  '认证标准：GB/T 19001-2016',
  '颁证日期：2026年03月18日',
  '发证机构：北辰认证有限公司',
];

beforeAll(async () => {
  buildExtension();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const body = CERTIFICATE.map((line) => `<p>${line}</p>`).join('');
  await page.setContent(
    `<meta charset=utf-8><body style="font:18px 'Noto Sans CJK SC'">${body}<p>本公司专业代办各类认证证书，包过包拿证，无需审核，价格优惠，欢迎咨询。</p>`,
  );
  const pdf = await page.pdf({ path: join(folder, 'text.pdf') });
  const picture = (await page.screenshot({ clip: { x: 0, y: 0, width: 700, height: 340 } })).toString('base64');
  await page.setContent(`<img style="width:180mm" src="data:image/png;base64,${picture}">`);
  await page.pdf({ path: join(folder, 'scan.pdf') });
  await browser.close();
  writeFileSync(join(folder, 'cut.pdf'), pdf.subarray(0, Math.floor(pdf.length * 0.6)));
  writeFileSync(join(folder, 'page.pdf.pdf'), '%PDF-1.7\nnothing follows\n%%EOF');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sealed record of a bundle that holds, with the file that it keeps. */
async function recordOf(bundle: string) {
  const { checks } = await verifyBundle(await openAsBlob(bundle), {});
  expect(checks.filter(({ state }) => state === 'failed')).toEqual([]);
  const bag = await unpack(bundle, mkdtempSync(join(folder, 'bag-')));
  const item = join(bag, 'data', readdirSync(join(bag, 'data')).find((name) => /^E\d{8}-/.test(name))!);
  const read = (name: string) => readFileSync(join(item, name));
  const record: EvidenceRecord = JSON.parse(read('record.json').toString());
  return { record, original: read('page/original.pdf'), network: JSON.parse(read('network.json').toString()) };
}

it('scans and captures PDFs, with text and without, and says what could not be read', {
  timeout: 300_000,
}, async () => {
  const names = ['text.pdf', 'scan.pdf', 'cut.pdf', 'page.pdf.pdf'];
  const ran = spawnSync(
    process.execPath,
    [
      'cli/scan.ts',
      ...['--json', '--now', '2026-11-23', '--capture', join(folder, 'bundles')],
      ...names.map((name) => join(folder, name)),
    ],
    { encoding: 'utf8' },
  );
  const [text, scan, cut, broken] = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(text).toMatchObject({ complete: true });
  expect(text.findings.map(({ matchedText }: { matchedText: string }) => matchedText)).toContain('包过包拿证');
  for (const line of [text, scan]) {
    expect(line.complete).toBe(true);
    expect(line.certificates).toHaveLength(1);
    expect(line.certificates[0]).toMatchObject({
      source: 'pdf',
      fields: { certificateNumber: '12326Q00417R1S', issueDate: '2026-03-18' },
    });
  }
  expect(cut.complete).toBe(false);
  expect(broken).toMatchObject({ complete: false, findings: [] });
  expect(broken.error).toMatch(/损坏/);
  expect(ran.status).toBe(1);

  const records = await Promise.all([text, scan, cut, broken].map(({ evidence }) => recordOf(evidence)));
  for (const [index, { record, original }] of records.entries()) {
    const bytes = readFileSync(join(folder, names[index]!));
    expect(original.equals(bytes)).toBe(true);
    const kept = record.artefacts.find(({ role }) => role === 'original')!;
    expect(kept).toMatchObject({ mediaType: 'application/pdf', size: bytes.length });
    expect(kept.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(kept.method).toContain('另行取得');
    expect(record.page.url).toMatch(/^http:\/\/127\.0\.0\.1.*\.pdf$/);
    expect(record.notCaptured.map(({ what }) => what)).toContain('标签页载入 PDF 时的字节');
  }
  const pages = records.map(({ record }) => record.artefacts.filter(({ role }) => role === 'pdf-page').length);
  expect(pages).toEqual([1, 1, expect.any(Number), 0]);
  const [whole] = records;
  expect(whole!.record.method).toBe('rendered');
  expect(whole!.record.findings.map(({ matchedText }) => matchedText)).toContain('包过包拿证');
  expect(whole!.record.artefacts.map(({ role }) => role)).toEqual(expect.arrayContaining(['annotated', 'network']));
  expect(whole!.network.fetched).toMatchObject({ status: 200, ip: '127.0.0.1' });
  expect(records[3]!.record.notCaptured.map(({ what }) => what)).toContain('PDF 的文字和各页画面');
});
