import { describe, expect, it } from 'vitest';
import type { LegalReference } from '../../rules/legal-basis.ts';
import { citation, cited, citedOn, lawChanges, legalBasisOn } from '../../rules/legal-basis.ts';

const unfair: LegalReference[] = [
  { law: 'anti-unfair-competition-law', article: '第九条', from: '2025-10-15' },
  { law: 'anti-unfair-competition-law', article: '第八条', until: '2025-10-14' },
];
const reports: LegalReference[] = [
  { law: 'inspection-supervision-measures', article: '第十五条', from: '2025-03-18' },
  { law: 'inspection-supervision-measures', article: '第十四条', until: '2025-03-17' },
];
const articles = (references: readonly LegalReference[], day: string) =>
  legalBasisOn(references, day).map(({ article }) => article);

describe('legalBasisOn', () => {
  it('cites the numbering of the day of the conduct', () => {
    expect(articles(unfair, '2025-10-14')).toEqual(['第八条']);
    expect(articles(unfair, '2025-10-15')).toEqual(['第九条']);
    expect(articles(unfair, '2026-11-30')).toEqual(['第九条']);
  });

  it('cites both numberings where the day of the change is not known, and only the new one after it', () => {
    expect(articles(reports, '2025-03-17')).toEqual(['第十四条']);
    expect(articles(reports, '2025-06-01')).toEqual(['第十五条', '第十四条']);
    expect(articles(reports, '2026-11-30')).toEqual(['第十五条']);
  });

  it('keeps references without dates, by the newest version of their law', () => {
    const always: LegalReference = { law: 'advertising-law', article: '第四条' };
    expect(legalBasisOn([always], '1999-01-01')).toEqual([always]);
    const later: LegalReference = { law: 'live-commerce-measures', article: '第三十四条' };
    expect(articles([later], '2026-01-31')).toEqual([]);
    expect(articles([later], '2026-02-01')).toEqual(['第三十四条']);
  });
});

describe('a cited article', () => {
  it('has the full name of the law, the version of its numbering, and its wording where that was read', () => {
    expect(citation(unfair[0]!)).toBe('《反不正当竞争法》第九条');
    expect(cited(unfair[0]!)).toMatchObject({
      law: '《反不正当竞争法》',
      version: '2025-06-27 修订，2025-10-15 施行',
      text: expect.stringContaining('欺骗、误导'),
    });
    expect(cited(unfair[1]!)).toEqual({
      law: '《反不正当竞争法》',
      article: '第八条',
      version: '2019-04-23 修正，适用于 2025-10-14 及以前的行为',
    });
  });

  it('of a law that this version does not know is shown as it was sealed', () => {
    const foreign = { law: 'some-later-law' as never, article: '第一条' };
    expect(citedOn([foreign], '2026-11-30')).toEqual([
      { law: '《some-later-law》', article: '第一条', version: '本版本未收录' },
    ]);
  });
});

describe('conduct that spans a change of the law', () => {
  it('is shown both versions', () => {
    expect(lawChanges(unfair, '2025-10-01', '2025-11-01')).toEqual([
      { law: 'anti-unfair-competition-law', before: [cited(unfair[1]!)], after: [cited(unfair[0]!)] },
    ]);
  });

  it('is shown none that did not change', () => {
    expect(lawChanges([...unfair, ...reports], '2026-01-01', '2026-11-30')).toEqual([]);
    expect(lawChanges([{ law: 'advertising-law', article: '第四条' }], '2020-01-01', '2026-11-30')).toEqual([]);
  });
});
