import type messages from '../../public/_locales/zh_CN/messages.json';

/** A key of the locale files that names a failure. */
export type FailureKey = Extract<keyof typeof messages, `error_${string}`>;

/**
 * A failure that is part of ordinary life (disk full, damaged file, no connection): it carries the locale key of the one
 * sentence that the officer reads, and that sentence's substitutions. Everything else is a defect and stays loud.
 */
export class ExpectedFailure extends Error {
  override name = 'ExpectedFailure';
  readonly key: FailureKey;
  readonly values: readonly string[];

  constructor(key: FailureKey, values: readonly string[] = [], options?: ErrorOptions) {
    super([key, ...values].join(' '), options);
    this.key = key;
    this.values = values;
  }
}

/** The expected failure that an error is, also when it came through a message and lost its class; null for a defect. */
export function asExpectedFailure(error: unknown): Pick<ExpectedFailure, 'key' | 'values'> | null {
  if (!(error instanceof Error) || !('key' in error) || !('values' in error)) return null;
  const { key, values } = error;
  const known = typeof key === 'string' && key.startsWith('error_') && Array.isArray(values);
  return known ? { key: key as FailureKey, values: values.map(String) } : null;
}
