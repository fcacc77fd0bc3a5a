import { readFileSync } from 'node:fs';
import readXlsxFile from 'read-excel-file/node';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { zipFiles } from '../bundle/unpack.ts';
import type { Checks } from './checks.ts';
import { type Office, say } from './office.ts';
import { endedPatrol, entriesOf } from './patrol.ts';
import type { Shop } from './shops.ts';
import type { Site } from './site.ts';

const DAY = 86_400_000;

/** Lets the library's pages believe that so many days have gone by: what is due for its re-check is reckoned there. */
async function daysLater(office: Office, days: number): Promise<void> {
  await office.library.addInitScript((ahead) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...values: []) {
        super(...((values.length > 0 ? values : [Real.now() + ahead]) as []));
      }
      static override now = () => Real.now() + ahead;
    } as DateConstructor;
  }, days * DAY);
}

/** What of the second look at each sealed address is to be found. */
export interface Verdicts {
  gone: readonly string[];
  there: readonly string[];
}

/** Half of the shops clean up or go, then what is due is looked at again. */
export async function recheck(office: Office, site: Site, checks: Checks): Promise<Verdicts | null> {
  const sealed = await office.all<EvidenceItem>('items');
  const urls = sealed.map(({ record }) => record.page.url).sort();
  const cleaned = [...site.shops, ...site.byHand].filter(({ number }) => number % 2 === 0);
  const missing = (shop: Shop) => shop.number % 4 === 0;
  for (const shop of cleaned) (missing(shop) ? site.takeDown : site.cleanUp)(shop);
  const gone = cleaned.map(site.urlOf).sort();
  const there = urls.filter((url) => !gone.includes(url));

  await daysLater(office, 31);
  const library = await office.open('#/patrol');
  const due = library.getByRole('button', { name: say('patrol_recheck', urls.length) });
  await due.waitFor({ timeout: 20_000 });
  await due.click();
  const patrol = await endedPatrol(office, 2);
  checks.row('the re-check ends', true, patrol !== undefined);
  if (!patrol) return null;
  const entries = await entriesOf(office, patrol);
  const of = (verdict: string) =>
    entries
      .filter((entry) => entry.verdict === verdict)
      .map(({ url }) => url)
      .sort();
  checks.row('claims that are gone', gone, of('gone'));
  checks.row('claims that are still there', there, of('there'));
  checks.row('pages that changed otherwise', [], of('changed'));
  const read = entries.filter(({ url }) => !cleaned.some((shop) => missing(shop) && site.urlOf(shop) === url));
  checks.row(
    'pages that are there were sealed again',
    read.length,
    read.filter(({ outcome }) => outcome?.evidence).length,
  );

  await office.open(`#/patrol/${patrol.id}/all`);
  await checkLists(office, { gone, there, sealed }, checks);
  return { gone, there };
}

/** The clean-up list for every platform, as table and as document. */
async function checkLists(
  office: Office,
  { gone, there, sealed }: Verdicts & { sealed: readonly EvidenceItem[] },
  checks: Checks,
): Promise<void> {
  const { library } = office;
  const press = (key: string) => library.getByRole('button', { name: say(key) }).click();
  const table = await office.saved(() => press('patrol_cleanUpXlsx'), 'clean-up.xlsx');
  const sheets = (await readXlsxFile(table)) as unknown as { sheet: string; data: unknown[][] }[];
  const hosts = [...new Set([...gone, ...there].map((url) => new URL(url).hostname))].sort();
  checks.row('clean-up list: a sheet for each platform', hosts, sheets.map(({ sheet }) => sheet).sort());
  const rows = sheets.flatMap(({ data }) => data.slice(1));
  const told = (url: string) => rows.filter((row) => row[2] === url).map((row) => row[6]);
  const wrong = [...gone.map((url) => [url, '已消失']), ...there.map((url) => [url, '仍在'])].filter(
    ([url, words]) => JSON.stringify(told(url!)) !== JSON.stringify([words]),
  );
  checks.row('clean-up list: rows', gone.length + there.length, rows.length);
  checks.row('clean-up list: each address once, with what became of it', [], wrong);
  const words = (url: string) => rows.find((row) => row[2] === url)?.[3];
  const silent = gone.filter((url) => String(words(url) ?? '').split('、').length < 3);
  checks.row('clean-up list: the claims that stood there', [], silent);
  const since = sealed.filter(({ record }) => {
    const day = rows.find((row) => row[2] === record.page.url)?.[4];
    return !String(day).startsWith(record.sealedAt.slice(0, 4));
  });
  checks.row('clean-up list: since when', 0, since.length);

  const document = await office.saved(() => press('patrol_cleanUpDocx'), 'clean-up.docx');
  const files = new Map(await zipFiles(new Blob([readFileSync(document)])));
  const text = new TextDecoder().decode(files.get('word/document.xml')).replace(/<[^>]+>/g, ' ');
  const unnamed = [...gone, ...there].filter((url) => !text.includes(url));
  checks.row('clean-up list as document: addresses that it does not name', [], unnamed);
}
