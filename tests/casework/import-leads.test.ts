import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { importLeads, MOST_LEADS } from '../../utils/casework/import-leads.ts';
import { leadLists, leadResultRows, leadResultsFile } from '../../utils/documents/lead-results.ts';
import { guessOrigin, recogniseLeads } from '../../utils/lists/lead-list.ts';
import { openTable } from '../../utils/lists/open-table.ts';
import { changeCase, listCases } from '../../utils/store/cases.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { encodeGb18030 } from '../lists/gb18030.ts';

const LIST = [
  '12315 平台分派名单',
  '工单编号,被举报人名称,统一社会信用代码,平台,网店名称,商品链接,举报内容,分派时间',
  'G001,泉州某某检测有限公司,91350100M000100Y43,某平台,,https://shop.example.cn/1,宣称当天出证,2026-11-20 09:00',
  'G002,,,某平台,某某质检店,"=HYPERLINK(""https://shop.example.cn/2"",""看"")",不送样,',
  'G001,泉州某某检测有限公司,91350100M000100Y43,某平台,,https://shop.example.cn/1,重复分派,2026/11/21',
  'G003,=1+1,,,,,公式,',
  'G004,,,某平台,,,没有主体,',
].join('\r\n');

async function take(file: Blob, sha256 = 'a'.repeat(64), fileName = '名单.csv') {
  const table = await openTable(file);
  const { headRow, mapping } = recogniseLeads(table.head.map(({ cells }) => cells));
  const { row, cells } = table.head[headRow]!;
  const registrar = { name: '张三', licence: '1' };
  const facts = { source: 'complaint', receivedOn: '2026-11-30', fileName, sha256, registrar } as const;
  return importLeads(table, { ...facts, headRow: row, heads: cells, mapping });
}

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
});

describe('a list of leads', () => {
  it('becomes leads with source and number, a row that names one again is put to it, and others are said', async () => {
    expect(await take(new Blob([LIST]))).toEqual({
      added: 2,
      merged: 1,
      unreadRows: 2,
      unread: [
        { row: 6, fault: 'formula' },
        { row: 7, fault: 'nobody' },
      ],
    });
    const cases = await listCases();
    expect(cases.find(({ number }) => number === 'G001')).toMatchObject({
      source: 'complaint',
      stage: 'lead',
      foundOn: '2026-11-20',
      platform: 'shop.example.cn',
      party: { name: '泉州某某检测有限公司', creditCode: '91350100M000100Y43' },
      leads: [{ row: 3 }, { row: 5 }],
    });
    expect(cases.find(({ number }) => number === 'G002')).toMatchObject({
      name: '某某质检店',
      foundOn: '2026-11-30',
      platform: 'shop.example.cn',
    });
  });

  it('taken in twice makes nothing new', async () => {
    await take(new Blob([LIST]));
    expect(await take(new Blob([LIST]))).toMatchObject({ added: 0, merged: 3 });
    expect((await listCases()).flatMap(({ leads }) => leads)).toHaveLength(3);
  });

  it.each([
    ['GB 18030', () => new Blob([encodeGb18030(LIST)])],
    ['UTF-8 with a mark', () => new Blob(['\uFEFF', LIST])],
    ['UTF-16', () => new Blob([Buffer.from(`\uFEFF${LIST}`, 'utf16le')])],
    [
      'a workbook',
      () =>
        writeXlsxFile([
          {
            data: LIST.split('\r\n').map((line) => line.split(',').map((value) => ({ value, type: String }))),
            sheet: '名单',
          },
        ]).toBlob(),
    ],
  ])('is read from %s', async (_, file) => {
    await take(await file());
    expect((await listCases()).map(({ number }) => number).sort()).toEqual(['G001', 'G002']);
  });

  it('of a million rows is refused before anything is kept', async () => {
    const lines = Array.from({ length: MOST_LEADS + 1 }, (_, index) => `N${index},某某店${index}`);
    await expect(take(new Blob([['工单编号,店铺', ...lines].join('\n')]))).rejects.toMatchObject({
      key: 'error_registerTooLarge',
    });
    expect(await listCases()).toEqual([]);
  });

  it('goes out in the same rows with what became of them, nothing in it computed', async () => {
    await take(new Blob([LIST]));
    const one = (await listCases()).find(({ number }) => number === 'G001')!;
    await changeCase(one.id, {
      stage: 'transferred',
      outcome: '=移送',
      transfer: { to: '某某支队', on: '2026-12-01', letterNumber: '', receivedBy: '' },
    });
    const cases = await listCases();
    const [list] = leadLists(cases);
    expect(list).toMatchObject({ fileName: '名单.csv', format: 'csv', rows: 3 });
    const items = [{ id: 'E20261130-0001', caseId: one.id, record: { startedAt: '2026-11-30T01:00:00Z' } }];
    const rows = leadResultRows(list!.sha256, cases, items as never);
    expect(rows.map((cells) => cells[0])).toEqual(['工单编号', 'G001', 'G002', 'G001']);
    expect(rows[1]!.slice(8)).toEqual([
      '移送',
      '=移送',
      'E20261130-0001',
      '2026-11-30T01:00:00Z',
      '',
      '某某支队',
      '2026-12-01',
      '',
      '',
    ]);
    expect(rows[2]!.slice(8, 10)).toEqual(['线索', '']);
    expect(await (await leadResultsFile(rows, 'csv')).text()).toContain("'=移送");
  });

  it('tells from where it seems to come', () => {
    expect(guessOrigin('12315投诉.xlsx', [])).toBe('complaint');
    expect(guessOrigin('省局广告监测10月.csv', [])).toBe('ad-monitoring');
    expect(guessOrigin('五级贯通导出.xlsx', [])).toBe('assigned');
    expect(guessOrigin('a.csv', ['被举报人'])).toBe('complaint');
  });
});
