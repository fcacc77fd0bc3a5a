import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildExtension, launchBrowser } from '../../cli/browser.ts';
import { nextLine } from '../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../utils/evidence/digest.ts';
import type { CustodyLine, EvidenceItem } from '../../utils/evidence/record.ts';
import { isEvidenceRecord } from '../../utils/evidence/record-schema.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { type Mutation, mutationsOf, wholeRecord } from '../evidence/hostile-records.ts';
import { endOfTakingIn, layOnDesk, takeIn } from './library-desk.ts';
import type { Outcome } from './outcome.ts';

const BATCH = 30;

/** How long a step of a screen may last on a machine that does other work beside, in milliseconds. */
const PATIENCE_MS = 240_000;
const TABS = ['picture', 'findings', 'certificates', 'environment', 'custody', 'documents', 'recheck'];

/** What a bundle cannot bring: these members are the files themselves, and the verifier compares them. */
const OF_THE_FILES = /^artefacts( |\.0( |\.(name|size|sha256|sm3)))/;

/** As many mutations as wanted, spread evenly over the members. */
function spread(mutations: readonly Mutation[], wanted: number): Mutation[] {
  const step = Math.max(1, mutations.length / wanted);
  return Array.from({ length: Math.min(wanted, mutations.length) }, (_, index) => mutations[Math.floor(index * step)]!);
}

/**
 * Records with one member made into something else: those that the verifier lets pass are brought in a bundle through the desk,
 * the others are put into the store as an earlier version could have left them. Every screen is opened with them; each must show
 * itself or say what it cannot show, and every item can be deleted.
 */
export async function hostileRecords(wanted = 360): Promise<Outcome> {
  buildExtension();
  const folder = mkdtempSync(join(tmpdir(), 'hostile-records-'));
  const failures: string[] = [];
  const [{ record: sample }] = (await sampleBundle(1)).items as [EvidenceItem];
  const mutations = spread(mutationsOf(wholeRecord(sample.id, sample.artefacts)), wanted);
  const counts = { brought: 0, stored: 0, unreadable: 0, deleted: 0 };
  const browser = await launchBrowser();
  try {
    const page = await browser.openExtensionPage('library.html');
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setViewportSize({ width: 1366, height: 60 * BATCH + 400 });
    for (let from = 0; from < mutations.length; from += BATCH) {
      const batch = mutations.slice(from, from + BATCH);
      const isBrought = ({ name, apply }: Mutation) =>
        !OF_THE_FILES.test(name) &&
        isEvidenceRecord(JSON.parse(JSON.stringify(apply(wholeRecord(sample.id, sample.artefacts)))));
      const brought = batch.filter(isBrought);
      const stored = batch.filter((mutation) => !brought.includes(mutation));
      const names = new Map<string, string>();
      await storeDirectly(page, stored, names);
      await page.reload();
      if (brought.length) {
        const path = join(folder, `${from}.zip`);
        const { zip, items } = await sampleBundle(brought.length, {}, (item) =>
          brought[Number(item.id.split('-')[1]) - 1]!.apply(wholeRecord(item.id, item.record.artefacts)),
        );
        writeFileSync(path, new Uint8Array(await zip.arrayBuffer()));
        const digits = items[0]!.signature!.keyFingerprint.slice(0, 8);
        for (const [index, { id }] of items.entries()) names.set(`${id}-${digits}`, brought[index]!.name);
        await layOnDesk(page, path);
        await takeIn(page);
        const end = await endOfTakingIn(page);
        if (end !== 'imported') failures.push(`batch at ${batch[0]!.name}: ${end}`);
        await page.reload();
      }
      counts.brought += brought.length;
      counts.stored += stored.length;
      const { wrong, unreadable } = await openEverything(page, [...names.keys()]);
      failures.push(...wrong.map((line) => line.replace(/E2026\d+-\S+/, (id) => `${names.get(id) ?? id}`)));
      counts.unreadable += unreadable.length;
      for (const id of new Set([...unreadable, [...names.keys()][0]!])) {
        if (await deleted(page, id)) counts.deleted += 1;
        else failures.push(`${names.get(id)}: cannot be deleted`);
      }
      await emptied(page);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  const notes = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return { name: 'hostile records through every screen', tried: mutations.length, failures, notes };
}

async function storeDirectly(page: Page, mutations: readonly Mutation[], names: Map<string, string>): Promise<void> {
  const sha256 = await createSha256();
  const [{ record, ...plain }] = (await sampleBundle(1)).items as [EvidenceItem];
  const items: EvidenceItem[] = [];
  const custody: CustodyLine[] = [];
  for (const [index, { name, apply }] of mutations.entries()) {
    const id = `E20261124-${String(index + 1).padStart(4, '0')}`;
    names.set(id, name);
    items.push({ ...plain, id, record: { ...apply(wholeRecord(record.id, record.artefacts)), id } });
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

/** Opens list, statistics, settings, rules, registers, and each item under each tab; says what showed nothing. */
async function openEverything(page: Page, ids: readonly string[]): Promise<{ wrong: string[]; unreadable: string[] }> {
  return page.evaluate(
    async ({ ids, tabs }) => {
      const wrong: string[] = [];
      const unreadable = new Set<string>();
      const has = (selector: string) => document.querySelector(selector) !== null;
      const open = async (hash: string, isShown: () => boolean) => {
        location.hash = hash;
        for (let turn = 0; turn < 300; turn++) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          if (has('.zj-failed-part')) break;
          if (isShown()) return;
        }
        wrong.push(
          `${hash}: ${has('.zj-failed-part') ? document.querySelector('.zj-failed-part')!.textContent : 'nothing'}`,
        );
      };
      await open('#/items', () => document.querySelectorAll('tbody tr[id]').length === ids.length);
      for (const row of document.querySelectorAll<HTMLElement>('tbody tr[id]')) {
        row.click();
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (!has('.zj-detail, .zj-item-unreadable')) wrong.push(`${row.id}: no pane`);
      }
      await open('#/statistics', () => has('.zj-statistics'));
      await open('#/settings', () => has('.zj-settings'));
      await open('#/rules', () => has('.zj-rules'));
      await open('#/register/survey', () => has('main'));
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
    { ids, tabs: TABS },
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

async function emptied(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goBack();
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
    location.hash = '#/items';
  });
}
