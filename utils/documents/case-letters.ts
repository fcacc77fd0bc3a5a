import type { Case } from '../evidence/case.ts';
import {
  addressee,
  attached,
  DRAFT_NOTE,
  facts,
  foundBlocks,
  heading,
  partyRows,
  placeRows,
  text,
} from './case-paper-parts.ts';
import { BLANK, type Block, orBlank } from './paper.ts';
import type { PaperItem } from './paper-item.ts';

/** What another office or a platform is asked for, and what is ordered or handed over: each from the facts of the case. */
export type CaseLetter = (about: Case, items: readonly PaperItem[], office: string) => Block[];

/** 协助调查函 to another office. */
export const assistOffice: CaseLetter = (about, items, office) => [
  text(DRAFT_NOTE),
  addressee('受函机关'),
  facts([
    ['案由', orBlank(about.name)],
    ...partyRows(about),
    ...placeRows(about),
    ['请求协助调查的事项', BLANK],
    ['依据', '《市场监督管理行政处罚程序规定》第四十五条'],
    ['期限', '请自收到本函之日起十五个工作日内完成；需要延期的，请在期限届满前告知'],
    ['联系人、联系方式', BLANK],
    ['附件', attached(items)],
    ['制作单位', orBlank(office)],
  ]),
  heading('已知事实'),
  text(about.summary || '见下列证据。'),
  ...foundBlocks(items, about),
];

/** 协查函 to a platform: named shops and orders only. */
export const assistPlatform: CaseLetter = (about, items, office) => [
  text(DRAFT_NOTE),
  addressee('平台经营者名称'),
  facts([
    ['案由', orBlank(about.name)],
    ['平台名称', orBlank(about.platform)],
    ['查询的店铺或者账号', orBlank(about.shop)],
    ['涉及的网页', items.map(({ record }) => record.page.url).join('\n') || BLANK],
    ['涉及的订单', BLANK],
    ['请提供的信息', '平台内经营者身份、商品或者服务信息、支付记录、物流快递、退换货、售后'],
    ['超出上述范围的信息', '特殊信息须经省级市场监管部门同意后另行提出'],
    ['依据', '《网络交易执法协查暂行办法》（国市监网监发〔2024〕115 号，2025-01-20 起施行）'],
    ['答复期限', BLANK],
    ['联系人、联系方式', BLANK],
    ['制作单位', orBlank(office)],
  ]),
  ...foundBlocks(items, about),
];

/** 责令改正通知书: the law sets no period for correction; the officer does. */
export const correctionOrder: CaseLetter = (about, items, office) => [
  text(DRAFT_NOTE),
  facts([
    ...partyRows(about),
    ['事实', orBlank(about.summary)],
    ['违反的条款', BLANK],
    ['依据', '《行政处罚法》第二十八条'],
    ['改正内容', BLANK],
    ['改正期限', orBlank(about.correctBy)],
    ['复查日期', orBlank(about.recheckOn)],
    ['制作单位', orBlank(office)],
    ['制作日期', BLANK],
  ]),
  ...foundBlocks(items, about),
  { kind: 'signatures', lines: ['执法人员（签名）', '执法人员（签名）', '当事人签收'] },
];

/** 涉嫌犯罪案件移送书, with what goes along and who has to decide by when. */
export const crimeTransfer: CaseLetter = (about, items, office) => [
  text(DRAFT_NOTE),
  addressee('受移送公安机关'),
  facts([
    ['案由', orBlank(about.name)],
    ...partyRows(about),
    ['已查明的事实', orBlank(about.summary)],
    ['涉嫌的犯罪', BLANK],
    ['移送依据', '《行政执法机关移送涉嫌犯罪案件的规定》（国务院令第 310 号，2020-08-07 修订）'],
    ['专案组人员（不少于二人）', BLANK],
    ['批准人和批准日期', BLANK],
    ['制作单位', orBlank(office)],
  ]),
  heading('移送材料（第六条）'),
  {
    kind: 'list',
    head: ['材料', '是否随附'],
    widths: [50, 50],
    rows: [
      ['涉嫌犯罪案件移送书', '本件'],
      ['涉嫌犯罪案件情况的调查报告', BLANK],
      ['涉案物品清单', BLANK],
      ['有关检验报告或者鉴定结论', BLANK],
      ['其他有关涉嫌犯罪的材料', attached(items)],
    ],
  },
  text(
    '办理提示：正职负责人或者主持工作的负责人自接到报告之日起 3 日内决定；批准移送的，24 小时内移送（第五条）。移送后收取公安机关回执（第七条）。',
  ),
  ...foundBlocks(items, about),
];
