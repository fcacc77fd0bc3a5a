import { ExpectedFailure } from '../base/expected-failure.ts';

/** A template that the office offers, or set, cannot be used; the sentence says why. */
export class TemplateError extends ExpectedFailure {
  override name = 'TemplateError';
}
