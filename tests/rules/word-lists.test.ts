import { describe, expect, it } from 'vitest';
import { WORD_LIST_TITLES, wordListTitle } from '../../rules/context/word-lists.ts';

describe('titles of lists of words', () => {
  it.each(WORD_LIST_TITLES.decides)('tells %s', (title) => expect(wordListTitle(title)).toBeDefined());
  it.each(WORD_LIST_TITLES.spares)('spares %s', (title) => expect(wordListTitle(title)).toBeUndefined());
});
