import { ROLE_WORDS, wordFor } from '../bundle/report-words.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import type { Block } from './paper.ts';

/** 电子数据清单: each file with kind, format, size and both digests. */
export function artefactList(items: readonly EvidenceItem[]): Block {
  const rows = items.flatMap(({ id, record }) =>
    record.artefacts
      .filter((artefact) => artefact.role !== 'thumbnail')
      .map(({ name, role, mediaType, size, sha256, sm3 }) => [
        `${id}/${name}`,
        wordFor(ROLE_WORDS, role),
        mediaType,
        size.toLocaleString('zh-CN'),
        `SHA-256 ${sha256}\nSM3 ${sm3}`,
      ]),
  );
  return {
    kind: 'list',
    head: ['序号', '文件', '类别', '格式', '字节数', '完整性校验值'],
    widths: [6, 22, 13, 12, 10, 37],
    rows: rows.map((row, index) => [String(index + 1), ...row]),
  };
}

/** Number, address and digests of each item, by which a paper names it. */
export function itemList(items: readonly EvidenceItem[]): Block {
  return {
    kind: 'list',
    head: ['证据编号', '页面标题与网址', '封存记录校验值'],
    widths: [18, 42, 40],
    rows: items.map(({ id, record, digest }) => [
      id,
      `${record.page.title || '（无标题）'}\n${record.page.url}`,
      `SHA-256 ${digest.sha256}\nSM3 ${digest.sm3}`,
    ]),
  };
}
