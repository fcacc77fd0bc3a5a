import type { CustodyLine } from '../../utils/evidence/record.ts';

/** Lines that follow each other; `folded` where they only say that the item was looked at. */
export interface LogRun<Row> {
  folded: boolean;
  rows: Row[];
}

/** So few lines are as soon read as opened. */
const FEWEST = 3;

/** Looking, and a check that found all as it was; a check that found damage is never folded away. */
export const isQuiet = ({ act, detail }: Pick<CustodyLine, 'act' | 'detail'>): boolean =>
  act === 'viewed' || (act === 'verified' && !detail.includes('不一致'));

/** The log in its order, with runs of lines of one day that only say that somebody looked as one. */
export function foldLog<Row extends { line: CustodyLine }>(
  rows: readonly Row[],
  dayOf: (at: string) => string,
): LogRun<Row>[] {
  const runs: LogRun<Row>[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const before = run?.rows.at(-1)?.line;
    const joins =
      before && isQuiet(before) === isQuiet(row.line) && (!isQuiet(before) || dayOf(before.at) === dayOf(row.line.at));
    if (run && joins) run.rows.push(row);
    else runs.push({ folded: isQuiet(row.line), rows: [row] });
  }
  return runs.map((run) => ({ ...run, folded: run.folded && run.rows.length >= FEWEST }));
}
