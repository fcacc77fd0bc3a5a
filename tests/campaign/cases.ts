import type { Case } from '../../utils/evidence/case.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import type { Checks } from './checks.ts';
import { type Office, say } from './office.ts';
import type { Shop } from './shops.ts';
import type { Site } from './site.ts';

/** What the page says of the party is what the case says. */
export const partyOf = ({ party }: Case) => ({
  name: party.name,
  creditCode: party.creditCode,
  registeredAddress: party.registeredAddress,
  contact: party.contact,
});

/** All shops of one party are picked in the list and filed under a case that is made of them. */
export async function makeCases(office: Office, site: Site, checks: Checks): Promise<void> {
  const owners = new Map<string, Shop[]>();
  for (const shop of site.shops) owners.set(shop.party.name, [...(owners.get(shop.party.name) ?? []), shop]);
  const began = performance.now();
  office.clicks = 0;
  for (const [name, shops] of owners) {
    const search = new URLSearchParams({ q: shops[0]!.title.split(' ')[0]! });
    const library = await office.open(`#/items?${search}`);
    await library.getByRole('heading', { name: say('items_count', shops.length) }).waitFor();
    await office.click(library.getByRole('checkbox', { name: say('items_pickAll') }));
    await office.click(library.getByRole('button', { name: say('fileUnder'), exact: true }));
    await office.click(library.getByRole('menuitem', { name: say('case_new') }));
    await library.locator('.zj-case-head h1').waitFor();
    const cases = await office.all<Case>('cases');
    const made = cases.find(({ party }) => party.name === name);
    checks.row(`case of ${name}: party as its pages say`, shops[0]!.party, made ? partyOf(made) : null);
    const items = await office.all<EvidenceItem>('items');
    const own = items.filter(({ caseId }) => made && caseId === made.id).map(({ record }) => record.page.url);
    checks.row(`case of ${name}: its items`, shops.map(site.urlOf).sort(), own.sort());
    const readings = await library.locator('.zj-party-facts td', { hasText: name }).count();
    checks.row(`case of ${name}: says where it read that`, true, readings > 0);
  }
  const seconds = (performance.now() - began) / 1000 / owners.size;
  console.log(
    `filed from the list: ${(office.clicks / owners.size).toFixed(1)} clicks, ${seconds.toFixed(1)} s a case`,
  );
}
