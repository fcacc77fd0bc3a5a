import type { ShownExplanation } from '../../rules/explanation.ts';
import { citedOn } from '../../rules/legal-basis.ts';
import type { RulePackStamp } from '../../rules/rule.ts';
import type { Ruleset } from '../../rules/ruleset.ts';
import type { Finding } from '../scan/finding.ts';
import { localDate } from './deadline.ts';
import type { EvidenceRecord, FrozenExplanation } from './record.ts';

type Cited = Pick<Finding, 'ruleId' | 'legalBasis'>;

/** The local day of a capture, whose law is cited. */
export const captureDay = ({ startedAt, timeZone }: Pick<EvidenceRecord, 'startedAt' | 'timeZone'>): string =>
  localDate(startedAt, timeZone);

/** Whether the pack that holds a rule now is the one that a record names: another one may have given its id to another rule. */
const isSamePack = (ruleset: Ruleset, ruleId: string, named: readonly RulePackStamp[]): boolean => {
  const pack = ruleset.packOf(ruleId);
  return pack !== undefined && named.some(({ sha256 }) => sha256 === pack.sha256);
};

/**
 * The explanations of the rules that have findings, a rule once. One whose pack is no longer the one that scanned is left out:
 * nobody can say any more what it said.
 * @param named stamps of the rules that scanned
 */
export function freezeExplanations(
  ruleset: Ruleset,
  named: readonly RulePackStamp[],
  findings: readonly Cited[],
  day: string,
): FrozenExplanation[] {
  const ids = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
  return ids.flatMap((ruleId) => {
    const known = isSamePack(ruleset, ruleId, named) ? ruleset.explain(ruleId, day) : undefined;
    return known ? [{ ruleId, ...known }] : [];
  });
}

/**
 * Explains a sealed finding by what was sealed with it. A record of an earlier version holds no explanations: the rules of today
 * speak for it, and say so; not for a rule of an office whose pack is another one by now.
 */
export function explainSealed(record: EvidenceRecord, finding: Cited, ruleset?: Ruleset): ShownExplanation {
  const frozen = record.explanations?.find(({ ruleId }) => ruleId === finding.ruleId);
  if (frozen) {
    const { ruleId: _id, legalBasis, ...rule } = frozen;
    return { rule, legalBasis, origin: 'record' };
  }
  const day = captureDay(record);
  const legalBasis = citedOn(finding.legalBasis, day);
  if (record.explanations) return { legalBasis, origin: 'record' };
  const isForeign =
    ruleset?.packOf(finding.ruleId)?.id === 'office' && !isSamePack(ruleset, finding.ruleId, record.rulePacks);
  const known = isForeign ? undefined : ruleset?.explain(finding.ruleId, day);
  if (!known) return { legalBasis, origin: 'later' };
  const { message, exceptions, advice, source } = known;
  return { rule: { message, exceptions, advice, source }, legalBasis, origin: 'later' };
}
