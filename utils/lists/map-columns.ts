import { COLUMN_HEADINGS, type RegisterColumn } from '../../rules/register-columns.ts';
import type { ColumnMapping } from './register.ts';

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

/** The column that a heading means; null when it is none of ours. */
export function columnOf(heading: string): RegisterColumn | null {
  for (const reading of readings(heading)) {
    const whole = COLUMN_HEADINGS.find(({ headings }) => headings.includes(reading));
    const ending = COLUMN_HEADINGS.find(({ endings }) => endings.some((each) => reading.endsWith(each)));
    const found = whole ?? ending;
    if (found) return found.column;
  }
  return null;
}

function mappingOf(cells: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {};
  for (const [index, cell] of cells.entries()) {
    const column = columnOf(cell);
    if (column && mapping[column] === undefined) mapping[column] = index;
  }
  return mapping;
}

/** The row of heads (counted from 0) and what its columns are; without recognised heads the first row is taken for them. */
export function recogniseColumns(head: readonly (readonly string[])[]): { headRow: number; mapping: ColumnMapping } {
  const rows = head.slice(0, ROWS_ABOVE).map((cells, headRow) => ({ headRow, mapping: mappingOf(cells) }));
  const known = ({ mapping }: { mapping: ColumnMapping }) =>
    Object.keys(mapping).length + (mapping.name === undefined ? 0 : 1);
  return rows.reduce((best, row) => (known(row) > known(best) ? row : best), { headRow: 0, mapping: {} });
}
