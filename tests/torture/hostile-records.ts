import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { nextLine } from '../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../utils/evidence/digest.ts';
import type { Artefact, CustodyLine, EvidenceItem, EvidenceRecord } from '../../utils/evidence/record.ts';
import { isEvidenceRecord } from '../../utils/evidence/record-schema.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { mutationsOf, wholePicture, wholeRecord } from '../evidence/hostile-records.ts';
import { endOfTakingIn, layOnDesk, takeIn } from './library-desk.ts';
import { inView, openBeside, openItems, openListAndParts } from './open-screens.ts';
import type { Outcome } from './outcome.ts';

/** Records that are in the library at once: each batch opens the list and the parts anew. */
const BATCH = 90;

/** How long a step of a screen may last on a machine that does other work beside, in milliseconds. */
const PATIENCE_MS = 240_000;
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
  await inView(page);
  counts.brought += brought.length;
  counts.stored += stored.length;
  const ids = [...names.keys()];
  const beside = await openListAndParts(page, ids.length);
  const { wrong, unreadable } = await openItems(page, ids);
  failures.push(...[...beside, ...wrong].map(named), ...(await openBeside(browser, ids.length)));
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
