/** The head of a table that names its columns, in order. */
export function TableHead({ columns }: { columns: readonly string[] }) {
  return (
    <thead class="zj-table-head">
      <tr>
        {columns.map((column) => (
          <th key={column}>{column}</th>
        ))}
      </tr>
    </thead>
  );
}
