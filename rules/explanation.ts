import { type CitedArticle, citedOn, type LegalReference } from './legal-basis.ts';
import type { Ruleset, RuleWords } from './ruleset.ts';

/** What is shown beside a finding. */
export interface ShownExplanation {
  /** Absent when the rule is gone, or was when the record was sealed. */
  rule?: RuleWords;
  legalBasis: readonly CitedArticle[];
  /** The rules in force, for a page in view; the sealed record; or the rules of today, for a record that holds no explanation. */
  origin: 'in-force' | 'record' | 'later';
}

/** Explains a finding of a page in view. @param day whose law is cited, ISO 8601 */
export function explainFinding(
  ruleset: Ruleset,
  { ruleId, legalBasis: references }: { ruleId: string; legalBasis: readonly LegalReference[] },
  day: string,
): ShownExplanation {
  const known = ruleset.explain(ruleId, day);
  if (!known) return { legalBasis: citedOn(references, day), origin: 'in-force' };
  const { legalBasis, ...rule } = known;
  return { rule, legalBasis, origin: 'in-force' };
}
