import { useState } from 'preact/hooks';

/** The parts of the list of findings that fold. */
export type FindingPart = 'claims' | 'possible' | 'cited';

/**
 * What is open in the list of findings: claims are, what does not count is not, and of the groups of a long list the first one is.
 * @param folded claims begin folded
 */
export function useFindingFolds(folded: boolean, firstGroup: string | undefined) {
  const [open, setOpen] = useState({ claims: !folded, possible: false, cited: false });
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  return {
    open,
    toggle: (part: FindingPart) => setOpen({ ...open, [part]: !open[part] }),
    isGroupOpen: (ruleId: string) => (ruleId === firstGroup) !== toggled.has(ruleId),
    toggleGroup(ruleId: string) {
      const next = new Set(toggled);
      if (!next.delete(ruleId)) next.add(ruleId);
      setToggled(next);
    },
  };
}
