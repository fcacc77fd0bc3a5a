import { t } from '../../utils/base/i18n.ts';
import type { Mapping } from '../../utils/lists/map-columns.ts';
import { Select } from '../ui/Select.tsx';
import './mapping-table.css';

export interface MappingTableProps<Column extends string> {
  /** What a column can hold, and what that is called. */
  columns: readonly Column[];
  label: (column: Column) => string;
  rows: readonly (readonly string[])[];
  headIndex: number;
  mapping: Mapping<Column>;
  onMapping: (mapping: Mapping<Column>) => void;
}

/** Characters of a cell shown; a scope may be pages long. */
const SHOWN = 40;

const cut = (cell: string) => (cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell);

/** The first rows of a file; above each column stands what it holds, to be corrected. */
export function MappingTable<Column extends string>(props: MappingTableProps<Column>) {
  const { columns: known, label, rows, headIndex, mapping, onMapping } = props;
  const width = Math.max(...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  const meaning = (index: number) => known.find((column) => mapping[column] === index) ?? 'none';
  const options = [
    { value: 'none' as const, label: t('register_column_none') },
    ...known.map((column) => ({ value: column, label: label(column) })),
  ];
  const choose = (index: number, value: Column | 'none') => {
    const kept = Object.entries(mapping).filter(([column, place]) => place !== index && column !== value);
    const chosen = [...kept, ...(value === 'none' ? [] : [[value, index] as const])];
    onMapping(Object.fromEntries(chosen) as Mapping<Column>);
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
