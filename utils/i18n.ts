import { browser } from '#imports';
import type messages from '../public/_locales/zh_CN/messages.json';

/** Every key of the locale files; a missing one is a type error. */
export type MessageKey = keyof typeof messages;

/** The sentence of the browser's language, Chinese by default; `$1`…`$9` are replaced by `values`. */
export function t(key: MessageKey, ...values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key as never, values.map(String));
}
