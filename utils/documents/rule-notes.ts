import { explainSealed } from '../evidence/frozen-explanation.ts';
import type { Block } from './paper.ts';
import type { PaperItem } from './paper-item.ts';

/**
 * What the rules of the listed findings say, each once, in the words that were sealed with the evidence: why it is suspected, what
 * is known to be an exception, what to check. Of rules whose words were not sealed only that is said: those of today may be others.
 */
export function ruleNotes(items: readonly PaperItem[]): Block[] {
  const rows = new Map<string, readonly string[]>();
  const unsealed = new Set<string>();
  for (const { record, dismissed } of items)
    for (const finding of record.findings) {
      if (finding.disposition !== 'claim' || dismissed.includes(finding.id)) continue;
      const { rule } = explainSealed(record, finding);
      if (!rule) {
        unsealed.add(finding.ruleName);
        continue;
      }
      const row = [finding.ruleName, rule.message, rule.exceptions || '无', rule.advice || '无'];
      rows.set(JSON.stringify(row), row);
    }
  const table: Block[] = rows.size
    ? [
        { kind: 'text', text: '上列规则的说明（随证据封存）：' },
        {
          kind: 'list',
          head: ['规则', '疑似理由', '已知例外', '核查建议'],
          widths: [16, 28, 28, 28],
          rows: [...rows.values()],
        },
      ]
    : [];
  const missing = [...unsealed].map((name) => `“${name}”`).join('、');
  return missing ? [...table, { kind: 'text', text: `规则${missing}的说明未随证据封存。` }] : table;
}
