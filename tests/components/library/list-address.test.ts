import { describe, expect, it } from 'vitest';
import { clearLast, NO_FILTER, setSpan, toggleValue } from '../../../components/library/filter-items.ts';
import { FRESH_LIST, readListState, writeListState } from '../../../components/library/list-address.ts';

describe('the address of the list', () => {
  it('holds filter, order, words and row, and gives them back', () => {
    const filter = setSpan(
      toggleValue(toggleValue(NO_FILTER, 'status', 'pending'), 'host', 'a&b.example'),
      '',
      '2026-11-30',
    );
    const state = { filter, order: 'deadline', query: '当天 出证', current: 'E20261123-0007' } as const;
    expect(readListState(writeListState(state))).toEqual(state);
  });

  it('keeps the order in which groups were set, so that Esc clears the last one', () => {
    const filter = toggleValue(setSpan(NO_FILTER, '2026-11-01', ''), 'due', 'passed');
    const read = readListState(writeListState({ ...FRESH_LIST, filter }));
    expect(clearLast(read.filter)).toEqual(setSpan(NO_FILTER, '2026-11-01', ''));
  });

  it('is empty for a list in which nothing is set', () => {
    expect(writeListState(FRESH_LIST)).toBe('');
    expect(readListState('')).toEqual(FRESH_LIST);
  });

  it('leaves out what a list cannot be set to', () => {
    expect(readListState('sort=sideways&from=yesterday&colour=red')).toEqual(FRESH_LIST);
  });
});
