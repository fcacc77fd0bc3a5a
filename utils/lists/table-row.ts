/** A row of a table file. */
export interface TableRow {
  /** As a table program counts, the first row of the file being 1. */
  row: number;
  cells: readonly string[];
  /** A quotation mark in it is out of place: its cells cannot be told apart with certainty. */
  brokenQuotes?: true;
}

/** As many as a sheet of a table program holds; more rows than a register of this country's largest province has. */
export const MOST_ROWS = 1_048_576;
