import type { RulePackError } from '../../rules/pack-error.ts';
import { type MessageKey, t, tData } from '../../utils/base/i18n.ts';

/** The parts of a pack's file, by what the rules page calls them. */
const PARTS: Readonly<Record<string, MessageKey>> = {
  name: 'rules_name',
  category: 'rules_category',
  level: 'rules_level',
  phrases: 'rules_phrases',
  families: 'rules_families',
  slots: 'rules_slots',
  allow: 'rules_allow',
  message: 'why',
  exceptions: 'exceptions',
  advice: 'advice',
  legalBasis: 'rules_basis',
  law: 'rules_law',
  article: 'rules_article',
  source: 'rules_source',
  examples: 'rules_examples',
  hit: 'rules_should_hit',
  miss: 'rules_should_miss',
};

/** `rules.0.phrases.3.text` as a person counts: 第 1 条规则 · 短语 · 第 4 项. */
function place(path: string): string {
  const keys = path.split('.').filter((key) => key !== '' && key !== 'text');
  const words = keys.map((key, index) => {
    if (key === 'rules') return /^\d+$/.test(keys[index + 1] ?? '') ? '' : t('section_rules');
    if (/^\d+$/.test(key))
      return t(keys[index - 1] === 'rules' ? 'packError_rule' : 'packError_entry', Number(key) + 1);
    const part = Object.hasOwn(PARTS, key) ? PARTS[key] : undefined;
    return part ? t(part) : key;
  });
  return words.filter((word) => word !== '').join(' · ') || t('packError_whole');
}

/** What the checker expected and got, for one who writes no code. */
function fault(expected: string, received: string): string {
  if (expected === 'never') return t('packError_unknown');
  if (received === 'undefined') return t('packError_missing');
  if (expected.startsWith('<=')) return t('packError_most', expected.slice(2));
  if (expected.startsWith('>=')) return t('packError_least', expected.slice(2));
  if (expected.startsWith('/')) return t('packError_unreadable', received);
  if (expected.startsWith('(')) return t('packError_choice', expected.slice(1, -1).replaceAll(' | ', t('listComma')));
  return t('packError_form', received);
}

/** The officer's sentence for a pack that does not load: where it is amiss, and how. */
export function packErrorText({ messageKey, values }: RulePackError): string {
  const [path = '', expected = '', received = ''] = values;
  return messageKey === 'rulePackMalformed'
    ? t('rulePackMalformed', place(path), fault(expected, received))
    : tData(messageKey, ...values);
}
