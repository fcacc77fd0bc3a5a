import type { Page } from 'playwright-core';
import type { Case } from '../../utils/evidence/case.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { partyOf } from './cases.ts';
import type { Checks } from './checks.ts';
import { type Office, say, until } from './office.ts';
import type { Shop } from './shops.ts';
import type { Site } from './site.ts';
import { transferCase } from './transfer.ts';

const STEPS = ['seen', 'filed', 'sealed', 'transferred'] as const;
/** Clicks and seconds of one shop, step by step. */
type Taken = Record<(typeof STEPS)[number], { clicks: number; seconds: number }>;

/** The popup of the toolbar button, in a window of its own so that the page stays in front in its window. */
async function openPopup(office: Office, tabId: number): Promise<Page> {
  const opened = office.browser.context.waitForEvent('page');
  await office.library.evaluate(
    (tab) => void chrome.windows.create({ url: `popup.html?tab=${tab}`, type: 'popup', width: 380, height: 640 }),
    tabId,
  );
  office.clicks += 1;
  return opened;
}

/** From a page that is seen to its case that is handed over, with the popup and the library alone. */
async function workOn(office: Office, site: Site, shop: Shop, checks: Checks): Promise<Taken> {
  const taken = {} as Taken;
  let began = performance.now();
  office.clicks = 0;
  const done = (step: keyof Taken) => {
    taken[step] = { clicks: office.clicks, seconds: (performance.now() - began) / 1000 };
    office.clicks = 0;
    began = performance.now();
  };
  const url = site.urlOf(shop);
  const page = await office.browser.context.newPage();
  await page.goto(url);
  const tabId = await office.client.tabOf(page);
  await page.bringToFront();
  await until(async () => (await office.client.send('getTabReport', { tabId })).state === 'done', 20);
  done('seen');

  const popup = await openPopup(office, tabId);
  await office.click(popup.locator('.zj-case-line-choice'));
  await office.click(popup.getByRole('menuitem', { name: say('case_new') }));
  await popup.getByRole('button', { name: say('chooseCase', shop.party.name) }).waitFor();
  done('filed');
  await office.click(popup.getByRole('button', { name: new RegExp(`^${say('capture')}`) }));
  const own = async () => (await office.all<EvidenceItem>('items')).find(({ record }) => record.page.url === url);
  checks.row(`by hand, ${shop.title}: sealed`, true, await until(async () => (await own()) !== undefined, 60));
  done('sealed');

  const { caseId } = (await own()) ?? {};
  const made = (await office.all<Case>('cases')).find(({ id }) => id === caseId);
  checks.row(`by hand, ${shop.title}: party of its case`, shop.party, made ? partyOf(made) : null);
  if (!made) return taken;
  began = performance.now();
  const library = await office.open('#/cases');
  office.clicks += 1;
  await office.click(library.getByRole('link', { name: made.name }));
  await library.locator('.zj-case-head h1').waitFor();
  await transferCase(office, made, checks);
  done('transferred');
  for (const each of office.browser.context.pages()) if (each !== library) await each.close();
  return taken;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Shops worked on one after the other in one sitting; prints what each step takes. */
export async function workByHand(office: Office, site: Site, checks: Checks): Promise<void> {
  const all: Taken[] = [];
  for (const shop of site.byHand) all.push(await workOn(office, site, shop, checks));
  console.log(`by hand, ${all.length} shops in one sitting | clicks | seconds (median)`);
  for (const step of STEPS) {
    const own = all.flatMap((taken) => taken[step] ?? []);
    console.log(
      `${step} | ${median(own.map(({ clicks }) => clicks))} | ${median(own.map(({ seconds }) => seconds)).toFixed(1)}`,
    );
  }
}
