import type { FramedFinding } from '../../utils/reports/tab-report.ts';
import type { MarkKind } from '../ui/LevelMark.tsx';

/** From this many rows on, claims are listed in groups by rule. */
export const GROUPED_ABOVE = 50;

/** Finding ids are unique per frame only; this one is unique in the tab. */
export const findingKey = (finding: FramedFinding): string => `${finding.frameId}:${finding.id}`;

export const markOf = (finding: FramedFinding): MarkKind => (finding.disposition === 'claim' ? finding.level : 'cited');

/** Strong before weak, then by frame and place on the page; false positives last. */
function compare(a: FramedFinding, b: FramedFinding): number {
  const weight = (finding: FramedFinding) => (finding.dismissed ? 2 : 0) + (finding.level === 'strong' ? 0 : 1);
  return weight(a) - weight(b) || a.frameId - b.frameId || a.position - b.position;
}

export interface SortedFindings {
  /** What the page claims, in the order of the list, false positives at the end. */
  claims: readonly FramedFinding[];
  /** Quoted or negated: listed, not counted. */
  cited: readonly FramedFinding[];
  /** Fell short of a claim: listed, not counted. */
  possible: readonly FramedFinding[];
  /** Claims that count: without false positives. */
  counts: { strong: number; weak: number; cited: number };
}

/** Puts the findings of a tab into the two lists of the panel and counts them. */
export function sortFindings(findings: readonly FramedFinding[]): SortedFindings {
  const sorted = [...findings].sort(compare);
  const claims = sorted.filter((finding) => finding.disposition === 'claim');
  const possible = sorted.filter((finding) => finding.disposition === 'possible');
  const cited = sorted.filter(({ disposition }) => disposition === 'cited' || disposition === 'negated');
  const count = (level: FramedFinding['level']) =>
    claims.filter((finding) => !finding.dismissed && finding.level === level).length;
  return { claims, cited, possible, counts: { strong: count('strong'), weak: count('weak'), cited: cited.length } };
}

export interface FindingGroup {
  ruleId: string;
  ruleName: string;
  findings: readonly FramedFinding[];
}

/** Findings by rule, the rule that comes first in the list first. */
export function groupByRule(findings: readonly FramedFinding[]): FindingGroup[] {
  const groups = new Map<string, { ruleId: string; ruleName: string; findings: FramedFinding[] }>();
  for (const finding of findings) {
    const group = groups.get(finding.ruleId);
    if (group) group.findings.push(finding);
    else groups.set(finding.ruleId, { ruleId: finding.ruleId, ruleName: finding.ruleName, findings: [finding] });
  }
  return [...groups.values()];
}
