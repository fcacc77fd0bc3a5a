import type { Case } from '../../utils/evidence/case.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import type { Checks } from './checks.ts';
import { type Office, say, until } from './office.ts';
import { openOutside } from './outside-tools.ts';

export const BRIGADE = '某某市市场监管综合执法支队四大队';

/** Hands a case over with two clicks and, as long as no table names the brigade, its name; the bundle is opened by other tools. */
export async function transferCase(office: Office, made: Pick<Case, 'id' | 'name'>, checks: Checks): Promise<void> {
  const { library } = office;
  await office.click(library.getByRole('button', { name: say('case_transfer'), exact: true }).first());
  const dialog = library.locator('dialog');
  await dialog.getByLabel(say('case_transfer_to')).fill(BRIGADE);
  const bundle = await office.saved(
    () => office.click(dialog.getByRole('button', { name: say('case_transfer'), exact: true })),
    `${made.id}.zip`,
  );
  const isOf = ({ caseId }: EvidenceItem) => caseId === made.id;
  const items = async () => (await office.all<EvidenceItem>('items')).filter(isOf);
  const now = async () => (await office.all<Case>('cases')).find(({ id }) => id === made.id);
  await until(async () => (await now())?.stage === 'transferred', 20);
  const opened = openOutside(bundle, office.folder);
  checks.row(`transfer of ${made.name}: unzip, sha256sum, cksum, openssl`, [], opened.refusals);
  checks.row(
    `transfer of ${made.name}: its items`,
    (await items()).map(({ id }) => id).sort(),
    [...opened.items].sort(),
  );
  const kinds = opened.papers.filter((name) => name.endsWith('.docx') || name.endsWith('.xlsx')).length;
  checks.row(`transfer of ${made.name}: papers for every item, and a table`, true, kinds > opened.items.length);
  const { stage, transfer } = (await now()) ?? {};
  checks.row(`transfer of ${made.name}: stage and receiver`, ['transferred', BRIGADE], [stage, transfer?.to]);
  const statuses = new Set((await items()).map(({ status }) => status));
  checks.row(`transfer of ${made.name}: its items are marked`, ['transferred'], [...statuses]);
}

/** Some of the cases made from the list are handed over. */
export async function transferCases(office: Office, checks: Checks): Promise<number> {
  const cases = (await office.all<Case>('cases')).filter(({ stage }) => stage !== 'transferred');
  const some = cases.slice(0, Math.ceil(cases.length / 2));
  for (const made of some) {
    await office.open(`#/cases/${made.id}`);
    await office.library.locator('.zj-case-head h1').waitFor();
    await transferCase(office, made, checks);
  }
  return some.length;
}
