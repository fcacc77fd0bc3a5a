import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SurveyRow } from '../../utils/lists/approval-survey.ts';
import { listCases } from '../../utils/store/cases.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { listSurveyOutcomes, openSurveyCase, setSurveyResult } from '../../utils/store/survey-outcomes.ts';

const row: SurveyRow = {
  listId: 'businesses',
  row: 2,
  name: '洛江甲检测有限公司',
  creditCode: '91350504MA00000001',
  address: '某某路 1 号',
  status: '存续',
  words: ['检测'],
  inName: true,
  excerpt: '',
  absent: ['cma-institution'],
  faulty: [],
};

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
});

describe('the outcome of a check', () => {
  it('is kept with who and when, and is a line of the log', async () => {
    await setSurveyResult(row, 'unlicensed', '张三');
    await setSurveyResult({ ...row, listId: 'a later import', row: 9 }, 'licensed', '李四');
    const outcomes = await listSurveyOutcomes();
    expect([...outcomes]).toEqual([
      [
        row.creditCode,
        { key: row.creditCode, result: 'licensed', person: '李四', at: expect.stringMatching(/^20.*Z$/) },
      ],
    ]);
    const lines = await readLines();
    expect(lines.map(({ act, person, detail }) => [act, person, detail])).toEqual([
      ['surveyed', '张三', '核查“洛江甲检测有限公司”（91350504MA00000001）：无资质'],
      ['surveyed', '李四', '核查“洛江甲检测有限公司”（91350504MA00000001）：有资质'],
    ]);
    expect((await verifyLog()).intact).toBe(true);
  });

  it('makes a case of the business, with what the list says of it, and remembers which', async () => {
    const registrar = { name: '张三', licence: '35000000001' };
    const id = await openSurveyCase(row, { registrar, today: '2026-11-30', person: '张三', result: 'open' });
    expect(await listCases()).toEqual([
      expect.objectContaining({
        id,
        name: row.name,
        foundOn: '2026-11-30',
        registrar,
        party: expect.objectContaining({ name: row.name, creditCode: row.creditCode, registeredAddress: row.address }),
        summary: expect.stringContaining('“检测”'),
      }),
    ]);
    await setSurveyResult(row, 'unlicensed', '李四');
    expect((await listSurveyOutcomes()).get(row.creditCode)).toMatchObject({ result: 'unlicensed', caseId: id });
  });
});
