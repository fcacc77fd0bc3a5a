import chinese from '../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { asExpectedFailure } from '../utils/base/expected-failure.ts';
import type { Reason } from '../utils/patrol/reason.ts';

/** The Chinese sentence of a locale key, `$1`…`$9` replaced; the key itself when there is none. */
export function sentence(key: string, values: readonly string[] = []): string {
  const message = (chinese as Record<string, { message: string }>)[key]?.message ?? key;
  return message.replace(/\$([1-9])/g, (_whole, place: string) => values[Number(place) - 1] ?? '');
}

/** Why an address was not done, as a sentence. */
export const reasonSentence = ({ id, value }: Reason): string =>
  sentence(`patrolReason_${id.replaceAll('-', '_')}`, value === undefined ? [] : [value]);

/** The sentence of an expected failure; the message of any other error. */
export function errorSentence(error: unknown): string {
  const expected = asExpectedFailure(error);
  return expected ? sentence(expected.key, expected.values) : (error as Error).message;
}

/** Text from a foreign page or list must not steer the terminal. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '�');
