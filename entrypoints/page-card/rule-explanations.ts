import { explainFinding, type ShownExplanation } from '../../rules/explanation.ts';
import type { Ruleset } from '../../rules/ruleset.ts';
import type { Finding } from '../../utils/scan/finding.ts';

/** What the card says of a finding, and where its wording was published when that is known of the wording itself. */
export interface CardExplanation extends Pick<ShownExplanation, 'rule' | 'legalBasis'> {
  phraseSource?: string;
}

/** Finds the rules behind findings among those in force. */
export function ruleExplanations(ruleset: Ruleset, today: () => string): (finding: Finding) => CardExplanation {
  return (finding) => {
    const { rule, legalBasis } = explainFinding(ruleset, finding, today());
    if (!rule) return { legalBasis };
    const wording = ruleset.rule(finding.ruleId)?.phrases?.find(({ text }) => text === finding.phrase);
    // The notice lists its wordings one by one, so its rule's source is the wording's; a family's is not.
    const phraseSource = wording?.source ?? (wording ? rule.source : undefined);
    return { legalBasis, rule, ...(phraseSource ? { phraseSource } : {}) };
  };
}
