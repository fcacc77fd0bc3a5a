import type { Page } from 'playwright-core';
import type { Case } from '../../utils/evidence/case.ts';
import { nextLine } from '../../utils/evidence/custody-log.ts';
import { createSha256, digestBytes } from '../../utils/evidence/digest.ts';
import type { Artefact, CustodyLine, EvidenceItem, ItemStatus } from '../../utils/evidence/record.ts';
import { createSigningKey, sealRecord } from '../../utils/evidence/seal.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { type SampleRule, sampleCertificate, sampleFinding, sampleItem } from '../components/library/sample-items.ts';

/** A picture of a page and where the marked words stand on it. */
export interface PagePicture {
  /** PNG files from top to bottom, CSS px regions. */
  tiles: { png: Buffer; y: number; height: number }[];
  thumbnail: Buffer;
  width: number;
  height: number;
  rects: Record<string, { x: number; y: number; width: number; height: number }>;
}

const WIDTH = 1366;
const TILE = 800;

/** An invented advert with three claims, one quotation and one denial. */
function advert(title: string, tint: string): string {
  const mark = (id: string, words: string) => `<span id="${id}">${words}</span>`;
  const card = (name: string, price: string) =>
    `<div class="card"><b>${name}</b><p>资质文件整理与咨询</p><i>${price}</i></div>`;
  return `<!doctype html><meta charset="utf-8"><title>${title}</title><style>
    body{margin:0;background:#fff;font:16px/28px "Noto Sans CJK SC",sans-serif;color:#1d2733}
    .bar{padding:8px 64px;background:#f3f6f8;color:#667;font-size:13px}
    .hero{padding:56px 64px 72px;background:${tint}} h1{font-size:34px;line-height:52px;margin:0 0 12px}
    .row{display:grid;grid-template-columns:repeat(4,1fr);gap:20px;padding:40px 64px}
    .card{padding:20px;border:1px solid #e1e7ec;background:#f5f8fa} .card i{color:#d2691e;font-style:normal}
    .news{padding:0 64px 60px} .news p{border-bottom:1px solid #e6eaee;padding:10px 0;margin:0} .tall{height:900px}
  </style><div class="bar">公告：监管部门提醒，警惕“${mark('cited', '直出证书')}”等宣传，委托前请核对机构资质</div>
  <div class="hero"><h1>质检报告 · CMA 资料<br>全国平台通用，${mark('strong1', '当天出证')}</h1>
  <p>${mark('strong2', '不送样检测')}也能办，报告${mark('weak', '检测包过')}，老客户九折</p></div>
  <div class="row">${card('入驻质检报告', '¥1 起')}${card('体系认证', '¥980 起')}${card('产品检测', '¥160 起')}${card('标书资料', '面议')}</div>
  <div class="news"><h2>行业资讯</h2><p>入驻资料清单更新说明</p><p>我们${mark('negated', '不提供加急认证')}的情形说明</p></div><div class="tall"></div>`;
}

/** Draws the advert in a real browser, in tiles as a capture takes them. */
export async function drawAdvert(page: Page, title: string, tint: string): Promise<PagePicture> {
  await page.setViewportSize({ width: WIDTH, height: TILE });
  await page.setContent(advert(title, tint));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const rects = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('span[id]')].map((mark) => {
        const { x, y, width, height } = mark.getBoundingClientRect();
        return [mark.id, { x, y, width, height }];
      }),
    ),
  );
  const tiles = [];
  for (let y = 0; y < height; y += TILE) {
    const clip = { x: 0, y, width: WIDTH, height: Math.min(TILE, height - y) };
    tiles.push({ png: await page.screenshot({ clip, fullPage: true }), y, height: clip.height });
  }
  await page.setViewportSize({ width: 320, height: 210 });
  const thumbnail = await page.screenshot({ type: 'jpeg', quality: 60 });
  return { tiles, thumbnail, width: WIDTH, height, rects };
}

/** What is told of one item; the rest is filled in. */
export interface SeedItem {
  id: string;
  title: string;
  url: string;
  startedAt: string;
  picture: PagePicture;
  rules?: readonly SampleRule[];
  status?: ItemStatus;
  caseId?: string;
  certificate?: boolean;
}

interface SeedRows {
  items: EvidenceItem[];
  artefacts: { itemId: string; name: string; mediaType: string; base64: string }[];
  custody: CustodyLine[];
  cases: Case[];
}

const PLACES: Record<SampleRule, string> = {
  'fake-certification/same-day': 'strong1',
  'fake-certification/no-sample': 'strong2',
  'false-promise/guaranteed': 'weak',
};

function findingsOf(picture: PagePicture, rules: readonly SampleRule[]): Finding[] {
  const claims = rules.map((rule, index) => sampleFinding(rule, index + 1, { rect: picture.rects[PLACES[rule]]! }));
  const grey = (id: 'cited' | 'negated', position: number, words: string, reason: string) =>
    sampleFinding('fake-certification/same-day', position, {
      disposition: id,
      phrase: words,
      matchedText: words,
      ruleName: id === 'cited' ? '直出证书或报告' : '加急、快捷认证',
      reason,
      rect: picture.rects[id]!,
    });
  return [...claims, grey('cited', 0, '直出证书', '警惕'), grey('negated', 9, '不提供加急认证', '不提供')];
}

async function artefact(name: string, bytes: Buffer, rest: Pick<Artefact, 'role' | 'mediaType' | 'region'>) {
  const digests = await digestBytes(bytes);
  const capturedAt = '2026-11-23T06:31:50.000Z';
  return { name, size: bytes.length, capturedAt, method: '浏览器调试接口截取', ...rest, ...digests } as Artefact;
}

/** Sealed items with real digests, signatures and a custody chain that holds. */
export async function makeRows(seeds: readonly SeedItem[], cases: readonly Case[] = []): Promise<SeedRows> {
  const key = await createSigningKey('2026-10-01T00:00:00.000Z');
  const sha256 = await createSha256();
  const rows: SeedRows = { items: [], artefacts: [], custody: [], cases: [...cases] };
  const log = (entry: Omit<CustodyLine, 'sequence' | 'previous'>) =>
    rows.custody.push(nextLine(rows.custody.at(-1), entry, sha256));
  for (const seed of [...seeds].reverse()) {
    const {
      picture,
      rules = ['fake-certification/same-day', 'fake-certification/no-sample', 'false-promise/guaranteed'],
    } = seed;
    const files: [Artefact, Buffer][] = [];
    const add = async (name: string, bytes: Buffer, rest: Pick<Artefact, 'role' | 'mediaType' | 'region'>) => {
      files.push([await artefact(name, bytes, rest), bytes]);
    };
    const region = (y: number, height: number) => ({ x: 0, y, width: picture.width, height, scale: 1 });
    await add('screenshot/view-before.png', picture.tiles[0]!.png, {
      role: 'view-before',
      mediaType: 'image/png',
      region: region(0, picture.tiles[0]!.height),
    });
    for (const [index, { png, y, height }] of picture.tiles.entries())
      await add(`screenshot/tile-${String(index + 1).padStart(4, '0')}.png`, png, {
        role: 'tile',
        mediaType: 'image/png',
        region: region(y, height),
      });
    await add('screenshot/thumbnail.jpg', picture.thumbnail, { role: 'thumbnail', mediaType: 'image/jpeg' });
    await add('archive/page.mhtml', Buffer.from('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n'), {
      role: 'archive',
      mediaType: 'multipart/related',
    });
    await add('page/source.html', Buffer.from(`<!doctype html><title>${seed.title}</title><script>alert(1)</script>`), {
      role: 'source',
      mediaType: 'text/html',
    });
    await add(
      'network/response.json',
      Buffer.from(
        JSON.stringify({
          status: 200,
          fromCache: false,
          ip: '203.0.113.7',
          redirects: [],
          headers: [
            { name: 'content-type', value: 'text/html; charset=utf-8' },
            { name: 'date', value: 'Mon, 23 Nov 2026 06:31:36 GMT' },
          ],
        }),
      ),
      { role: 'network', mediaType: 'application/json' },
    );
    await add(
      'environment/environment.json',
      Buffer.from(
        JSON.stringify({
          browser: 'Chromium 149',
          platform: 'Linux x86_64',
          timeZone: 'Asia/Shanghai',
          locale: 'zh-CN',
        }),
      ),
      { role: 'environment', mediaType: 'application/json' },
    );
    const base = sampleItem();
    const sealedAt = new Date(Date.parse(seed.startedAt) + 31_000).toISOString();
    const record = {
      ...base.record,
      id: seed.id,
      startedAt: seed.startedAt,
      sealedAt,
      page: {
        ...base.record.page,
        url: seed.url,
        title: seed.title,
        document: { width: picture.width, height: picture.height },
      },
      findings: findingsOf(picture, rules),
      certificates: seed.certificate === false ? [] : [sampleCertificate()],
      artefacts: files.map(([file]) => file),
      notCaptured: [{ what: '跨站框架 1 个', reason: '浏览器不允许读取其他网站的框架内容' }],
    };
    const item: EvidenceItem = {
      ...base,
      id: seed.id,
      record,
      ...(await sealRecord(record, key)),
      status: seed.status ?? 'pending',
      ...(seed.caseId ? { caseId: seed.caseId } : {}),
      health: { checkedAt: sealedAt, damaged: [] },
    };
    rows.items.push(item);
    for (const [file, bytes] of files)
      rows.artefacts.push({
        itemId: seed.id,
        name: file.name,
        mediaType: file.mediaType,
        base64: bytes.toString('base64'),
      });
    log({ act: 'capture-started', at: seed.startedAt, itemId: seed.id, person: '人员甲', detail: '整页' });
    log({
      act: 'captured',
      at: sealedAt,
      itemId: seed.id,
      person: '人员甲',
      detail: `封存 ${files.length} 个文件`,
      itemSha256: item.digest.sha256,
    });
  }
  return rows;
}

/** Writes the rows into the store of an open extension page, as the product would have left them. */
export async function seedStore(page: Page, rows: SeedRows): Promise<void> {
  await page.evaluate(async ({ items, artefacts, custody, cases }) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zhengjian');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction(['items', 'artefacts', 'custody', 'cases'], 'readwrite');
    for (const item of items) transaction.objectStore('items').put(item);
    for (const { itemId, name, mediaType, base64 } of artefacts) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transaction.objectStore('artefacts').put({ itemId, name, blob: new Blob([bytes], { type: mediaType }) });
    }
    for (const line of custody) transaction.objectStore('custody').put(line);
    for (const each of cases) transaction.objectStore('cases').put(each);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, rows);
}
