import { useEffect, useState } from 'preact/hooks';
import type { Ruleset } from '../../rules/ruleset.ts';
import { rulesetInForce, watchRules } from '../store/rules-in-force.ts';

/** The ruleset in force, null until read; another one when the office's pack or its judging changes. */
export function useRuleset(): Ruleset | null {
  const [ruleset, setRuleset] = useState<Ruleset | null>(null);
  useEffect(() => {
    const follow = () => rulesetInForce().then(setRuleset, reportError);
    follow();
    return watchRules(follow);
  }, []);
  return ruleset;
}
