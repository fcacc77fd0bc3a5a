import { ApprovalSurvey } from '../../components/register/ApprovalSurvey.tsx';
import { ImportDialog } from '../../components/register/ImportDialog.tsx';
import type { ImportState } from '../../components/register/import-state.ts';
import { RegisterLists } from '../../components/register/RegisterLists.tsx';
import { RegisterPage } from '../../components/register/RegisterPage.tsx';
import { RegisterSearch } from '../../components/register/RegisterSearch.tsx';
import type { SurveyState } from '../../components/register/survey-state.ts';
import type { RegisterList } from '../../utils/lists/register.ts';
import { registerEntry } from '../../utils/lists/register-entry.ts';
import type { Screen } from './screens.tsx';

const nothing = () => {};

const list = (part: Partial<RegisterList>): RegisterList => ({
  id: 'bodies',
  kind: 'certification-body',
  name: '认证机构批准名录',
  date: '2026-11-01',
  source: '某某网站',
  sha256: 'a1b2c3d4'.repeat(8),
  rows: 1_284,
  fileName: '认证机构批准名录20261101.csv',
  importedAt: '2026-11-23T06:31:50.000Z',
  unreadRows: 0,
  unread: [],
  ...part,
});

const LISTS = [
  list({}),
  list({
    id: 'businesses',
    kind: 'business',
    name: '全区登记在册且名称或者经营范围含有认证、检验、检测字词的市场主体名单（含个体工商户）',
    rows: 199_800,
    source: '',
    unreadRows: 200,
    unread: [
      { row: 1001, fault: 'no-name' },
      { row: 2001, fault: 'quotes' },
    ],
  }),
];

const NAMES = ['某某检测认证技术有限公司', '某某质量认证咨询服务有限公司洛江区万安街道第二分公司', '某某商行'];

const SURVEY: SurveyState = {
  phase: 'done',
  rows: NAMES.map((name, index) => ({
    listId: 'businesses',
    row: index + 2,
    name,
    creditCode: `91350504MA0000000${index}`,
    address: '万安街道',
    status: index === 2 ? '注销' : '存续',
    words: [['认证', '检测'], ['认证'], ['认证', '检验', '检测']][index]!,
    inName: index < 2,
    excerpt: '…企业管理咨询；认证咨询；检验检测服务；计量技术服务；环境保护监测；技术服务、技术开发、技术咨询…',
    absent: index === 1 ? [] : ['certification-body'],
    faulty: index === 1 ? [{ kind: 'certification-body', faults: [{ aspect: 'status', listed: '已撤销' }] }] : [],
  })),
};

const PREVIEW: ImportState = {
  phase: 'preview',
  preview: {
    fileName: '认证机构批准名录20261101.csv',
    size: 48_200,
    format: 'gb18030',
    rows: [['全国认证机构名录'], ['序号', '机构名称', '批准号'], ['1', '某某认证有限公司', 'CNCA-R-2002-001']],
    choices: {
      kind: 'certification-body',
      name: '认证机构批准名录',
      date: '2026-11-01',
      source: '',
      mapping: { name: 1, number: 2 },
      headIndex: 1,
      mode: 'replace',
    },
  },
};

const page = (view: 'lists' | 'survey', content: Parameters<typeof RegisterPage>[0]['children']) => (
  <RegisterPage view={view} counts={{ lists: 2 }} onView={nothing} onImport={nothing}>
    {content}
  </RegisterPage>
);

const survey = (state: SurveyState) =>
  page(
    'survey',
    <ApprovalSurvey
      state={state}
      lists={LISTS}
      query=""
      select={async () => Uint32Array.of(0, 1, 2)}
      exporting={null}
      onExport={nothing}
      onImport={nothing}
      onClear={nothing}
      outcomes={
        new Map([
          [
            '91350504MA00000001',
            {
              key: '91350504MA00000001',
              result: 'unlicensed',
              person: '张三',
              at: '2026-11-23T02:15:00.000Z',
              caseId: 'case-1',
            },
          ],
        ])
      }
      onResult={nothing}
      onCase={nothing}
    />,
  );

const dialog = (state: ImportState) =>
  page(
    'lists',
    <ImportDialog state={state} hasKind={() => true} onChoices={nothing} onImport={nothing} onCancel={nothing} />,
  );

const size = { width: 1366, height: 720 };

/** The part of the library about the office's own lists, in its states. */
export const REGISTER_SCREENS: Readonly<Record<string, Screen>> = {
  'register-lists': {
    ...size,
    draw: () => page('lists', <RegisterLists lists={LISTS} removing={null} onDelete={nothing} onCopy={nothing} />),
  },
  'register-empty': {
    width: 820,
    height: 720,
    draw: () => page('lists', <RegisterLists lists={[]} removing={null} onDelete={nothing} onCopy={nothing} />),
  },
  'register-search': {
    ...size,
    draw: () =>
      page(
        'lists',
        <RegisterSearch
          query="某某认正"
          lists={LISTS}
          hits={{
            entries: [],
            more: false,
            near: [
              {
                ...registerEntry(2, { name: '某某认证有限公司', number: 'CNCA-R-2002-001', validUntil: '2027-01-31' }),
                listId: 'bodies',
              },
            ],
          }}
          onClear={nothing}
        />,
      ),
  },
  'register-survey': { ...size, draw: () => survey(SURVEY) },
  'register-survey-running': { ...size, draw: () => survey({ phase: 'running', done: 42_000, total: 199_800 }) },
  'register-survey-lacking': { ...size, draw: () => survey({ phase: 'no-approvals' }) },
  'register-preview': { ...size, draw: () => dialog(PREVIEW) },
  'register-storing': {
    ...size,
    draw: () =>
      dialog({ phase: 'storing', fileName: 'businesses.csv', size: 26_000_000, bytes: 9_000_000, rows: 72_000 }),
  },
  'register-failed': {
    ...size,
    draw: () => dialog({ phase: 'failed', fileName: 'old.xls', reason: '这是旧版 Excel 文件（.xls），没有导入。' }),
  },
};
