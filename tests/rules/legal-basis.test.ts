import { describe, expect, it } from 'vitest';
import type { LegalReference } from '../../rules/legal-basis.ts';
import { citation, LAWS, legalBasisOn } from '../../rules/legal-basis.ts';

const unfair: LegalReference[] = [
  { law: 'anti-unfair-competition-law', article: '第九条', from: '2025-10-15' },
  { law: 'anti-unfair-competition-law', article: '第八条', until: '2025-10-14' },
];

describe('legalBasisOn', () => {
  it('cites the numbering of the day of the conduct', () => {
    expect(legalBasisOn(unfair, '2025-10-14').map((one) => one.article)).toEqual(['第八条']);
    expect(legalBasisOn(unfair, '2025-10-15').map((one) => one.article)).toEqual(['第九条']);
  });

  it('keeps references without dates', () => {
    const always: LegalReference = { law: 'advertising-law', article: '第四条' };
    expect(legalBasisOn([always], '1999-01-01')).toEqual([always]);
  });
});

describe('citation', () => {
  it('writes the full name of the law', () => {
    expect(citation(unfair[0]!)).toBe('《反不正当竞争法》第九条');
  });
});

describe('LAWS', () => {
  it.each(Object.entries(LAWS))('%s names a version and where it was read', (_id, law) => {
    expect(law.name).not.toMatch(/[《》]/);
    expect(law.version).toMatch(/^\d{4}-\d{2}-\d{2}/);
    expect(law.source).toMatch(/^https:\/\//);
  });
});
