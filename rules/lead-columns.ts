import type { ColumnHeadings } from './register-columns.ts';

/** What a column of a list of leads can hold (五级贯通, 广告监测, 投诉举报 and their like). */
export const LEAD_COLUMNS = [
  'number',
  'party',
  'creditCode',
  'platform',
  'shop',
  'url',
  'summary',
  'receivedOn',
  'contact',
  'address',
] as const;

export type LeadColumn = (typeof LEAD_COLUMNS)[number];

/**
 * Headings by which a column is recognised. The templates of these systems are not public: these are the ordinary words for what a
 * lead carries, and an officer sees the guess and corrects it. The day on which the office received the lead is wanted, for the
 * period of its check runs from it; the day of the complaint or of the advertisement is another.
 */
export const LEAD_HEADINGS: readonly ColumnHeadings<LeadColumn>[] = [
  {
    column: 'number',
    headings: ['编号', '单号', '工单号', '登记号', 'id', 'no'],
    endings: ['线索编号', '线索号', '工单编号', '登记编号', '举报编号', '投诉编号', '任务编号', '监测编号', '案件编号'],
  },
  {
    column: 'creditCode',
    headings: ['信用代码', '统一代码', 'uscc', 'creditcode'],
    endings: ['社会信用代码', '信用代码', '信用代码注册号', '信用代码或注册号'],
  },
  {
    column: 'shop',
    headings: ['店铺', '网店', '账号', '店名', 'shop'],
    endings: ['店铺名称', '网店名称', '账号名称', '店铺名', '公众号名称', '直播间名称'],
  },
  {
    column: 'platform',
    headings: ['平台', '媒介', '媒体', '网站', 'platform'],
    endings: ['平台名称', '媒介名称', '媒体名称', '网站名称', '所属平台', '发布平台', '发布媒介'],
  },
  {
    column: 'url',
    headings: ['网址', '链接', '地址链接', 'url', 'link'],
    endings: ['网址', '链接', '链接地址', '网页地址', '页面地址', 'url'],
  },
  {
    column: 'party',
    headings: [
      '当事人',
      '名称',
      '主体',
      '企业',
      '经营者',
      '广告主',
      '被举报人',
      '被投诉人',
      '被举报方',
      '被投诉方',
      'name',
    ],
    endings: [
      '当事人名称',
      '主体名称',
      '企业名称',
      '经营者名称',
      '单位名称',
      '公司名称',
      '被举报人名称',
      '被投诉人名称',
      '被举报方名称',
      '被投诉方名称',
      '广告主名称',
    ],
  },
  {
    column: 'receivedOn',
    headings: ['接收日期', '收到日期', '接收时间', '收到时间'],
    endings: [
      '接收日期',
      '接收时间',
      '收到日期',
      '收到时间',
      '分派日期',
      '分派时间',
      '派发时间',
      '派发日期',
      '交办日期',
      '交办时间',
      '转办时间',
      '转办日期',
    ],
  },
  {
    column: 'summary',
    headings: ['内容', '事项', '摘要', '问题', '描述', '案由', 'summary'],
    endings: [
      '线索内容',
      '举报内容',
      '投诉内容',
      '违法内容',
      '违法行为',
      '违法情形',
      '问题描述',
      '事实依据',
      '线索描述',
      '监测内容',
      '涉嫌违法行为',
      '内容摘要',
      '诉求内容',
    ],
  },
  {
    column: 'contact',
    headings: ['电话', '联系方式', '联系电话'],
    endings: ['被举报人电话', '被投诉人电话', '企业电话', '当事人电话', '经营者电话'],
  },
  {
    column: 'address',
    headings: ['住所', '地址', '注册地址'],
    endings: ['注册地址', '住所', '被举报人地址', '被投诉人地址', '企业地址', '当事人地址'],
  },
];

export const LEAD_EXAMPLES: readonly { heading: string; column: LeadColumn | null }[] = [
  { heading: '线索编号', column: 'number' },
  { heading: '工单 编号', column: 'number' },
  { heading: '统一社会信用代码（注册号）', column: 'creditCode' },
  { heading: '网店名称', column: 'shop' },
  { heading: '平台', column: 'platform' },
  { heading: '商品链接', column: 'url' },
  { heading: '被举报人名称', column: 'party' },
  { heading: '涉嫌违法行为', column: 'summary' },
  { heading: '分派时间', column: 'receivedOn' },
  { heading: '举报时间', column: null },
  { heading: '举报人', column: null },
  { heading: '举报人电话', column: null },
  { heading: '序号', column: null },
];

/** Words in the name of a list or of its heads that tell from where it comes. */
export const LEAD_ORIGINS = [
  { source: 'ad-monitoring', words: /广告监测|监测平台|媒介/ },
  { source: 'complaint', words: /12315|投诉|举报|诉求/ },
  { source: 'transferred-in', words: /移送|移交/ },
  { source: 'assigned', words: /五级|贯通|交办|派发|任务|线索/ },
] as const;
