import { describe, expect, it } from 'vitest';
import type { LegalReference } from '../../rules/legal-basis.ts';
import { findingList } from '../../utils/documents/finding-list.ts';
import { lawOfConduct } from '../../utils/evidence/conduct-law.ts';
import { about, itemOf } from '../documents/sample-case.ts';
import { findingSample } from '../page/finding-sample.ts';

const legalBasis: LegalReference[] = [
  { law: 'advertising-law', article: '第四条' },
  { law: 'anti-unfair-competition-law', article: '第九条', from: '2025-10-15' },
  { law: 'anti-unfair-competition-law', article: '第八条', until: '2025-10-14' },
];
const finding = findingSample({ legalBasis });
const item = itemOf({ findings: [finding] });
const articles = (change: Parameters<typeof lawOfConduct>[2]) => {
  const { articles: shown, undecided } = lawOfConduct(item.record, finding, change);
  return [shown.map(({ article }) => article).join('、'), undecided];
};

describe('the law that a paper cites', () => {
  it.each([
    ['of the day of the capture, where nothing else is known', undefined, '第四条、第九条', false],
    ['of that day, where the conduct began after the change', { conductFrom: '2025-10-15' }, '第四条、第九条', false],
    ['both, where it began before', { conductFrom: '2025-09-01' }, '第四条、第九条、第八条', true],
    ['that of the time', { conductFrom: '2025-09-01', lawChoice: 'before' }, '第四条、第八条', false],
    ['that of today', { conductFrom: '2025-09-01', lawChoice: 'after' }, '第四条、第九条', false],
    ['of the capture, where the day is none', { conductFrom: '去年' }, '第四条、第九条', false],
  ] as const)('is %s', (_what, change, words, undecided) => {
    expect(articles(change)).toEqual([words, undecided]);
  });

  it('stands in the list with its versions, and with the article that lets an officer choose', () => {
    const words = (change: object) => JSON.stringify(findingList([item], { ...about, ...change }));
    expect(words({})).not.toMatch(/第八条|第十四条|请核对|第三十七条/);
    expect(words({ conductFrom: '2025-09-01' })).toMatch(
      /第九条（2025-06-27 修订，2025-10-15 施行）.*第八条（2019-04-23 修正.*第三十七条/,
    );
  });
});
