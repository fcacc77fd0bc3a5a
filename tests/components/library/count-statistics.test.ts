import { describe, expect, it } from 'vitest';
import { countStatistics } from '../../../utils/casework/count-statistics.ts';
import { summariseItem } from '../../../utils/casework/item-summary.ts';
import type { EvidenceItem, EvidenceRecord } from '../../../utils/evidence/record.ts';
import { sampleFinding, sampleItem } from './sample-items.ts';

const row = (record: Partial<EvidenceRecord>, item: Partial<EvidenceItem> = {}) =>
  summariseItem(sampleItem(record, item), undefined, { today: '2026-11-23' });

const statistics = countStatistics([
  row({ id: 'E1' }),
  row({ id: 'E2', startedAt: '2026-11-22T03:00:00.000Z', findings: [], certificates: [] }, { status: 'transferred' }),
  row({
    id: 'E3',
    startedAt: '2026-11-04T03:00:00.000Z',
    findings: [1, 2].map((position) => sampleFinding('false-promise/guaranteed', position)),
  }),
]);

describe('statistics', () => {
  it('count items, those with claims, and the claims', () => {
    expect(statistics).toMatchObject({ items: 3, withClaims: 2, claims: 5, transferred: 1 });
  });

  it('count a rule once an item', () => {
    expect(statistics.rules.map(({ name, count }) => [name, count])).toEqual([
      ['保证性承诺', 2],
      ['不送样检测', 1],
      ['当天或即时出证', 1],
    ]);
  });

  it('go from week to week, Monday to Sunday, empty ones included', () => {
    expect(statistics.weeks.map(({ from, until, items, strong, weak }) => [from, until, items, strong, weak])).toEqual([
      ['2026-11-02', '2026-11-08', 1, 0, 2],
      ['2026-11-09', '2026-11-15', 0, 0, 0],
      ['2026-11-16', '2026-11-22', 1, 0, 0],
      ['2026-11-23', '2026-11-29', 1, 2, 1],
    ]);
  });

  it('watch the deadlines', () => {
    expect(statistics).toMatchObject({ near: 1, passed: 0, nextDeadline: '2026-11-25' });
    const over = row({ id: 'E5', startedAt: '2026-10-12T03:00:00.000Z' });
    expect(countStatistics([over])).toMatchObject({ passed: 1, nextDeadline: null });
  });

  it('are empty without items', () => {
    expect(countStatistics([])).toMatchObject({ items: 0, weeks: [], nextDeadline: null });
  });
});
