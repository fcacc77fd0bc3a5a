import { message } from './locale.ts';

const locale = new URLSearchParams(location.search).get('locale') === 'en' ? 'en' : 'zh_CN';

/** Stands in for the extension's `browser` in the gallery, which runs as an ordinary page. */
export const browser = {
  i18n: { getMessage: (key: string, values?: string[]) => message(locale, key, values) },
};
