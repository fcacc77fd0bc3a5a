/** The lists that an office holds: approved certification bodies, CMA institutions, registered businesses. */
export const REGISTER_KINDS = ['certification-body', 'cma-institution', 'business'] as const;

export type RegisterKind = (typeof REGISTER_KINDS)[number];

/** What a column of a list can hold. */
export const REGISTER_COLUMNS = ['name', 'number', 'creditCode', 'scope', 'address', 'status', 'validUntil'] as const;

export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** How lists head a column. */
export interface ColumnHeadings<Column extends string = RegisterColumn> {
  column: Column;
  /** Whole headings, without spaces and signs; the first that fits wins. */
  headings: readonly string[];
  /** Ends of longer headings that are meant as well: 获证检验检测机构名称. */
  endings: readonly string[];
}

/**
 * Headings by which a column is recognised. No standard lays them down: they are the words of 认证认可条例, 检验检测机构资质认定管理办法
 * and of the business licence, with the forms in which tables shorten them. What is not recognised the officer points out.
 */
export const COLUMN_HEADINGS: readonly ColumnHeadings[] = [
  {
    column: 'name',
    headings: ['名称', '机构', '企业', '单位', '字号名称', '商户名', 'name', 'companyname', 'institution'],
    endings: [
      '机构名称',
      '企业名称',
      '单位名称',
      '主体名称',
      '公司名称',
      '商户名称',
      '经营者名称',
      '实验室名称',
      '机构全称',
    ],
  },
  {
    column: 'creditCode',
    headings: ['信用代码', '统一代码', '社会信用代码', 'uscc', 'creditcode'],
    endings: ['统一社会信用代码', '社会信用代码', '统一社会信用代码注册号', '统一社会信用代码或注册号', '代码证号'],
  },
  {
    column: 'number',
    headings: [
      '批准号',
      '批准文号',
      '证书号',
      '证书编号',
      '资质编号',
      'cma编号',
      'cma',
      '许可证号',
      'approvalno',
      'certificateno',
    ],
    endings: [
      '批准号',
      '批准书编号',
      '批准书号',
      '资质认定证书编号',
      '资质认定证书号',
      '资质认定编号',
      'cma证书编号',
      'cma证书号',
      '资质证书编号',
      '许可证编号',
    ],
  },
  {
    column: 'scope',
    headings: ['经营范围', '业务范围', '能力范围', '认证领域', '检测领域', '主营业务', 'scope'],
    endings: ['经营范围', '业务范围', '能力范围', '认证领域', '检验检测领域', '检验检测项目', '经营项目'],
  },
  {
    column: 'address',
    headings: ['住所', '地址', '经营场所', '住所经营场所', 'address'],
    endings: ['地址', '住所', '经营场所', '注册地'],
  },
  {
    column: 'validUntil',
    headings: ['有效期', '有效期至', '有效日期', '到期日', 'validuntil'],
    endings: ['有效期至', '有效期限', '有效期截止', '截止日期', '到期日期', '证书有效期'],
  },
  {
    column: 'status',
    headings: ['状态', 'status'],
    endings: ['登记状态', '经营状态', '企业状态', '证书状态', '机构状态', '资质状态', '存续状态'],
  },
];

export const COLUMN_EXAMPLES: readonly { heading: string; column: RegisterColumn | null }[] = [
  { heading: '认证机构名称', column: 'name' },
  { heading: '检验检测机构名称（中文）', column: 'name' },
  { heading: '企业（机构）名称', column: 'name' },
  { heading: ' 企 业 名 称 ', column: 'name' },
  { heading: '统一社会信用代码/注册号', column: 'creditCode' },
  { heading: '机构批准号', column: 'number' },
  { heading: 'ＣＭＡ证书编号', column: 'number' },
  { heading: '资质认定证书编号', column: 'number' },
  { heading: '许可经营范围', column: 'scope' },
  { heading: '住所（经营场所）', column: 'address' },
  { heading: '证书有效期至', column: 'validUntil' },
  { heading: '登记状态', column: 'status' },
  { heading: '序号', column: null },
  { heading: '法定代表人', column: null },
  { heading: '企业类型', column: null },
  { heading: '成立日期', column: null },
];

/** Words of the notice, part 四（五）, that make a business worth looking at, and the list that its approval stands in. */
export const APPROVAL_WORDS: readonly { word: string; approval: RegisterKind }[] = [
  { word: '认证', approval: 'certification-body' },
  { word: '检验', approval: 'cma-institution' },
  { word: '检测', approval: 'cma-institution' },
];
