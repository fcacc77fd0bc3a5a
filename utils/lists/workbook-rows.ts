import { BlobReader, ZipReader } from '@zip.js/zip.js';
import { readSheet } from 'read-excel-file/universal';
import { NotATableError, RegisterTooLargeError } from './register-failure.ts';
import { MOST_ROWS, type TableRow } from './table-row.ts';

/** Bytes that a workbook may unfold to: it is read whole. */
const MOST_UNFOLDED = 1024 ** 3;

/** Refuses what would fill the memory before anything of it is unfolded. */
async function checkSize(file: Blob): Promise<void> {
  const zip = new ZipReader(new BlobReader(file));
  try {
    const entries = await zip.getEntries();
    const unfolded = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (unfolded > MOST_UNFOLDED) throw new RegisterTooLargeError('1 GB');
  } catch (error) {
    if (error instanceof RegisterTooLargeError) throw error;
    throw new NotATableError('other', error);
  } finally {
    await zip.close();
  }
}

const two = (value: number) => String(value).padStart(2, '0');

/** Dates of a workbook carry no zone; the reader gives them in UTC. */
const cellText = (value: unknown): string =>
  value instanceof Date
    ? `${value.getUTCFullYear()}-${two(value.getUTCMonth() + 1)}-${two(value.getUTCDate())}`
    : String(value ?? '');

/** The rows of the first sheet of an .xlsx workbook; the values that formulas were last computed to. @throws NotATableError, RegisterTooLargeError */
export async function workbookRows(file: Blob): Promise<TableRow[]> {
  await checkSize(file);
  let sheet: readonly (readonly unknown[])[];
  try {
    sheet = await readSheet(file);
  } catch (error) {
    if (error instanceof RangeError) throw new RegisterTooLargeError('1 GB');
    throw new NotATableError('other', error);
  }
  if (sheet.length > MOST_ROWS) throw new RegisterTooLargeError(MOST_ROWS.toLocaleString('en-US'));
  return sheet
    .map((cells, index) => ({ row: index + 1, cells: cells.map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}
