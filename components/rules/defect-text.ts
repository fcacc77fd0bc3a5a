import type { RuleDefect, RuleField } from '../../rules/rule-defects.ts';
import { keyOf, type MessageKey, t } from '../../utils/base/i18n.ts';

const LABELS: Readonly<Record<RuleField, MessageKey>> = {
  name: 'rules_name',
  phrases: 'rules_phrases',
  families: 'rules_families',
  allow: 'rules_allow',
  message: 'why',
  exceptions: 'exceptions',
  advice: 'advice',
  legalBasis: 'rules_basis',
  source: 'rules_source',
  hit: 'rules_should_hit',
  miss: 'rules_should_miss',
};

/** What a field lacks, and what to do about it. */
export function defectText({ field, problem, most }: RuleDefect): string {
  if (problem === 'missing' && field === 'phrases') return t('defect_noWording');
  if (problem === 'missing' && (field === 'hit' || field === 'miss')) return t('defect_noExample');
  if (problem === 'missing' && field === 'families') return t('defect_noSlotWord');
  return t(keyOf('defect', problem), most ?? '');
}

/** The same as a sentence that names the field. */
export const defectSentence = (defect: RuleDefect): string =>
  t('rules_defect', t(LABELS[defect.field]), defectText(defect));
