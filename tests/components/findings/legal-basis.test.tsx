// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { LegalBasis } from '../../../components/findings/LegalBasis.tsx';
import { citedOn } from '../../../rules/legal-basis.ts';
import { draw } from '../draw.ts';

const legalBasis = citedOn(
  [
    { law: 'advertising-law', article: '第四条' },
    { law: 'inspection-supervision-measures', article: '第十四条', until: '2025-03-17' },
  ],
  '2025-03-17',
);
const rule = { message: '疑点。', exceptions: '例外。', advice: '核对送样。', source: '通知' };
const text = () => document.body.textContent;

describe('LegalBasis', () => {
  it('unfolds the wording of an article, and only cites what is not kept', async () => {
    await draw(<LegalBasis explanation={{ legalBasis, rule, origin: 'in-force' }} />);
    const articles = document.querySelectorAll('details');
    expect(articles).toHaveLength(1);
    expect(articles[0]?.querySelector('summary')?.textContent).toContain('《广告法》第四条');
    expect(articles[0]?.querySelector('p')?.textContent).toMatch(/^广告不得含有虚假/);
    expect(text()).toContain('市场监管总局令第 39 号');
    expect(text()).toContain('核对送样。');
    expect(text()).not.toContain('现行规则');
  });

  it.each([
    ['in-force', '已不在现行规则包中'],
    ['later', '已不在现行规则包中'],
    ['record', '封存时已无此规则的说明'],
  ] as const)('says that a rule is gone (%s), and still cites the law', async (origin, words) => {
    await draw(<LegalBasis explanation={{ legalBasis, origin }} />);
    expect(text()).toContain(words);
    expect(text()).toContain('《广告法》第四条');
  });

  it('says when the rules of today speak for an older record', async () => {
    await draw(<LegalBasis explanation={{ legalBasis, rule, origin: 'later' }} />);
    expect(text()).toContain('现行规则的说明');
  });
});
