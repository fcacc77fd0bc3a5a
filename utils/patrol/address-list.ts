import { openTable } from '../lists/open-table.ts';
import type { TableRow } from '../lists/table-row.ts';
import { decodedText, detectEncoding } from '../lists/text-encoding.ts';
import { type Address, type AddressFault, LONGEST_ADDRESS, parseAddress } from './address.ts';

/** One line of a list that says something, as it was written there. */
export type ListedAddress = { row: number; written: string } & (
  | { address: Address; fault?: never }
  | { fault: AddressFault; address?: never }
);

const HEADER =
  /^(?:网址|链接|网页(?:地址|链接)?|(?:商品|店铺|页面|广告|线索)(?:网址|链接|地址)|url|urls|link|href|web ?site)$/i;

/** Characters of a line that are kept: what goes on longer is no address. */
const LONGEST_LINE = LONGEST_ADDRESS + 1;

/** Characters of a foreign line that are said again. */
const MOST_WRITTEN = 2_000;

function listed(row: number, text: string): ListedAddress | null {
  const read = parseAddress(text);
  if (read === null) return null;
  const written = text.trim().slice(0, MOST_WRITTEN);
  return typeof read === 'string' ? { row, written, fault: read } : { row, written, address: read };
}

/** A line of a text: the address, or the only address in it among other words. */
function listedLine(row: number, line: string): ListedAddress | null {
  if (line.trim() === '' || line.trimStart().startsWith('#')) return null;
  const whole = listed(row, line);
  if (whole?.fault !== 'address-malformed') return whole;
  const within = line.match(/https?:\/\/[^\s"'<>，。；、（）《》]+/gi) ?? [];
  return within.length === 1 ? listed(row, within[0]) : whole;
}

/** Pasted lines: one address a line, blank lines and lines that begin with `#` left out. */
export function addressesOfText(text: string): ListedAddress[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line, index) => listedLine(index + 1, line) ?? []);
}

async function* textLines(file: Blob, signal?: AbortSignal): AsyncGenerator<string[]> {
  let rest = '';
  for await (const { text } of decodedText(file, await detectEncoding(file, signal), signal)) {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    if (rest.length > 2 * LONGEST_LINE) rest = rest.slice(0, 2 * LONGEST_LINE);
    yield lines;
  }
  yield [rest.replace(/\r$/, '')];
}

const looksLikeAddress = (cell: string) => /^\s*"?(?:https?:\/\/|www\.|=\s*HYPERLINK)/i.test(cell);

/** The column that holds the addresses: where most of the first rows have one, else the one whose head says so, else the first. */
export function addressColumn(head: readonly TableRow[]): number {
  const width = Math.max(0, ...head.map(({ cells }) => cells.length));
  const counts = Array.from({ length: width }, (_, column) => ({
    column,
    addresses: head.filter(({ cells }) => looksLikeAddress(cells[column] ?? '')).length,
    named: head.slice(0, 3).some(({ cells }) => HEADER.test((cells[column] ?? '').trim())),
  }));
  const best = counts.sort((a, b) => b.addresses - a.addresses || Number(b.named) - Number(a.named))[0];
  return best?.column ?? 0;
}

async function* tableAddresses(file: Blob, signal?: AbortSignal): AsyncGenerator<ListedAddress[]> {
  const table = await openTable(file, signal);
  const column = addressColumn(table.head);
  const isHead = new Set(
    table.head
      .filter(({ cells }) => HEADER.test((cells[column] ?? '').trim()))
      .map(({ row }) => row)
      .slice(0, 1),
  );
  for await (const { rows } of table.rows(signal)) {
    yield rows.flatMap(({ row, cells }) => (isHead.has(row) ? [] : (listed(row, cells[column] ?? '') ?? [])));
  }
}

/**
 * The addresses of a file, some at a time: a text (.txt, one a line), a CSV or an .xlsx workbook (of its first sheet the column that
 * holds addresses), in UTF-8, UTF-16 or GB 18030. Rows without an address are left out.
 * @param name the file's name; its ending tells a text from a CSV
 * @throws ExpectedFailure of register-failure.ts when it is no list
 */
export async function* addressesOfFile(
  file: Blob,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<ListedAddress[]> {
  if (file.size === 0) return;
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isZip = first === 0x50 && second === 0x4b;
  if (isZip || /\.(?:csv|tsv|xlsx?)$/i.test(name)) {
    yield* tableAddresses(file, signal);
    return;
  }
  let row = 0;
  for await (const lines of textLines(file, signal)) {
    yield lines.flatMap((line) => {
      row += 1;
      return listedLine(row, line) ?? [];
    });
  }
}
