import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { recogniseColumns } from '../../utils/lists/map-columns.ts';
import { openTable } from '../../utils/lists/open-table.ts';
import { readValues } from '../../utils/lists/read-values.ts';
import type { TableRow } from '../../utils/lists/table-row.ts';
import { encodeGb18030 } from './gb18030.ts';
import { syntheticCells, syntheticFile } from './synthetic-list.ts';

const CSV = '机构名称,批准号\r\n某某认证有限公司,CNCA-R-2002-034\r\n"甲,乙""丙""认证",CNCA-R-2003-035\r\n';

async function allRows(file: Blob): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of (await openTable(file)).rows()) rows.push(...batch.rows);
  return rows;
}

const cellsOf = async (file: Blob) => (await allRows(file)).map(({ cells }) => cells.map((cell) => cell.trim()));

const EXPECTED = [
  ['机构名称', '批准号'],
  ['某某认证有限公司', 'CNCA-R-2002-034'],
  ['甲,乙"丙"认证', 'CNCA-R-2003-035'],
];

describe('table files', () => {
  it.each([
    ['UTF-8', 'utf-8', new Blob([CSV])],
    ['UTF-8 with a mark', 'utf-8', new Blob(['\uFEFF', CSV])],
    ['GB 18030', 'gb18030', new Blob([encodeGb18030(CSV)])],
    [
      'UTF-16',
      'utf-16le',
      new Blob([new Uint8Array([0xff, 0xfe]), new Uint16Array([...CSV].map((c) => c.charCodeAt(0)))]),
    ],
    ['carriage returns alone', 'utf-8', new Blob([CSV.replaceAll('\r\n', '\r')])],
    ['tabs', 'utf-8', new Blob([CSV.replace('甲,乙', '甲、乙').replaceAll(',', '\t').replace('甲、乙', '甲,乙')])],
  ])('reads %s', async (_name, format, file) => {
    expect((await openTable(file)).format).toBe(format);
    expect(await cellsOf(file)).toEqual(EXPECTED);
  });

  it('reads a workbook, dates as dates', async () => {
    const text = (value: string) => ({ value, type: String });
    const file = await writeXlsxFile([
      {
        data: [
          [text('机构名称'), text('有效期至')],
          [text('某某认证有限公司'), { value: new Date(Date.UTC(2027, 0, 31)), type: Date, format: 'yyyy-mm-dd' }],
        ],
        sheet: '名录',
      },
    ]).toBlob();
    expect((await openTable(file)).format).toBe('xlsx');
    expect(await cellsOf(file)).toEqual([
      ['机构名称', '有效期至'],
      ['某某认证有限公司', '2027-01-31'],
    ]);
  });

  it('reads 200,000 rows, each once, and counts those without a name', async () => {
    const count = 200_000;
    const table = await openTable(syntheticFile(count));
    const { headRow, mapping } = recogniseColumns(table.head.map(({ cells }) => cells));
    expect({ headRow, mapping }).toEqual({
      headRow: 0,
      mapping: { name: 1, creditCode: 2, address: 3, scope: 4, status: 5 },
    });
    let read = 0;
    let faults = 0;
    let lastRow = 1;
    let bytes = 0;
    for await (const batch of table.rows()) {
      expect(batch.rows.length).toBeLessThanOrEqual(1000);
      expect(batch.bytes).toBeGreaterThanOrEqual(bytes);
      bytes = batch.bytes;
      for (const { row, cells } of batch.rows) {
        if (row === 1) continue;
        if (row !== lastRow + 1) throw new Error(`row ${row} after ${lastRow}`);
        lastRow = row;
        const values = readValues(cells, mapping);
        if (values === 'no-name') faults += 1;
        else if (typeof values === 'object' && values.name === syntheticCells(row - 1)[1]) read += 1;
      }
    }
    expect({ read, faults, lastRow, bytes }).toEqual({
      read: 199_800,
      faults: 200,
      lastRow: count + 1,
      bytes: syntheticFile(count).size,
    });
  });
});

describe('hostile files', () => {
  const failure = (file: Blob) =>
    allRows(file).catch((error: { key: string; values: string[] }) => [error.key, ...error.values]);

  it('says where a quotation mark is never closed, without taking the rest into memory', async () => {
    const endless = new Blob([CSV, '"某某认证', '有限公司,x\n'.repeat(800_000)]);
    expect(await failure(endless)).toEqual(['error_registerQuoteOpen', '4']);
    expect(await failure(new Blob([CSV, '"某某认证有限公司,x\n']))).toEqual(['error_registerQuoteOpen', '4']);
  });

  it('marks the row whose quotation marks stand out of place', async () => {
    const rows = await allRows(new Blob(['名称,范围\n"某某"认证,检测\n", x"\n乙公司,检验\n']));
    expect(rows.filter(({ brokenQuotes }) => brokenQuotes)).toHaveLength(1);
    expect(rows.at(-1)?.cells).toEqual(['乙公司', '检验']);
  });

  it('shows the first columns of a file that has a million', async () => {
    const { head } = await openTable(new Blob([`名称${',x'.repeat(1_000_000)}\n某某认证`]));
    expect(head.map(({ cells }) => cells.length)).toEqual([60, 1]);
  });

  it('refuses what is no table and what has no known encoding', async () => {
    expect(await failure(new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4])]))).toEqual([
      'error_registerOldExcel',
    ]);
    expect(await failure(new Blob([new Uint8Array([0x89, 0x50, 0, 0, 1])]))).toEqual(['error_registerNotATable']);
    expect(await failure(new Blob(['PK\u0003\u0004 not a zip']))).toEqual(['error_registerNotATable']);
    expect(await failure(new Blob([new Uint8Array([0xff, 0x41, 0xff, 0xff, 0x80])]))).toEqual([
      'error_registerEncoding',
    ]);
    expect(await failure(new Blob(['\n\n']))).toEqual(['error_registerEmpty']);
  });

  it.each([
    ['=HYPERLINK("http://evil.example","某某认证")', 'formula'],
    ['@SUM(A1)认证', 'formula'],
    ['+cmd|calc', 'formula'],
    ['x'.repeat(1_000_000), 'cell-too-long'],
    ['某'.repeat(300), 'name-too-long'],
    ['  ', 'no-name'],
    ['12345', 'no-text'],
  ])('does not take %.30s for a name', (cell, fault) => expect(readValues([cell], { name: 0 })).toBe(fault));

  it('takes off what table programs wrap digits in', () =>
    expect(readValues(['某某认证', '="0012345"', "'9135"], { name: 0, number: 1, creditCode: 2 })).toEqual({
      name: '某某认证',
      number: '0012345',
      creditCode: '9135',
    }));
});
