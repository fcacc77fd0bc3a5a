import { FIELD_WORDS, KIND_WORDS, PROBLEM_WORDS, wordFor } from '../bundle/report-words.ts';
import type { Case } from '../evidence/case.ts';
import { type ConductLaw, lawOfConduct } from '../evidence/conduct-law.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { BLANK, type Block, type Words } from './paper.ts';

/** Claims that no person struck off, with their words as they stand on the page and the versions of the law. */
export function findingList(items: readonly EvidenceItem[], about?: Case): Block {
  const rows = items.flatMap(({ id, record, dismissed }) =>
    record.findings
      .filter((finding) => finding.disposition === 'claim' && !dismissed.includes(finding.id))
      .map((finding): Words[] => [
        id,
        `${finding.prefix}【${finding.matchedText}】${finding.suffix}`,
        finding.ruleName,
        lawWords(lawOfConduct(record, finding, about)) || BLANK,
      ]),
  );
  if (!rows.length) return { kind: 'text', text: '无。' };
  return { kind: 'list', head: ['证据编号', '原文', '规则', '依据'], widths: [16, 36, 16, 32], rows };
}

/** One article a line, with its version. */
function lawWords({ articles, undecided }: ConductLaw): string {
  const lines = articles.map(({ law, article, version }) => `${law}${article}（${version}）`);
  const note = undecided ? ['行为跨越修订，新旧规定并列，依《行政处罚法》第三十七条选择适用'] : [];
  return [...lines, ...note].join('\n');
}

/** Certificates and reports with what they lack and what is doubtful; a person fills in what a look-up gave. */
export function certificateList(items: readonly EvidenceItem[]): Block {
  const rows = items.flatMap(({ id, record }) =>
    record.certificates.map(({ kind, fields, missing, problems }): Words[] => [
      id,
      wordFor(KIND_WORDS, kind),
      fields.certificateNumber?.value ?? '未显示',
      [
        ...missing.map((field) => `缺失：${wordFor(FIELD_WORDS, field)}`),
        ...problems.map(({ code, detail }) => `存疑：${wordFor(PROBLEM_WORDS, code)}，${detail}`),
      ].join('\n') || '无缺失和存疑',
      BLANK,
    ]),
  );
  if (!rows.length) return { kind: 'text', text: '无。' };
  const head = ['证据编号', '类别', '编号', '缺失和存疑', '核查结果'];
  return { kind: 'list', head, widths: [16, 18, 20, 28, 18], rows };
}
