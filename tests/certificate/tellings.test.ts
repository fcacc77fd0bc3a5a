import { describe, expect, it } from 'vitest';
import { CHINESE_TELLINGS } from '../../utils/certificate/chinese-tellings.ts';
import { ENGLISH_TELLINGS } from '../../utils/certificate/english-tellings.ts';
import { GOODS_TELLINGS } from '../../utils/certificate/goods-tellings.ts';
import { CHINESE_EXAMPLES, ENGLISH_EXAMPLES, GOODS_EXAMPLES } from './telling-examples.ts';

describe.each([
  ['Chinese sentences', CHINESE_TELLINGS, CHINESE_EXAMPLES],
  ['English sentences', ENGLISH_TELLINGS, ENGLISH_EXAMPLES],
  ['sentences about goods', GOODS_TELLINGS, GOODS_EXAMPLES],
] as const)('%s', (_, tellings, examples) => {
  it('each have an example of their own', () => {
    expect(examples.map(([meaning]) => meaning)).toEqual(tellings.map(({ meaning }) => meaning));
  });

  it.each(examples.map((example, index) => [index, ...example] as const))(
    '%i %s: %s → %s, nothing in %s',
    (index, _meaning, sentence, value, silent) => {
      const { pattern } = tellings[index]!;
      expect(sentence.match(pattern)?.[1]).toBe(value);
      expect(silent).not.toMatch(pattern);
    },
  );
});
