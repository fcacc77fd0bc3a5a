import { describe, expect, it } from 'vitest';
import { NO_FILTER, toggleValue } from '../../../components/library/filter-items.ts';
import { FRESH_LIST } from '../../../components/library/list-address.ts';
import { placeInList, shownItems } from '../../../components/library/shown-items.ts';
import { summariseItem } from '../../../utils/casework/item-summary.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import { sampleItem } from './sample-items.ts';

const row = (id: string, startedAt: string, status: EvidenceItem['status']) =>
  summariseItem(sampleItem({ id, startedAt }, { status }), undefined, { today: '2026-11-30' });

const rows = [
  row('a', '2026-11-03T00:00:00Z', 'pending'),
  row('b', '2026-11-02T00:00:00Z', 'transferred'),
  row('c', '2026-11-01T00:00:00Z', 'pending'),
];

describe('the items shown', () => {
  it('have neighbours in the list as it was left', () => {
    const pending = { ...FRESH_LIST, filter: toggleValue(NO_FILTER, 'status', 'pending') };
    expect(placeInList(shownItems(rows, pending), 'a')).toEqual({ place: 1, total: 2, next: 'c' });
    expect(placeInList(shownItems(rows, pending), 'c')).toEqual({ place: 2, total: 2, previous: 'a' });
  });

  it('give no place to an item that the list leaves out', () => {
    const pending = { ...FRESH_LIST, filter: toggleValue(NO_FILTER, 'status', 'pending') };
    expect(placeInList(shownItems(rows, pending), 'b')).toBeUndefined();
  });
});
