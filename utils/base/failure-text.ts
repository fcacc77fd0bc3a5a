import { ExpectedFailure } from './expected-failure.ts';
import { t } from './i18n.ts';

/** The officer's sentence for an expected failure. Anything else is a defect: it is reported, and told as one. */
export function failureText(error: unknown): string {
  if (error instanceof ExpectedFailure) return t(error.key, ...error.values);
  reportError(error);
  return t('error_unexpected', error instanceof Error ? error.message : String(error));
}
