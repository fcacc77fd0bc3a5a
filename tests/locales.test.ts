import { describe, expect, it } from 'vitest';
import english from '../public/_locales/en/messages.json' with { type: 'json' };
import chinese from '../public/_locales/zh_CN/messages.json' with { type: 'json' };

type Messages = Record<string, { message: string }>;

const placeholders = (message: string) => [...message.matchAll(/\$\d/g)].map(String).sort();

describe('the locale files', () => {
  it('hold the same keys, sorted', () => {
    expect(Object.keys(english)).toEqual(Object.keys(chinese));
    expect(Object.keys(chinese)).toEqual(Object.keys(chinese).sort());
  });

  it('hold keys that the browser accepts', () => {
    expect(Object.keys(chinese).filter((key) => !/^\w+$/.test(key))).toEqual([]);
  });

  it.each(Object.entries(chinese as Messages))('%s takes the same values in both', (key, { message }) => {
    const other = (english as Messages)[key]!.message;
    expect(placeholders(other)).toEqual(placeholders(message));
    expect(other).not.toBe('');
  });

  it('never call a page unlawful or a paper forged', () => {
    const verdicts = /(?<!涉嫌)违法|造假|确认为|骗子|！/;
    expect(Object.entries(chinese).filter(([, { message }]) => verdicts.test(message))).toEqual([]);
  });
});
