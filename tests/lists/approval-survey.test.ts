import { readSheet } from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import type { RegisterKind } from '../../rules/register-columns.ts';
import { resultWords, surveyCsv, surveyWorkbook } from '../../utils/documents/approval-survey-table.ts';
import {
  type Approvals,
  addApproval,
  type SurveyRow,
  selectRows,
  surveyOrders,
  surveyRow,
} from '../../utils/lists/approval-survey.ts';
import { guessFacts } from '../../utils/lists/guess-facts.ts';
import type { RegisterValues, StandingFault } from '../../utils/lists/register.ts';
import { registerEntry } from '../../utils/lists/register-entry.ts';
import { syntheticCells } from './synthetic-list.ts';

const entry = (values: RegisterValues, row = 2) => ({ ...registerEntry(row, values), listId: 'businesses' });

const approvals = (bodies: RegisterValues[], labs?: RegisterValues[]): Approvals => {
  const keys = (all: RegisterValues[]) => {
    const entered = new Map<string, readonly StandingFault[]>();
    for (const values of all) addApproval(entered, entry(values), '2026-11-23');
    return entered;
  };
  const known: [RegisterKind, Map<string, readonly StandingFault[]>][] = [['certification-body', keys(bodies)]];
  if (labs) known.push(['cma-institution', keys(labs)]);
  return new Map(known);
};

const NONE = approvals([], []);
const LAB = { name: '洛江甲检测有限公司' };

describe('businesses without an approval in the lists', () => {
  it('are those with a word of the notice in name or scope', () => {
    expect(surveyRow(entry(LAB), NONE)).toMatchObject({
      words: ['检测'],
      inName: true,
      excerpt: '',
      absent: ['cma-institution'],
    });
    const scope =
      '日用百货销售；会议及展览服务；信息咨询服务；认证咨询；检验检测服务（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）';
    expect(surveyRow(entry({ name: '洛江乙商行', scope }), NONE)).toMatchObject({
      words: ['认证', '检验', '检测'],
      inName: false,
      excerpt: expect.stringMatching(/^….*认证咨询；检验检测服务.*…$/),
      absent: ['certification-body', 'cma-institution'],
    });
    expect(surveyRow(entry({ name: '洛江丙商行', scope: '日用百货销售' }), NONE)).toBeNull();
  });

  it('are not those found by name, by credit code, or through the body whose branch they are', () => {
    expect(surveyRow(entry(LAB), approvals([], [{ name: '洛江甲检测有限责任公司' }]))).toBeNull();
    const coded = { name: '洛江丁检测中心', creditCode: '91350504MA00000001' };
    expect(surveyRow(entry(coded), approvals([], [{ ...coded, name: '另一名称检测' }]))).toBeNull();
    expect(
      surveyRow(entry({ name: '福建戊检测有限公司洛江分公司' }), approvals([], [{ name: '福建戊检测有限公司' }])),
    ).toBeNull();
  });

  it('are also those whose approval was revoked or has run out, in the words of the list', () => {
    const lab = { name: '洛江甲检测有限公司' };
    const revoked = { ...lab, status: '已撤销', validUntil: '2024-01-01至2026-11-22' };
    const row = surveyRow(entry(LAB), approvals([], [revoked]));
    expect(row).toMatchObject({
      absent: [],
      faulty: [
        {
          kind: 'cma-institution',
          faults: [
            { aspect: 'status', listed: '已撤销' },
            { aspect: 'validUntil', listed: '2024-01-01至2026-11-22', against: '2026-11-23' },
          ],
        },
      ],
    });
    const lists = [{ kind: 'cma-institution', name: '资质名录', date: '2026-11-01' }] as never;
    expect(resultWords(row!, lists)).toBe(
      '《资质名录》（2026-11-01）中状态“已撤销”；有效期“2024-01-01至2026-11-22”，早于 2026-11-23，需核实',
    );
    expect(surveyRow(entry(LAB), approvals([], [revoked, { ...lab, status: '有效' }]))).toBeNull();
    expect(surveyRow(entry(LAB), approvals([], [{ ...lab, validUntil: '长期' }]))).toBeNull();
  });

  it('are looked for only in lists that are here', () => {
    expect(surveyRow(entry(LAB), approvals([]))).toBeNull();
    expect(surveyRow(entry({ ...LAB, scope: '认证服务' }), approvals([]))?.absent).toEqual(['certification-body']);
  });

  it('are counted right among 200,000', () => {
    const labs = Array.from({ length: 500 }, (_, index) => ({ name: syntheticCells(index * 100 + 1)[1]! }));
    const known = approvals([], labs);
    let rows = 0;
    for (let index = 1; index <= 200_000; index += 1) {
      const [, name, creditCode, , scope] = syntheticCells(index);
      if (
        name &&
        surveyRow(entry({ name, creditCode: creditCode!, scope: scope! }, index), known)?.absent.includes(
          'cma-institution',
        )
      )
        rows += 1;
    }
    expect(rows).toBe(199_800 - 500);
  });
});

const row = (name: string, part: Partial<SurveyRow> = {}): SurveyRow => ({
  listId: 'businesses',
  row: 2,
  name,
  creditCode: '',
  address: '',
  status: '存续',
  faulty: [],
  words: ['检测'],
  inName: true,
  excerpt: '',
  absent: ['cma-institution'],
  ...part,
});

describe('rows wanted', () => {
  const rows = [
    row('丙检测'),
    row('甲认证', { words: ['认证'], status: '注销' }),
    row('乙商行', { inName: false, address: '万安街道' }),
  ];
  const orders = surveyOrders(rows);
  const names = (selection: Partial<Parameters<typeof selectRows>[2]>) =>
    Array.from(
      selectRows(rows, orders, { order: 'file', words: [], inNameOnly: false, query: '', ...selection }),
      (index) => rows[index]!.name,
    );

  it('come in the order asked for, Chinese by sound', () => {
    expect(names({})).toEqual(['丙检测', '甲认证', '乙商行']);
    expect(names({ order: 'name' })).toEqual(['丙检测', '甲认证', '乙商行']);
    expect(names({ order: 'status' })).toEqual(['丙检测', '乙商行', '甲认证']);
    expect(names({ order: 'words' })).toEqual(['丙检测', '乙商行', '甲认证']);
  });

  it('pass all filters', () => {
    expect(names({ words: ['认证'] })).toEqual(['甲认证']);
    expect(names({ inNameOnly: true })).toEqual(['丙检测', '甲认证']);
    expect(names({ query: ' 万安 ' })).toEqual(['乙商行']);
    expect(names({ query: '万安', words: ['认证'] })).toEqual([]);
  });
});

describe('the export', () => {
  const stamp = { source: '', sha256: 'a'.repeat(64), rows: 1 };
  const lists = [
    { ...stamp, id: 'labs', kind: 'cma-institution' as const, name: '资质认定名录', date: '2026-11-05' },
    { ...stamp, id: 'businesses', kind: 'business' as const, name: '市场主体名单', date: '2026-11-01' },
  ];
  const hostile = row('=HYPERLINK("http://evil.example","甲检测")', {
    address: '+cmd|calc',
    excerpt: '检测,"服务"\n@x',
  });

  it('says of each row where it was not seen, never that it broke the law', async () => {
    const text = await surveyCsv([row('甲检测')], lists).text();
    expect(text).toContain('未在《资质认定名录》（2026-11-05）中见到，需核实');
    expect(text).not.toMatch(/违法|虚假/);
  });

  it('holds no formula', async () => {
    const file = surveyCsv([hostile], lists);
    expect([...new Uint8Array(await file.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf]);
    const csv = await file.text();
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""甲检测"")"`);
    expect(csv).toContain("'+cmd|calc");
    const sheet = await readSheet(await surveyWorkbook([hostile], lists));
    expect(sheet[1]?.[1]).toBe(hostile.name);
    expect(sheet[1]?.[7]).toBe('+cmd|calc');
  });
});

describe('what a file seems to be', () => {
  it.each([
    ['认证机构批准名录2026-11-01.xlsx', ['机构名称', '批准号'], {}, 'certification-body', '2026-11-01'],
    ['检验检测机构_20261105.csv', ['机构名称', '资质认定证书编号'], {}, 'cma-institution', '2026-11-05'],
    ['导出.csv', ['名称', '经营范围'], { scope: 1 }, 'business', undefined],
    ['市场主体2026年11月20日.csv', ['名称'], {}, 'business', '2026-11-20'],
    ['20261345.csv', ['名称'], {}, 'certification-body', undefined],
  ])('%s', (name, heads, mapping, kind, date) =>
    expect(guessFacts(name, heads, mapping)).toEqual({ kind, ...(date ? { date } : {}) }),
  );

  it.each([
    ['名录.csv', ['认证机构名录', '截至2026年11月5日'], '2026-11-05'],
    ['名录2026-11-01.csv', ['截至2026年11月5日'], '2026-11-01'],
    ['名录.csv', ['2026年11月'], undefined],
    ['名录.csv', ['2026年13月45日'], undefined],
  ])('%s under %j', (name, above, date) => expect(guessFacts(name, ['机构名称'], {}, above).date).toBe(date));
});
