import { describe, expect, it } from 'vitest';
import texts from '../../rules/article-texts.json' with { type: 'json' };
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { LAWS } from '../../rules/laws.ts';
import { cited } from '../../rules/legal-basis.ts';

describe('the wording of articles', () => {
  const references = BUILT_IN_PACKS.flatMap(({ rules }) => rules.flatMap(({ legalBasis }) => legalBasis));

  it('is kept of articles that the rules cite, in whole sentences', () => {
    for (const [law, articles] of Object.entries(texts)) {
      expect(LAWS).toHaveProperty(law);
      for (const [article, text] of Object.entries(articles)) {
        expect(references).toContainEqual(expect.objectContaining({ law, article }));
        for (const paragraph of text.split('\n')) expect(paragraph).toMatch(/[。：；]$/);
      }
    }
  });

  it('is given for the numbering in force only', () => {
    expect(cited({ law: 'advertising-law', article: '第四条' }).text).toContain('不得含有虚假或者引人误解的内容');
    expect(cited({ law: 'anti-unfair-competition-law', article: '第九条', until: '2025-10-14' }).text).toBeUndefined();
    expect(cited({ law: 'e-commerce-law', article: '第十七条' }).text).toBeUndefined();
  });
});
