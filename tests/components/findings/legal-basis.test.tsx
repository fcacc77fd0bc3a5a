// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { LegalBasis } from '../../../components/findings/LegalBasis.tsx';
import { draw } from '../draw.ts';

it('unfolds the wording of an article in force, and only cites what is not kept', async () => {
  await draw(
    <LegalBasis
      legalBasis={[
        { law: 'advertising-law', article: '第四条' },
        { law: 'inspection-supervision-measures', article: '第十四条', until: '2025-03-17' },
      ]}
    />,
  );
  const articles = document.querySelectorAll('details');
  expect(articles).toHaveLength(1);
  expect(articles[0]?.querySelector('summary')?.textContent).toContain('《广告法》第四条');
  expect(articles[0]?.querySelector('p')?.textContent).toMatch(/^广告不得含有虚假/);
  expect(document.body.textContent).toContain('适用于 2025-03-17 及以前的行为');
});
