// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ApprovalSurvey } from '../../../components/register/ApprovalSurvey.tsx';
import { ImportDialog } from '../../../components/register/ImportDialog.tsx';
import type { ImportState } from '../../../components/register/import-state.ts';
import { RegisterLists } from '../../../components/register/RegisterLists.tsx';
import { RegisterSearch } from '../../../components/register/RegisterSearch.tsx';
import type { SurveyState } from '../../../components/register/survey-state.ts';
import type { SurveyRow, SurveySelection } from '../../../utils/lists/approval-survey.ts';
import { selectRows, surveyOrders } from '../../../utils/lists/approval-survey.ts';
import type { RegisterList } from '../../../utils/lists/register.ts';
import { click, draw, named } from '../draw.ts';

const LIST: RegisterList = {
  id: 'labs',
  kind: 'cma-institution',
  name: '资质认定名录',
  date: '2026-11-05',
  source: '省局网站',
  sha256: `${'a'.repeat(8)}${'0'.repeat(48)}${'b'.repeat(8)}`,
  rows: 12_345,
  fileName: 'labs.csv',
  importedAt: '2026-11-23T02:15:01.120Z',
  unreadRows: 502,
  unread: [{ row: 7, fault: 'no-name' }],
};

const surveyed = (index: number): SurveyRow => ({
  listId: 'businesses',
  row: index + 2,
  name: `第${index}号检测公司`,
  creditCode: '',
  address: '',
  status: '存续',
  words: index % 2 ? ['检测'] : ['认证', '检测'],
  inName: true,
  excerpt: '',
  absent: ['cma-institution'],
  faulty: [],
});

const nothing = () => undefined;

async function drawSurvey(state: SurveyState, part: Partial<Parameters<typeof ApprovalSurvey>[0]> = {}) {
  const rows = state.phase === 'done' ? state.rows : [];
  const orders = surveyOrders(rows);
  const select = vi.fn(async (selection: SurveySelection) => selectRows(rows, orders, selection));
  const acts = { onExport: vi.fn(), onImport: vi.fn(), onClear: vi.fn(), onResult: vi.fn(), onCase: vi.fn() };
  const view = (
    <ApprovalSurvey
      state={state}
      lists={[LIST]}
      query=""
      exporting={null}
      outcomes={new Map()}
      {...{ select }}
      {...acts}
      {...part}
    />
  );
  await draw(view);
  await act(async () => undefined);
  return { ...acts, select };
}

describe('the lists', () => {
  it('say what to do where none is', async () => {
    const body = await draw(<RegisterLists lists={[]} removing={null} onDelete={nothing} onCopy={nothing} />);
    expect(body.textContent?.match(/没有导入。导入后/g)).toHaveLength(3);
  });

  it('show date, source, rows, digest, and the rows that could not be read', async () => {
    const onDelete = vi.fn();
    const body = await draw(<RegisterLists lists={[LIST]} removing={null} onDelete={onDelete} onCopy={nothing} />);
    for (const words of [
      '截至 2026-11-05',
      '来源：省局网站',
      '12,345 行',
      'aaaaaaaa…bbbbbbbb',
      '未能读入 502 行',
      '第 7 行：没有名称',
      '另有 501 行未列出',
    ])
      expect(body.textContent).toContain(words);
    await click(named('button', '删除名录 资质认定名录'));
    expect(onDelete).toHaveBeenCalledWith(LIST);
  });
});

describe('an import', () => {
  const preview: ImportState = {
    phase: 'preview',
    preview: {
      fileName: 'labs.csv',
      size: 2048,
      format: 'gb18030',
      rows: [
        ['序号', '单位'],
        ['1', '某某检测有限公司'],
      ],
      choices: {
        kind: 'cma-institution',
        name: '名录',
        date: '2026-11-05',
        source: '',
        mapping: {},
        headIndex: 0,
        mode: 'replace',
      },
    },
  };
  const dialog = (state: ImportState, onChoices = vi.fn()) => (
    <ImportDialog state={state} hasKind={() => true} onChoices={onChoices} onImport={nothing} onCancel={nothing} />
  );

  it('cannot begin before the name column is pointed out', async () => {
    const onChoices = vi.fn();
    const body = await draw(dialog(preview, onChoices));
    expect(body.textContent).toContain('labs.csv · 2.0 KB · CSV，GB18030 编码');
    expect(body.textContent).toContain('没有选定名称列');
    expect((named('button', '导入名录') as HTMLButtonElement).disabled).toBe(true);
    const select = document.querySelector<HTMLSelectElement>('select[aria-label*="单位"]')!;
    select.value = 'name';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onChoices).toHaveBeenCalledWith(expect.objectContaining({ mapping: { name: 1 } }));
  });

  it('cannot begin before its day is said, and asks for it where the file does not', async () => {
    if (preview.phase !== 'preview') throw new Error('no preview');
    const choices = { ...preview.preview.choices, mapping: { name: 1 } };
    const drawn = (date: string) =>
      draw(dialog({ ...preview, preview: { ...preview.preview, choices: { ...choices, date } } }));
    const begin = () => named('button', '导入名录') as HTMLButtonElement;
    expect((await drawn('')).textContent).toContain('文件未写明日期，请填写');
    expect(begin().disabled).toBe(true);
    expect((await drawn('2026-11-05')).textContent).not.toContain('文件未写明日期');
    expect(begin().disabled).toBe(false);
  });

  it('shows how far it is, and why it failed', async () => {
    const storing: ImportState = { phase: 'storing', fileName: 'labs.csv', size: 1000, bytes: 250, rows: 4200 };
    const body = await draw(dialog(storing));
    expect(body.textContent).toContain('已读 4,200 行');
    expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('250');
    await draw(dialog({ phase: 'failed', fileName: 'labs.xls', reason: '这是旧版 Excel 文件' }));
    expect(body.textContent).toContain('这是旧版 Excel 文件');
    expect(document.querySelector('button[type=submit]')).toBeNull();
  });
});

describe('the survey', () => {
  it('says which list is lacking', async () => {
    const { onImport } = await drawSurvey({ phase: 'no-businesses' });
    expect(document.body.textContent).toContain('没有导入市场主体名单');
    await click(named('button', '导入名录'));
    expect(onImport).toHaveBeenCalledOnce();
  });

  it('draws the rows in view only, each as something to look into', async () => {
    await drawSurvey({ phase: 'done', rows: Array.from({ length: 5_000 }, (_, index) => surveyed(index)) });
    const rows = document.querySelectorAll('.zj-survey-row');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.textContent).toContain('未在《资质认定名录》（2026-11-05）中见到，需核实');
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('5001');
    expect(document.body.textContent).toContain('“认证”未作比对');
    expect(document.body.textContent).not.toContain('违法');
  });

  it('filters, sorts, and exports what is shown', async () => {
    const rows = [surveyed(0), surveyed(1), surveyed(2)];
    const { select, onExport } = await drawSurvey({ phase: 'done', rows });
    await click(document.querySelector('.zj-survey-tools input'));
    expect(select).toHaveBeenLastCalledWith(expect.objectContaining({ words: ['认证'] }));
    await act(async () => undefined);
    expect(document.querySelectorAll('.zj-survey-row')).toHaveLength(2);
    await click(named('th button', '名称'));
    expect(select).toHaveBeenLastCalledWith(expect.objectContaining({ order: 'name' }));
    await click(named('button', '导出 CSV'));
    expect([...onExport.mock.calls[0]![1]]).toEqual([0, 2]);
  });
});

describe('a search', () => {
  it('sets names that only come near apart, and does not call the others unapproved', async () => {
    const entry = { listId: 'labs', row: 9, name: '某某检测有限公司', nameKey: '某某检测', number: '151300110001' };
    const found = { entries: [], more: false, near: [entry] };
    const body = await draw(<RegisterSearch query="某某检侧" lists={[LIST]} hits={found} onClear={nothing} />);
    expect(body.textContent).toContain('名录中未见“某某检侧”');
    expect(body.textContent).toContain('未见不等于没有批准');
    expect(document.querySelector('section')?.textContent).toMatch(
      /^相近名称.*某某检测有限公司.*《资质认定名录》（2026-11-05）/,
    );
  });
});
