import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import type { RulePack } from '../../rules/rule.ts';
import { WRITTEN_PACKS } from '../../rules/written-packs.ts';
import { createScanner } from '../../utils/scan/scanner.ts';
import { failedExamples, selfTested } from '../../utils/scan/self-test.ts';

describe('the examples of the built-in packs', () => {
  it.each(WRITTEN_PACKS.map((pack) => [pack.id, pack] as const))('hold in %s', (_id, pack) => {
    expect(failedExamples(pack)).toEqual([]);
  });

  it('hold beside each other: a miss of one rule is no claim of any wording', () => {
    // What a signal is worth depends on the page; its examples are of its words alone.
    const wordings = BUILT_IN_PACKS.filter(({ rules }) => rules.every(({ force }) => !force));
    const scanner = createScanner(wordings);
    const claims = wordings
      .flatMap((pack) => pack.rules)
      .flatMap((rule) => rule.examples.miss.map((text) => [rule.id, text] as const))
      .flatMap(([id, text]) =>
        scanner
          .scanText(text)
          .filter((finding) => finding.disposition === 'claim')
          .map((finding) => `${id}: ${text} → ${finding.ruleId} ${finding.matchedText}`),
      );
    expect(claims).toEqual([]);
  });
});

describe('selfTested', () => {
  const pack = (examples: RulePack['rules'][number]['examples']): RulePack => ({
    id: 'sample',
    version: '1.0.0',
    name: '样例',
    rules: [{ ...BUILT_IN_PACKS[0]!.rules[0]!, phrases: [{ text: '立等可取证书' }], examples }],
  });

  it('names the rule and the example that fails', () => {
    const failing = pack({ hit: ['证书立等可取'], miss: [] });
    expect(() => selfTested(failing)).toThrow(
      expect.objectContaining({
        messageKey: 'rulePackExampleFailed',
        values: [failing.rules[0]!.name, '证书立等可取'],
      }),
    );
    expect(() => selfTested(pack({ hit: [], miss: ['立等可取证书'] }))).toThrow('立等可取证书');
  });

  it('tests rules that are switched off too', () => {
    const off = pack({ hit: ['无关'], miss: [] });
    expect(failedExamples({ ...off, rules: off.rules.map((rule) => ({ ...rule, disabled: true })) })).toHaveLength(1);
  });
});
