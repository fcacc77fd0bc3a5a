import { useEffect, useMemo, useState } from 'preact/hooks';
import { BUILT_IN_PACKS } from '../../../rules/index.ts';
import { type OfficePack, withOfficePack } from '../../../rules/office-overlay.ts';
import { checkOfficePack } from '../../../rules/office-pack.ts';
import { RulePackError } from '../../../rules/pack-error.ts';
import type { RulePack } from '../../../rules/rule.ts';
import { ruleDefects } from '../../../rules/rule-defects.ts';
import { createScanner, type Scanner } from '../../../utils/scan/scanner.ts';
import { type ExampleFailure, failedExamples } from '../../../utils/scan/self-test.ts';

/** Milliseconds without a change after which the rules are compiled anew. */
const SETTLED_AFTER = 150;

export interface RuleTest {
  /** Finds with the rules as they are edited, but for those that are not whole yet. */
  scanner: Scanner;
  /** Examples that do not hold; null while the newest change is not tried yet. */
  failures: readonly ExampleFailure[] | null;
  /** What is wrong with the pack as a whole. */
  problem: RulePackError | null;
}

const tried = new WeakMap<RulePack, readonly ExampleFailure[]>();

/** The examples of a pack that do not hold; a pack that nobody changed is not tried again. */
function failuresOf(pack: RulePack): readonly ExampleFailure[] {
  let failures = tried.get(pack);
  if (!failures) {
    failures = failedExamples({ ...pack, rules: pack.rules.filter(({ disabled }) => !disabled) });
    tried.set(pack, failures);
  }
  return failures;
}

/** The pack without rules that are not whole yet; or why no scanner can be made of it. */
function usable(office: OfficePack): OfficePack | RulePackError {
  try {
    return checkOfficePack(
      { ...office, rules: office.rules.filter((rule) => ruleDefects(rule).length === 0) },
      BUILT_IN_PACKS,
    );
  } catch (error) {
    if (error instanceof RulePackError) return error;
    throw error;
  }
}

/** The rules as they are edited, compiled and tried on their examples once the typing pauses. */
export function useRuleTest(office: OfficePack, saved: OfficePack): RuleTest {
  const [settled, setSettled] = useState(office);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(office), SETTLED_AFTER);
    return () => clearTimeout(timer);
  }, [office]);

  const { packs, problem } = useMemo(() => {
    const checked = usable(settled);
    const refused = checked instanceof RulePackError;
    return { packs: withOfficePack(BUILT_IN_PACKS, refused ? saved : checked), problem: refused ? checked : null };
  }, [settled, saved]);
  const scanner = useMemo(() => createScanner(packs), [packs]);

  const [result, setResult] = useState<{ packs: typeof packs; failures: readonly ExampleFailure[] } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setResult({ packs, failures: packs.flatMap(failuresOf) }));
    return () => clearTimeout(timer);
  }, [packs]);
  const current = settled === office && result?.packs === packs && problem === null;
  return { scanner, failures: current ? result.failures : null, problem };
}
