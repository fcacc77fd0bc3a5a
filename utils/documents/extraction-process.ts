import { localTime, METHOD_WORDS, wordFor } from '../bundle/report-words.ts';
import { originInWords } from '../bundle/source-words.ts';
import type { ArtefactRole, EvidenceItem } from '../evidence/record.ts';
import type { Block } from './paper.ts';

/** How each item was taken, one paragraph an item: only steps of which the record holds the result. */
export const extractionProcess = (items: readonly EvidenceItem[]): Block[] =>
  items.map((item) => ({ kind: 'text', text: processOf(item.record) }));

function processOf(record: EvidenceItem['record']): string {
  const { id, page, method, startedAt, sealedAt, timeZone, artefacts } = record;
  const has = (...roles: readonly ArtefactRole[]) => artefacts.some((artefact) => roles.includes(artefact.role));
  const steps = [
    ...(has('view-before') ? ['截取可见画面'] : []),
    ...(has('archive') ? ['保存网页存档'] : []),
    ...(has('original') ? ['保存原始文件'] : []),
    ...(has('tile', 'pdf-page') ? [wordFor(METHOD_WORDS, method)] : []),
    ...(has('network', 'tls') ? ['记录网络信息'] : []),
    ...(has('environment') ? ['记录取证环境'] : []),
    ...(has('view-after') ? ['再次截取可见画面'] : []),
  ];
  const loaded = page.loadedFrom === undefined ? '' : `（页面载入自 ${page.loadedFrom}，其脚本此后改了地址栏）`;
  const begun = `${id}：${localTime(startedAt, timeZone)} 对 ${page.url} ${loaded}开始取证；`;
  const ended = `${localTime(sealedAt, timeZone)} 计算全部 ${artefacts.length} 个文件的 SHA-256 和 SM3 校验值并封存。`;
  if (record.external)
    return `${id}：${originInWords(record.external)}。${localTime(startedAt, timeZone)} 保存图片文件的全部字节，识别并扫描图片文字；${ended}`;
  const recording = has('recording') ? '取证过程的录屏列入清单。' : '本次未录屏。';
  return `${begun}${steps.map((step) => `${step}；`).join('')}${ended}${recording}`;
}

/** What could not be had, and why. */
export function notCapturedList(items: readonly EvidenceItem[]): Block {
  const rows = items.flatMap(({ id, record }) => record.notCaptured.map(({ what, reason }) => [id, what, reason]));
  if (!rows.length) return { kind: 'text', text: '无。' };
  return { kind: 'list', head: ['证据编号', '事项', '原因'], widths: [20, 35, 45], rows };
}
