import type { RegisterColumn } from '../../rules/register-columns.ts';
import type { ColumnMapping, RegisterValues, RowFault } from './register.ts';

/** What Excel holds in one cell; more is no list's doing. */
export const LONGEST_CELL = 32_767;
const LONGEST_NAME = 200;

/** A cell without what table programs write so that digits stay text: ="0012", '0012, a tab. */
export const unwrapped = (cell: string): string =>
  cell
    .trim()
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^'(?=[^'])/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a table program would compute: never taken for a name or a number. */
export const isFormula = (cell: string): boolean => /^[=@]|^[+-](?![\d.]+$)/.test(cell);

/** The cells of a row by their columns, or why the row cannot be taken in. */
export function readValues(cells: readonly string[], mapping: ColumnMapping): RegisterValues | RowFault {
  const columns = Object.entries(mapping) as [RegisterColumn, number][];
  const read = new Map<RegisterColumn, string>();
  for (const [column, index] of columns) {
    const cell = cells[index] ?? '';
    if (cell.length > LONGEST_CELL) return 'cell-too-long';
    const value = unwrapped(cell);
    if (value) read.set(column, value);
  }
  const name = read.get('name');
  if (!name) return 'no-name';
  if (isFormula(name)) return 'formula';
  if (name.length > LONGEST_NAME) return 'name-too-long';
  if (!/\p{L}/u.test(name)) return 'no-text';
  return { ...Object.fromEntries(read), name };
}
