import Papa from 'papaparse';
import { QuoteOpenError, RegisterTooLargeError } from './register-failure.ts';
import { MOST_ROWS, type TableRow } from './table-row.ts';

/** Characters in which a row has to end. What goes on longer is a quotation mark that nothing closes. */
const LONGEST_ROW = 4 * 1024 * 1024;
const SAMPLE_ROWS = 20;

interface ParsedPart {
  data: string[][];
  errors: { row?: number }[];
  meta: { cursor: number };
}

/** The sign between cells and the one between rows, as the beginning of the text shows them. */
function dialectOf(text: string): { delimiter: string; newline: '\n' | '\r' } {
  const { meta } = Papa.parse(text, { preview: SAMPLE_ROWS, skipEmptyLines: true });
  // With \n every \r\n is read as well: the \r is left at the end of a cell and trimmed there.
  return { delimiter: meta.delimiter || ',', newline: text.includes('\r') && !text.includes('\n') ? '\r' : '\n' };
}

function partsOf(parser: InstanceType<typeof Papa.Parser>, text: string, last: boolean): ParsedPart {
  return parser.parse(text, 0, !last) as ParsedPart;
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/**
 * The rows of a CSV text that comes in pieces (RFC 4180, with comma, semicolon, tab or bar), some hundreds at a time. Blank rows are counted
 * and left out.
 * @throws QuoteOpenError, RegisterTooLargeError
 */
export async function* csvRows(pieces: AsyncIterable<string>): AsyncGenerator<TableRow[]> {
  let parser: InstanceType<typeof Papa.Parser> | undefined;
  let rest = '';
  let row = 0;
  const numbered = ({ data, errors }: ParsedPart): TableRow[] => {
    const broken = new Set(errors.map((error) => error.row));
    const first = row + 1;
    row += data.length;
    if (row > MOST_ROWS) throw new RegisterTooLargeError(MOST_ROWS.toLocaleString('en-US'));
    return data
      .map((cells, index) => ({
        row: first + index,
        cells,
        ...(broken.has(index) ? { brokenQuotes: true as const } : {}),
      }))
      .filter(({ cells, brokenQuotes }) => brokenQuotes || !isBlank(cells));
  };
  for await (const piece of pieces) {
    rest += piece;
    parser ??= new Papa.Parser(dialectOf(rest));
    const part = partsOf(parser, rest, false);
    rest = rest.slice(part.meta.cursor);
    const rows = numbered(part);
    if (rest.length > LONGEST_ROW) throw new QuoteOpenError(row + 1);
    if (rows.length > 0) yield rows;
  }
  if (!parser || rest === '') return;
  const end = partsOf(parser, rest, true);
  if ((end.errors as { code?: string }[]).some(({ code }) => code === 'MissingQuotes'))
    throw new QuoteOpenError(row + 1);
  yield numbered(end);
}
