import { localTime } from '../bundle/report-words.ts';
import type { CaseLetter } from './case-letters.ts';
import { DRAFT_NOTE, facts, heading, text } from './case-paper-parts.ts';
import { environmentRows } from './environment-rows.ts';
import { BLANK } from './paper.ts';
import { extractorsOf } from './paper-item.ts';

/** 清洁性检查报告: what was checked of the machine before the captures, as their sealed statements say it; the rest is asked for. */
export const cleanlinessReport: CaseLetter = (_about, items) => [
  text(DRAFT_NOTE),
  text('本报告参照司法行政行业标准 SF/T 0091—2021 关于清洁性检查的要求列出检查事项，不表示符合该标准。'),
  heading('取证'),
  {
    kind: 'list',
    head: ['证据编号', '开始时间', '网址'],
    widths: [20, 28, 52],
    rows: items.map(({ id, record }) => [id, localTime(record.startedAt, record.timeZone), record.page.url]),
  },
  heading('环境与时间'),
  facts([
    ...environmentRows(items),
    ['病毒和恶意程序检查', BLANK],
    ['代理、VPN 和域名解析设置检查', BLANK],
    ['检查人员', items.length > 0 ? extractorsOf(items) : BLANK],
    ['检查结论', BLANK],
  ]),
  { kind: 'signatures', lines: ['检查人（签名）', '检查人（签名）'] },
];
