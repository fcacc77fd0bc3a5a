import type { Case } from '../evidence/case.ts';
import { itemList } from './artefact-list.ts';
import { certificateList, findingList } from './finding-list.ts';
import { BLANK, type Block, orBlank, type Words } from './paper.ts';
import type { PaperItem } from './paper-item.ts';

export type Row = readonly [label: string, value: Words];

/** Stands over every one of these papers: no official form of them was at hand. */
export const DRAFT_NOTE =
  '要素稿：按案件现有事实列出文书要素，不是法定文书格式。使用前请按本机关文书式样制作，并核对所引条款。';

export const facts = (rows: readonly Row[]): Block => ({ kind: 'facts', rows });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (words: string): Block => ({ kind: 'text', text: words });

/** To whom a letter goes; asked for, since no case says it. */
export const addressee = (label: string): Block => ({ kind: 'text', text: BLANK, ask: label });

/** The party as the case has it; what it does not know is asked for. */
export const partyRows = ({ party }: Case): Row[] => [
  ['当事人', orBlank(party.name)],
  ['统一社会信用代码', orBlank(party.creditCode)],
  ['住所地', orBlank(party.registeredAddress)],
  ['实际经营地', orBlank(party.businessAddress)],
  ['联系方式', orBlank(party.contact)],
];

export const placeRows = ({ platform, shop, party }: Case): Row[] => [
  ['平台名称', orBlank(platform)],
  ['店铺或账号', orBlank(shop)],
  ['网站备案号', orBlank(party.icpNumber)],
];

/** What was found so far, with the evidence that it rests on; nothing where no evidence is filed under the case. */
export function foundBlocks(items: readonly PaperItem[], about: Case): Block[] {
  if (items.length === 0) return [text('案内尚无封存的证据。')];
  return [
    heading('疑似表述'),
    findingList(items, about),
    heading('证书与报告'),
    certificateList(items),
    heading('证据'),
    itemList(items),
  ];
}

/** How many items and files go along. */
export const attached = (items: readonly PaperItem[]): string =>
  items.length === 0
    ? '无'
    : `证据包 1 个：证据 ${items.length} 件，文件 ${items.reduce((sum, { record }) => sum + record.artefacts.length, 0)} 个`;
