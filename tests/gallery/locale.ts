import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import chinese from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };

const FILES = { zh_CN: chinese, en: english } as const;

/** What `browser.i18n.getMessage` answers: the message of the locale file with `$1`…`$9` replaced, or ''. */
export function message(locale: keyof typeof FILES, key: string, values: readonly string[] = []): string {
  const found = (FILES[locale] as Record<string, { message: string } | undefined>)[key];
  return found ? found.message.replace(/\$([1-9])/g, (_, at: string) => values[Number(at) - 1] ?? '') : '';
}
