import { csvRows } from './csv-rows.ts';
import { RegisterEmptyError } from './register-failure.ts';
import type { TableRow } from './table-row.ts';
import { decodedText, detectEncoding, type TextEncoding } from './text-encoding.ts';
import { workbookRows } from './workbook-rows.ts';

/** A table file that can be read from its beginning as often as wanted. */
export interface OpenTable {
  format: TextEncoding | 'xlsx';
  /** The first rows, for the officer to see. */
  head: readonly TableRow[];
  /** All rows, in batches, and how many bytes of the file lie behind each. */
  rows(signal?: AbortSignal): AsyncGenerator<{ rows: readonly TableRow[]; bytes: number }>;
}

const HEAD_ROWS = 12;
/** A file can have a million columns; the ones that matter stand in front. */
const HEAD_COLUMNS = 60;
const BATCH = 1_000;

const isZip = async (file: Blob) => {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b;
};

/** Opens a CSV text or an .xlsx workbook, told apart by its bytes. @throws ExpectedFailure of register-failure.ts */
export async function openTable(file: Blob, signal?: AbortSignal): Promise<OpenTable> {
  const table = (await isZip(file)) ? await openWorkbook(file) : await openText(file, signal);
  if (table.head.length === 0) throw new RegisterEmptyError();
  const head = table.head.map((row) => ({ ...row, cells: row.cells.slice(0, HEAD_COLUMNS) }));
  return { ...table, head };
}

async function openWorkbook(file: Blob): Promise<OpenTable> {
  const all = await workbookRows(file);
  return {
    format: 'xlsx',
    head: all.slice(0, HEAD_ROWS),
    async *rows(signal) {
      for (let first = 0; first < all.length; first += BATCH) {
        signal?.throwIfAborted();
        const rows = all.slice(first, first + BATCH);
        yield { rows, bytes: Math.round((file.size * (first + rows.length)) / all.length) };
      }
    },
  };
}

async function openText(file: Blob, signal?: AbortSignal): Promise<OpenTable> {
  const encoding = await detectEncoding(file, signal);
  async function* rows(stop?: AbortSignal) {
    let bytes = 0;
    async function* texts() {
      for await (const { text, end } of decodedText(file, encoding, stop)) {
        bytes = end;
        yield text;
      }
    }
    for await (const batch of csvRows(texts())) {
      for (let first = 0; first < batch.length; first += BATCH)
        yield { rows: batch.slice(first, first + BATCH), bytes };
    }
  }
  const head: TableRow[] = [];
  for await (const batch of rows(signal)) {
    head.push(...batch.rows);
    if (head.length >= HEAD_ROWS) break;
  }
  return { format: encoding, head: head.slice(0, HEAD_ROWS), rows };
}
