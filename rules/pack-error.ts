/** What can be wrong with a rule pack that someone hands in, by the locale key of its sentence. */
export type RulePackProblem =
  | 'rulePackNotJson'
  | 'rulePackNotJsonAt'
  | 'rulePackTooLarge'
  | 'rulePackMalformed'
  | 'rulePackTemplate'
  | 'rulePackUnknownList'
  | 'rulePackTooManyWords'
  | 'rulePackTooManyPhrases'
  | 'rulePackEncoding'
  | 'rulePackDuplicate'
  | 'rulePackUnknownRule'
  | 'rulePackExampleFailed';

/** A rule pack that does not load. `messageKey` names the officer's sentence, `values` fill its $1, $2, …. */
export class RulePackError extends Error {
  readonly messageKey: RulePackProblem;
  readonly values: readonly string[];
  constructor(messageKey: RulePackProblem, ...values: readonly string[]) {
    super(`${messageKey}: ${values.join(', ')}`);
    this.name = 'RulePackError';
    this.messageKey = messageKey;
    this.values = values;
  }
}
