import { useMemo, useState } from 'preact/hooks';
import type { ShownExplanation } from '../../rules/explanation.ts';
import { t } from '../../utils/base/i18n.ts';
import type { FramedFinding } from '../../utils/reports/tab-report.ts';
import { SectionHead } from '../ui/SectionHead.tsx';
import { LevelCounts, MoveHint } from './ClaimsTrailing.tsx';
import { FindingGroup } from './FindingGroup.tsx';
import { FindingRow } from './FindingRow.tsx';
import { NotCounted } from './NotCounted.tsx';
import { shownWords } from './shown-words.ts';
import { findingKey, GROUPED_ABOVE, groupByRule, sortFindings } from './sort-findings.ts';
import { useFindingFolds } from './use-finding-folds.ts';
import { useFindingKeys } from './use-finding-keys.ts';
import './finding-list.css';

export interface FindingListProps {
  findings: readonly FramedFinding[];
  /** Claims begin folded, as below a sealed capture. */
  folded?: boolean;
  explain: (finding: FramedFinding) => ShownExplanation;
  onLocate: (finding: FramedFinding) => void;
  onDismiss: (finding: FramedFinding, dismissed: boolean) => void;
  /** Ctrl+Z: take back the last mark. */
  onUndo: () => void;
}

/** Claims, then what fell short and what is cited or negated (folded); moved through with J K, located with Enter, explained with B, struck off with M. */
export function FindingList({ findings, folded = false, explain, onLocate, onDismiss, onUndo }: FindingListProps) {
  const { claims, cited, possible, counts } = useMemo(() => sortFindings(findings), [findings]);
  const groups = useMemo(() => (claims.length > GROUPED_ABOVE ? groupByRule(claims) : null), [claims]);
  const folds = useFindingFolds(folded, groups?.[0]?.ruleId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [basisOf, setBasisOf] = useState<string | null>(null);

  const openClaims =
    groups?.filter(({ ruleId }) => folds.isGroupOpen(ruleId)).flatMap((group) => group.findings) ?? claims;
  const rows = [
    ...(folds.open.claims ? openClaims : []),
    ...(folds.open.possible ? possible : []),
    ...(folds.open.cited ? cited : []),
  ];
  const current = rows.some((row) => findingKey(row) === chosen) ? chosen : rows[0] ? findingKey(rows[0]) : null;
  const toggleBasis = (key: string) => setBasisOf(basisOf === key ? null : key);

  useFindingKeys({
    rows,
    current,
    onMove: (key) => {
      setChosen(key);
      setFocused(key);
    },
    onCommand: (command, finding) => {
      if (command === 'locate') onLocate(finding);
      else if (command === 'basis') toggleBasis(findingKey(finding));
      else if (finding.disposition === 'claim') onDismiss(finding, !finding.dismissed);
    },
    onUndo,
  });

  const words = shownWords(rows);
  const row = (finding: FramedFinding) => {
    const key = findingKey(finding);
    return (
      <FindingRow
        key={key}
        finding={finding}
        words={words.get(key)!}
        current={key === current}
        focused={key === focused}
        basisOpen={key === basisOf}
        explanation={explain(finding)}
        onSelect={() => {
          setChosen(key);
          setFocused(null);
        }}
        onLocate={() => onLocate(finding)}
        onToggleBasis={() => toggleBasis(key)}
        onDismiss={(dismissed) => onDismiss(finding, dismissed)}
      />
    );
  };

  return (
    <>
      {claims.length > 0 && (
        <SectionHead
          title={t('claims')}
          count={counts.strong + counts.weak}
          open={folds.open.claims}
          onToggle={() => folds.toggle('claims')}
          trailing={folds.open.claims ? <MoveHint /> : <LevelCounts {...counts} />}
        />
      )}
      {claims.length > 0 && folds.open.claims && (
        <ul aria-label={t('claims')}>
          {groups
            ? groups.map((group) => (
                <FindingGroup
                  key={group.ruleId}
                  name={group.ruleName}
                  count={group.findings.length}
                  open={folds.isGroupOpen(group.ruleId)}
                  onToggle={() => folds.toggleGroup(group.ruleId)}
                >
                  {group.findings.map(row)}
                </FindingGroup>
              ))
            : claims.map(row)}
        </ul>
      )}
      <NotCounted
        title={t('disposition_possible')}
        rows={possible}
        open={folds.open.possible}
        onToggle={() => folds.toggle('possible')}
        row={row}
      />
      <NotCounted
        title={t('level_cited')}
        rows={cited}
        open={folds.open.cited}
        onToggle={() => folds.toggle('cited')}
        row={row}
      />
    </>
  );
}
