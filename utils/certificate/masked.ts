import { MASKED_VALUES } from '../../rules/masked-values.ts';

/** Whether a value is covered or put off (****, 详见原件) rather than shown. */
export function isMasked(value: string): boolean {
  const text = value.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const bare = text.replace(/(?<![。.;,!])[。.;,!]+$/, '');
  return MASKED_VALUES.some(({ pattern }) => pattern.test(bare) || pattern.test(text));
}
