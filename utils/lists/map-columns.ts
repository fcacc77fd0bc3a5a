import { COLUMN_HEADINGS, type ColumnHeadings } from '../../rules/register-columns.ts';

/** Lists often carry a title and a date above their heads. */
const ROWS_ABOVE = 10;

const fold = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    // What stands in brackets explains (住所（经营场所）) or is part of the word (企业（机构）名称): both readings are tried.
    .replace(/[^\p{L}\p{N}()]+/gu, '');

const readings = (heading: string) => {
  const folded = fold(heading);
  return [folded.replace(/[()]/g, ''), folded.replace(/\([^()]*\)/g, '')];
};

/** Where each column stands in a file, counted from 0. */
export type Mapping<Column extends string> = Partial<Record<Column, number>>;

/** The column that a heading means; null when it is none of ours. */
export function columnOf<Column extends string>(
  heading: string,
  columns: readonly ColumnHeadings<Column>[],
): Column | null {
  for (const reading of readings(heading)) {
    const whole = columns.find(({ headings }) => headings.includes(reading));
    const ending = columns.find(({ endings }) => endings.some((each) => reading.endsWith(each)));
    const found = whole ?? ending;
    if (found) return found.column;
  }
  return null;
}

function mappingOf<Column extends string>(
  cells: readonly string[],
  columns: readonly ColumnHeadings<Column>[],
): Mapping<Column> {
  const mapping: Mapping<Column> = {};
  for (const [index, cell] of cells.entries()) {
    const column = columnOf(cell, columns);
    if (column && mapping[column] === undefined) mapping[column] = index;
  }
  return mapping;
}

/** The row of heads (counted from 0) and what its columns are; without recognised heads the first row is taken for them. */
export function recogniseHeads<Column extends string>(
  head: readonly (readonly string[])[],
  columns: readonly ColumnHeadings<Column>[],
  main: Column,
): { headRow: number; mapping: Mapping<Column> } {
  const rows = head.slice(0, ROWS_ABOVE).map((cells, headRow) => ({ headRow, mapping: mappingOf(cells, columns) }));
  const known = ({ mapping }: { mapping: Mapping<Column> }) =>
    Object.keys(mapping).length + (mapping[main] === undefined ? 0 : 1);
  return rows.reduce((best, row) => (known(row) > known(best) ? row : best), { headRow: 0, mapping: {} });
}

/** The same for one of the office's own lists. */
export const recogniseColumns = (head: readonly (readonly string[])[]) => recogniseHeads(head, COLUMN_HEADINGS, 'name');
