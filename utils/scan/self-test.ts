import { expandWords } from '../../rules/expand-words.ts';
import { RulePackError } from '../../rules/pack-error.ts';
import type { Rule, RulePack } from '../../rules/rule.ts';
import { createScanner } from './scanner.ts';

/** An example that does not hold: a `hit` without a claim of its rule, or a `miss` with one. Of a signal only the words count: what they are worth, the page decides. */
export interface ExampleFailure {
  ruleId: string;
  kind: 'hit' | 'miss';
  text: string;
}

/** Every example of the pack that does not hold when the pack, as written, is scanned alone. */
export function failedExamples(written: RulePack): ExampleFailure[] {
  const pack = expandWords(written);
  const scanner = createScanner([{ ...pack, rules: pack.rules.map(({ disabled: _off, ...rule }) => rule) }]);
  const claims = (text: string, { id, force }: Rule) =>
    scanner
      .scanText(text, { keepUnsupported: true })
      .some(({ ruleId, disposition, signs = [] }) =>
        force ? signs.some((sign) => sign.id === id) : ruleId === id && disposition === 'claim',
      );
  return pack.rules.flatMap((rule) => {
    const failure = (kind: ExampleFailure['kind']) => (text: string) => ({ ruleId: rule.id, kind, text });
    return [
      ...rule.examples.hit.filter((text) => !claims(text, rule)).map(failure('hit')),
      ...rule.examples.miss.filter((text) => claims(text, rule)).map(failure('miss')),
    ];
  });
}

const nameOf = ({ rules }: RulePack, ruleId: string) => rules.find(({ id }) => id === ruleId)?.name || ruleId;

/** Returns the pack when all its examples hold. Throws {@link RulePackError} naming the first rule and example that does not. */
export function selfTested(written: RulePack): RulePack {
  const [failure] = failedExamples(written);
  if (failure) throw new RulePackError('rulePackExampleFailed', nameOf(written, failure.ruleId), failure.text);
  return written;
}
