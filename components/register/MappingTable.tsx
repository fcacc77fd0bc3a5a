import { REGISTER_COLUMNS, type RegisterColumn } from '../../rules/register-columns.ts';
import { t } from '../../utils/base/i18n.ts';
import type { ColumnMapping } from '../../utils/lists/register.ts';
import { Select } from '../ui/Select.tsx';
import './mapping-table.css';

export interface MappingTableProps {
  rows: readonly (readonly string[])[];
  headIndex: number;
  mapping: ColumnMapping;
  onMapping: (mapping: ColumnMapping) => void;
}

/** Characters of a cell shown; a scope may be pages long. */
const SHOWN = 40;

const cut = (cell: string) => (cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell);

/** The first rows of a file; above each column stands what it holds, to be corrected. */
export function MappingTable({ rows, headIndex, mapping, onMapping }: MappingTableProps) {
  const width = Math.max(...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  const meaning = (index: number) => REGISTER_COLUMNS.find((column) => mapping[column] === index) ?? 'none';
  const options = [
    { value: 'none' as const, label: t('register_column_none') },
    ...REGISTER_COLUMNS.map((column) => ({ value: column, label: t(`register_column_${column}`) })),
  ];
  const choose = (index: number, value: RegisterColumn | 'none') => {
    const kept = Object.entries(mapping).filter(([column, place]) => place !== index && column !== value);
    onMapping({ ...Object.fromEntries(kept), ...(value === 'none' ? {} : { [value]: index }) });
  };
  return (
    <div class="zj-mapping">
      <table>
        <thead>
          <tr>
            {columns.map((index) => (
              <th key={index} data-used={meaning(index) !== 'none'}>
                <Select
                  label={t('register_columnHolds', rows[headIndex]?.[index] || index + 1)}
                  value={meaning(index)}
                  options={options}
                  onChange={(value) => choose(index, value)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, place) => (
            <tr key={place} data-part={place < headIndex ? 'above' : place === headIndex ? 'heads' : 'rows'}>
              {columns.map((index) => (
                <td key={index} data-used={meaning(index) !== 'none'}>
                  {cut(cells[index] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
