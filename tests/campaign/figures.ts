import readXlsxFile from 'read-excel-file/node';
import type { Checks } from './checks.ts';
import { type Office, say } from './office.ts';

/** What the summary table has to say, reckoned from the plan of the campaign and not from the store. */
export type Figures = Readonly<Record<string, number>>;

/** The summary table of the special action, right to the number. */
export async function checkFigures(office: Office, expected: Figures, checks: Checks): Promise<void> {
  const library = await office.open('#/statistics');
  const table = await office.saved(
    () => library.getByRole('button', { name: say('statistics_export') }).click(),
    'summary.xlsx',
  );
  const [sheet] = (await readXlsxFile(table)) as unknown as { data: unknown[][] }[];
  const told = new Map(sheet!.data.slice(1).map(([label, value]) => [String(label), value]));
  for (const [label, value] of Object.entries(expected))
    checks.row(`summary: ${label}`, value, told.get(label) ?? null);
}
