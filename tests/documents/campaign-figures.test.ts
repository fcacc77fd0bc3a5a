import { describe, expect, it } from 'vitest';
import {
  readFigure,
  sumFigures,
  TYPED_FIGURES,
  TYPED_LABELS,
  withFigure,
} from '../../utils/documents/campaign-figures.ts';
import { summaryFigures } from '../../utils/documents/summary-table.ts';

describe('the typed figures', () => {
  it.each([
    ['filed', '12', 12],
    ['filed', ' 1,284 ', 1284],
    ['filed', '１２', 12],
    ['fines', '3.5', 3.5],
    ['fines', '0.00', 0],
    ['filed', '3.5', undefined],
    ['fines', '3.555', undefined],
    ['filed', '-1', undefined],
    ['filed', '=1+1', undefined],
    ['filed', '', undefined],
  ] as const)('%s: %s', (figure, text, value) => expect(readFigure(figure, text)).toBe(value));

  it('are set and taken back week by week, and add up without drift', () => {
    let entries = withFigure({}, '2026-11-16', 'fines', 0.1);
    entries = withFigure(entries, '2026-11-23', 'fines', 0.2);
    entries = withFigure(entries, '2026-11-23', 'filed', 1);
    expect(sumFigures(entries, ['2026-11-16', '2026-11-23'])).toEqual({ fines: 0.3, filed: 1 });
    expect(sumFigures(entries, ['2026-11-16'])).toEqual({ fines: 0.1 });
    expect(withFigure(entries, '2026-11-23', 'filed', undefined)['2026-11-23']).toEqual({ fines: 0.2 });
  });

  it('each have their row in the summary table', () => {
    const labels = summaryFigures([], []).map(([label]) => label);
    expect(labels).toEqual(expect.arrayContaining(TYPED_FIGURES.map((figure) => TYPED_LABELS[figure])));
  });
});
