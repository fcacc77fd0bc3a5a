import { MASKED_VALUES, type MaskedValue } from '../../rules/masked-values.ts';

/** Whether a value is covered or put off (****, 详见原件) rather than shown. */
export const isMasked = (value: string): boolean => maskOf(value) !== undefined;

/** The record of what covers a value; undefined for a value that is shown. */
export function maskOf(value: string): MaskedValue | undefined {
  const text = value.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const bare = text.replace(/(?<![。.;,!])[。.;,!]+$/, '');
  return MASKED_VALUES.find(({ pattern }) => pattern.test(bare) || pattern.test(text));
}
