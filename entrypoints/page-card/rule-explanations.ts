import { type LegalReference, legalBasisOn } from '../../rules/legal-basis.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Ruleset } from '../../rules/ruleset.ts';
import type { Finding } from '../../utils/scan/finding.ts';

/** What the card says of a rule, and where its wording was published when that is known of the wording itself. */
export interface Explanation {
  /** The articles whose numbering applies today. */
  legalBasis: readonly LegalReference[];
  rule?: Rule;
  phraseSource?: string;
}

/** Finds the rules behind findings among those in force. */
export function ruleExplanations(rules: Ruleset, today: () => string): (finding: Finding) => Explanation {
  return ({ ruleId, phrase, legalBasis: references }) => {
    const legalBasis = legalBasisOn(references, today());
    const rule = rules.rule(ruleId);
    if (!rule) return { legalBasis };
    const wording = rule.phrases?.find(({ text }) => text === phrase);
    // The notice lists its wordings one by one, so its rule's source is the wording's; a family's is not.
    const phraseSource = wording?.source ?? (wording ? rule.source : undefined);
    return { legalBasis, rule, ...(phraseSource ? { phraseSource } : {}) };
  };
}
