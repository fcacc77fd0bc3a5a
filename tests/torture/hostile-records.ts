import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { SORT_ORDERS } from '../../components/library/sort-items.ts';
import { nextLine } from '../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../utils/evidence/digest.ts';
import type { Artefact, CustodyLine, EvidenceItem, EvidenceRecord } from '../../utils/evidence/record.ts';
import { isEvidenceRecord } from '../../utils/evidence/record-schema.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { mutationsOf, wholePicture, wholeRecord } from '../evidence/hostile-records.ts';
import { endOfTakingIn, layOnDesk, takeIn } from './library-desk.ts';
import type { Outcome } from './outcome.ts';

const BATCH = 30;

/** How long a step of a screen may last on a machine that does other work beside, in milliseconds. */
const PATIENCE_MS = 240_000;
/** How long a part may take to show itself. */
const PART_MS = 30_000;

/** Parts of the library beside the list and its items, and what each shows. */
const PARTS = [
  ['cases', '.zj-cases-list'],
  ['patrol', '.zj-patrol'],
  ['pool', '.zj-patrol'],
  ['statistics', '.zj-statistics'],
  ['rules', '.zj-rules'],
  ['register/survey', '.zj-register'],
  ['settings', '.zj-settings'],
  ['help', 'main'],
] as const;

const TABS = ['picture', 'findings', 'certificates', 'environment', 'custody', 'documents', 'recheck'];

/** What a bundle cannot bring: these members are the files themselves and the log, and the verifier compares them. */
const COMPARED = /^(logHead|artefacts( |\.0( |\.(name|size|sha256|sm3))))/;

/** The head is that of another log than the bundle's. */
const withoutHead = ({ logHead: _logHead, ...record }: EvidenceRecord): EvidenceRecord => record;

/** A record with one member made into something else, for an item of any number. */
interface HostileRecord {
  name: string;
  make: (id: string, artefacts: readonly Artefact[]) => EvidenceRecord;
}

/** As many mutations as wanted, spread evenly over the members. */
function spread(mutations: readonly HostileRecord[], wanted: number): HostileRecord[] {
  const step = Math.max(1, mutations.length / wanted);
  return Array.from({ length: Math.min(wanted, mutations.length) }, (_, index) => mutations[Math.floor(index * step)]!);
}

/** Of a picture from elsewhere only what a page does not have. */
function hostileOnes(id: string, artefacts: readonly Artefact[]): HostileRecord[] {
  const of = (whole: typeof wholeRecord) =>
    mutationsOf(whole(id, artefacts)).map(({ name, apply }) => ({
      name,
      make: (...facts: Parameters<typeof whole>) => apply(whole(...facts)),
    }));
  return [...of(wholeRecord), ...of(wholePicture).filter(({ name }) => name.startsWith('external'))];
}

/**
 * Records with one member made into something else: those that the verifier lets pass are brought in a bundle through the desk,
 * the others are put into the store as an earlier version could have left them. Every screen is opened with them; each must show
 * itself or say what it cannot show, and every item can be deleted.
 */
export async function hostileRecords(wanted = 360): Promise<Outcome> {
  buildExtension();
  const folder = mkdtempSync(join(tmpdir(), 'hostile-records-'));
  const [{ record: sample }] = (await sampleBundle(1)).items as [EvidenceItem];
  const all = spread(hostileOnes(sample.id, sample.artefacts), wanted);
  const counts = { brought: 0, stored: 0, unreadable: 0, deleted: 0, 'opened on each screen': 0 };
  const failures: string[] = [];
  const browser = await launchBrowser();
  try {
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH);
      const page = await browser.openExtensionPage('library.html');
      try {
        // The library has made its database once it shows itself.
        await page.locator('main').first().waitFor({ timeout: PATIENCE_MS });
        await emptied(page);
        failures.push(...(await tryBatch(browser, page, batch, folder, counts)));
      } catch (error) {
        failures.push(`batch from ${batch[0]!.name}: ${String(error).split('\n', 1)[0]}`);
      } finally {
        await page.close();
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  const notes = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return { name: 'hostile records through every screen', tried: all.length, failures, notes };
}

async function tryBatch(
  browser: ExtensionBrowser,
  page: Page,
  batch: readonly HostileRecord[],
  folder: string,
  counts: Record<'brought' | 'stored' | 'unreadable' | 'deleted' | 'opened on each screen', number>,
): Promise<string[]> {
  const failures: string[] = [];
  const names = new Map<string, string>();
  const named = (line: string) => line.replace(/E2026\d+-\d+(-[0-9a-f]{8})?/, (id) => names.get(id) ?? id);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewportSize({ width: 1366, height: 60 * BATCH + 400 });
  const [{ record: sample }] = (await sampleBundle(1)).items as [EvidenceItem];
  const isBrought = ({ name, make }: HostileRecord) =>
    !COMPARED.test(name) && isEvidenceRecord(JSON.parse(JSON.stringify(make(sample.id, sample.artefacts))));
  const brought = batch.filter(isBrought);
  const stored = batch.filter((one) => !brought.includes(one));
  await storeDirectly(page, stored, names);
  if (brought.length) {
    const path = join(folder, `${names.size}-${brought.length}.zip`);
    const { zip, items } = await sampleBundle(brought.length, {}, (item) =>
      withoutHead(brought[Number(item.id.split('-')[1]) - 1]!.make(item.id, item.record.artefacts)),
    );
    writeFileSync(path, new Uint8Array(await zip.arrayBuffer()));
    const digits = items[0]!.signature!.keyFingerprint.slice(0, 8);
    for (const [index, { id }] of items.entries()) names.set(`${id}-${digits}`, brought[index]!.name);
    await layOnDesk(page, path);
    await takeIn(page);
    const end = await endOfTakingIn(page);
    if (end !== 'imported') failures.push(`batch from ${batch[0]!.name}: ${end}`);
  }
  await page.reload();
  counts.brought += brought.length;
  counts.stored += stored.length;
  const ids = [...names.keys()];
  const { wrong, unreadable } = await openEverything(page, ids);
  failures.push(...wrong.map(named), ...(await openBeside(browser, ids.length)));
  counts.unreadable += unreadable.length;
  counts['opened on each screen'] += ids.length;
  for (const id of new Set([...unreadable, ids[0]!])) {
    if (await deleted(page, id)) counts.deleted += 1;
    else failures.push(`${names.get(id)}: cannot be deleted`);
  }
  return failures;
}

async function storeDirectly(page: Page, stored: readonly HostileRecord[], names: Map<string, string>): Promise<void> {
  const sha256 = await createSha256();
  const [{ record, ...plain }] = (await sampleBundle(1)).items as [EvidenceItem];
  const items: EvidenceItem[] = [];
  const custody: CustodyLine[] = [];
  for (const [index, { name, make }] of stored.entries()) {
    const id = `E20261124-${String(index + 1).padStart(4, '0')}`;
    names.set(id, name);
    items.push({ ...plain, id, record: { ...make(record.id, record.artefacts), id } });
    const entry = { act: 'captured', at: record.sealedAt, itemId: id, person: '甲', detail: '' } as const;
    custody.push(nextLine(custody.at(-1), entry, sha256));
  }
  await page.evaluate(
    async ([items, custody]) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('zhengjian');
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = database.transaction(['items', 'custody'], 'readwrite');
      for (const item of items) transaction.objectStore('items').put(item);
      for (const line of custody) transaction.objectStore('custody').put(line);
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      database.close();
    },
    [items, custody] as const,
  );
}

/** Opens the list in each order, every other part of the library, and each item under each tab; says what showed nothing. */
async function openEverything(page: Page, ids: readonly string[]): Promise<{ wrong: string[]; unreadable: string[] }> {
  return page.evaluate(
    async ({ ids, tabs, parts, orders, patience }) => {
      const wrong: string[] = [];
      const unreadable = new Set<string>();
      const has = (selector: string) => document.querySelector(selector) !== null;
      const comes = async (isShown: () => boolean) => {
        for (const until = Date.now() + patience; Date.now() < until; ) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          if (has('.zj-failed-part')) return false;
          if (isShown()) return true;
        }
        return false;
      };
      const open = async (hash: string, isShown: () => boolean) => {
        location.hash = hash;
        if (await comes(isShown)) return;
        wrong.push(`${hash}: ${document.querySelector('.zj-failed-part')?.textContent ?? 'nothing'}`);
      };
      const rows = () => document.querySelectorAll<HTMLElement>('tbody tr[id]');
      const isCurrent = (section: string) => has(`a[href="#/${section}"][aria-current]`);
      for (const order of orders) await open(`#/items?sort=${order}`, () => rows().length === ids.length);
      for (const row of rows()) {
        row.click();
        if (!(await comes(() => has('.zj-detail, .zj-item-unreadable')))) wrong.push(`${row.id}: no pane`);
      }
      await open('#/items?q=%E6%A3%80%E6%B5%8B', () => has('.zj-library-list'));
      for (const [part, shown] of parts) await open(`#/${part}`, () => isCurrent(part!.split('/')[0]!) && has(shown!));
      for (const id of ids) {
        for (const tab of tabs) {
          const named = () =>
            document.querySelector('.zj-item-path')?.textContent?.includes(id) && has(`#panel-${tab}`);
          const refused = () => document.querySelector('.zj-item-unreadable')?.textContent?.includes(id) ?? false;
          await open(`#/items/${id}/${tab}`, () => Boolean(named() || refused()));
          if (refused()) unreadable.add(id);
        }
      }
      return { wrong, unreadable: [...unreadable] };
    },
    { ids, tabs: TABS, parts: PARTS, orders: SORT_ORDERS, patience: PART_MS },
  );
}

/** Popup and panel count what is in the library. */
async function openBeside(browser: ExtensionBrowser, count: number): Promise<string[]> {
  const wrong: string[] = [];
  for (const [screen, counted] of [
    ['popup.html', `${count} 份`],
    ['sidepanel.html', `证据库 ${count}`],
  ] as const) {
    const page = await browser.openExtensionPage(screen);
    page.on('pageerror', (error) => wrong.push(`thrown in ${screen}: ${error.message}`));
    const main = page.locator('main', { hasText: counted });
    await main.waitFor({ timeout: PART_MS }).catch(() => wrong.push(`${screen}: does not count ${count} items`));
    await page.close();
  }
  return wrong;
}

/** Deletes an item as an officer does. */
async function deleted(page: Page, id: string): Promise<boolean> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/items/${id}/custody`);
  const item = page.locator('main', { hasText: id });
  // The address may still be on its way to another tab of the same item, which closes the dialog: it is opened again then.
  for (let tries = 3; ; tries--) {
    try {
      await item.getByRole('button', { name: /^(删除|Delete)$/ }).click();
      await page.locator('dialog textarea').fill('来源不明', { timeout: PATIENCE_MS / 8 });
      await page.locator('dialog button[type=submit]').click({ timeout: PATIENCE_MS / 8 });
      break;
    } catch (error) {
      if (tries === 1) throw error;
    }
  }
  const gone = await page
    .waitForFunction(() => location.hash === '#/items', undefined, { timeout: PATIENCE_MS / 8 })
    .then(
      () => true,
      () => false,
    );
  return gone;
}

/** Takes all items and what belongs to them out of the store, with what is mirrored of their log. */
async function emptied(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('zhengjian');
      request.onsuccess = () => resolve(request.result);
    });
    const names = [...database.objectStoreNames].filter((name) => name !== 'keys');
    const transaction = database.transaction(names, 'readwrite');
    for (const name of names) transaction.objectStore(name).clear();
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
    await chrome.storage.local.remove('logMirror');
  });
}
