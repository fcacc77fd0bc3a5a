import { describe, expect, it } from 'vitest';
import { OFFER_SIGNS, WORD_LIST_TITLES, wordListTitle } from '../../rules/context/word-lists.ts';

describe('titles of lists of words', () => {
  it.each(WORD_LIST_TITLES.decides)('tells %s', (title) => expect(wordListTitle(title, '')).toBeDefined());
  it.each(WORD_LIST_TITLES.spares)('spares %s', (title) => expect(wordListTitle(title, '')).toBeUndefined());

  it.each(OFFER_SIGNS.decides)('silence nothing where something is for sale: %s', (text) =>
    expect(wordListTitle('平台违禁词', `快速出证 ${text}`)).toBeUndefined(),
  );
  it.each(OFFER_SIGNS.spares)('are believed beside %s', (text) =>
    expect(wordListTitle('平台违禁词', `快速出证 ${text}`)).toBeDefined(),
  );
});
