import { expect, it } from 'vitest';
import { listedFindings } from '../../utils/page/listed-findings.ts';
import { MOST_FINDINGS } from '../../utils/reports/report-limits.ts';
import { findingSample } from './finding-sample.ts';

const findings = (count: number, disposition: 'claim' | 'cited') =>
  Array.from({ length: count }, (_, index) => findingSample({ id: `${disposition}${index}`, disposition }));

it('tells of claims first where a report cannot hold all', () => {
  const listed = listedFindings([...findings(MOST_FINDINGS - 1, 'cited'), ...findings(3, 'claim')]);
  expect(listed).toHaveLength(MOST_FINDINGS);
  expect(listed.slice(0, 4).map(({ id }) => id)).toEqual(['claim0', 'claim1', 'claim2', 'cited0']);
});

it('keeps the order of the page where all fit', () => {
  const all = [...findings(2, 'cited'), ...findings(2, 'claim')];
  expect(listedFindings(all)).toEqual(all);
});
