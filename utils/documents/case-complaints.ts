import type { CaseLetter } from './case-letters.ts';
import { addressee, attached, DRAFT_NOTE, facts, text } from './case-paper-parts.ts';
import { BLANK, orBlank } from './paper.ts';

/** 举报登记表: who reported is never known to the product and is asked for. */
export const complaintEntry: CaseLetter = (about, items, office) => [
  text(DRAFT_NOTE),
  facts([
    ['登记单位', orBlank(office)],
    ['编号', orBlank(about.number)],
    ['举报人姓名', BLANK],
    ['举报人电话', BLANK],
    ['举报人地址', BLANK],
    ['举报人证件号码', BLANK],
    ['被举报人名称', orBlank(about.party.name || about.shop)],
    ['被举报人地址', orBlank(about.party.registeredAddress || about.party.businessAddress)],
    ['收到日期', orBlank(about.foundOn)],
    ['线索与事实依据', orBlank(about.summary)],
    ['已固定的证据', items.map(({ id }) => id).join('、') || '无'],
  ]),
  { kind: 'signatures', lines: ['举报人（签名）', '登记人（签名）'] },
];

/** 分送通知书: to whom a report was passed on, and by when its result is wanted. */
export const complaintForwarding: CaseLetter = (about, items, office) => [
  text(DRAFT_NOTE),
  addressee('分送单位'),
  facts([
    ['登记编号', orBlank(about.number)],
    ['收到日期', orBlank(about.foundOn)],
    ['被举报人名称', orBlank(about.party.name || about.shop)],
    ['事项', orBlank(about.summary)],
    ['分送日期', BLANK],
    ['处理结果报告期限', BLANK],
    ['附材料', attached(items)],
    ['分送单位（本单位）', orBlank(office)],
  ]),
];
