import { ROLE_WORDS, wordFor } from '../bundle/report-words.ts';
import { sourceInWords } from '../bundle/source-words.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import type { Block } from './paper.ts';

/** Every file of the items in the order of the record: a paper's count of files is the length of this. */
export const filesOf = (items: readonly EvidenceItem[]) =>
  items.flatMap(({ id, record }) => record.artefacts.map((artefact) => ({ id, artefact })));

const digestLines = ({ sha256, sm3 }: { sha256: string; sm3: string }) => [`SHA-256 ${sha256}`, `SM3     ${sm3}`];

const kindInWords = (words: string, derived: boolean) =>
  derived && !words.includes('派生') ? `${words}（派生）` : words;

/** 电子数据清单: each file with kind, format and size, under the number by which the annex gives its digests. */
export function artefactList(items: readonly EvidenceItem[]): Block {
  return {
    kind: 'list',
    head: ['序号', '文件', '类别', '格式', '字节数'],
    widths: [8, 41, 18, 20, 13],
    rows: filesOf(items).map(({ id, artefact: { name, role, mediaType, size, derivedFrom } }, index) => [
      String(index + 1),
      `${id}/${name}`,
      kindInWords(wordFor(ROLE_WORDS, role), derivedFrom?.length !== undefined),
      mediaType,
      size.toLocaleString('zh-CN'),
    ]),
  };
}

/** 附表: both digests of every file, one a line, by the numbers of {@link artefactList}. */
export function digestAnnex(items: readonly EvidenceItem[]): Block[] {
  return [
    { kind: 'heading', text: '附表：文件完整性校验值' },
    {
      kind: 'list',
      head: ['序号', '文件与校验值'],
      widths: [8, 92],
      rows: filesOf(items).map(({ id, artefact }, index) => [
        String(index + 1),
        { text: `${id}/${artefact.name}`, digests: digestLines(artefact) },
      ]),
    },
  ];
}

/** Number, address and digests of each item, by which a paper names it. */
export function itemList(items: readonly EvidenceItem[]): Block {
  return {
    kind: 'list',
    head: ['证据编号', '页面标题、网址和封存记录校验值'],
    widths: [20, 80],
    rows: items.map(({ id, record, digest }) => [
      id,
      { text: `${record.page.title || '（无标题）'}\n${sourceInWords(record)}`, digests: digestLines(digest) },
    ]),
  };
}
