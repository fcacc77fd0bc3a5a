import { browser } from '#imports';
import type messages from '../../public/_locales/zh_CN/messages.json';

/** Every key of the locale files; a missing one is a type error. */
export type MessageKey = keyof typeof messages;

/** The sentence of the browser's language, Chinese by default; `$1`…`$9` are replaced by `values`. */
export function t(key: MessageKey, ...values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key as never, values.map(String));
}

type Underscored<Id extends string> = Id extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Id;

/** The locale key of an id under a prefix: locale keys hold no hyphens, so `number-format` becomes `problem_number_format`. */
export function keyOf<Prefix extends string, Id extends string>(
  prefix: Prefix,
  id: Id,
): `${Prefix}_${Underscored<Id>}` {
  return `${prefix}_${id.replaceAll('-', '_')}` as `${Prefix}_${Underscored<Id>}`;
}

/** The sentence for a key that arrives as data; the key itself when the locale files do not know it. */
export function tData(key: string, ...values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key as never, values.map(String)) || key;
}
