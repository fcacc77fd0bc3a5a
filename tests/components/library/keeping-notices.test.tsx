// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { facetValues, filterItems, NO_FILTER, toggleValue } from '../../../components/library/filter-items.ts';
import { KeepingNotices, type KeepingNoticesProps } from '../../../components/library/KeepingNotices.tsx';
import { type ItemSummary, summariseItem } from '../../../utils/casework/item-summary.ts';
import { click, draw, named } from '../draw.ts';
import { sampleItem } from './sample-items.ts';

const today = '2026-11-23';

function row(id: string, change: Partial<ItemSummary> = {}): ItemSummary {
  const summary = summariseItem(sampleItem(), undefined, { today });
  return { ...summary, id, exported: true, stamped: true, damaged: [], date: '2026-11-20', ...change };
}

async function drawNotices(props: Partial<KeepingNoticesProps>) {
  const acts = { onShow: vi.fn(), onExport: vi.fn(), onStamp: vi.fn(), onPersist: vi.fn() };
  const storage = { usage: 1, quota: 100, persisted: true };
  const state = { items: [], today, storage, stampFailure: null, stamping: false };
  const body = await draw(<KeepingNotices {...state} {...acts} {...props} />);
  return { ...acts, body, lines: () => [...body.querySelectorAll('.zj-note')].map((note) => note.textContent) };
}

describe('the notices over the list', () => {
  it('are silent when everything is kept as it should be', async () => {
    const { body } = await drawNotices({ items: [row('a'), row('b')] });
    expect(body.textContent).toBe('');
  });

  it('remind of what was never exported, but not on the day it was sealed, and export it', async () => {
    const items = [
      row('a', { exported: false, date: '2026-11-05' }),
      row('b', { exported: false, date: '2026-11-20' }),
      row('c', { exported: false, date: today }),
      row('d', { exported: false, date: '2026-11-04', practice: true }),
    ];
    const { lines, onExport, onShow } = await drawNotices({ items });
    expect(lines()).toEqual([expect.stringMatching(/^2 份证据从未导出，最早封存于 11-05。/)]);
    await click(named('button', '全部导出'));
    expect(onExport).toHaveBeenCalledWith(['a', 'b']);
    await click(named('button', '查看'));
    expect(onShow).toHaveBeenCalledWith('unexported');
  });

  it('name damage first and fold the rest', async () => {
    const items = [row('a', { damaged: ['page.mhtml'], exported: false }), row('b', { stamped: false })];
    const storage = { usage: 1, quota: 100, persisted: false };
    const { lines, onPersist } = await drawNotices({ items, storage, stampFailure: '没有应答。' });
    expect(lines()).toEqual([expect.stringContaining('1 份证据校验不一致')]);
    await click(named('button', '更多 2 个'));
    expect(lines().slice(1)).toEqual([
      expect.stringContaining('1 份证据未加盖时间戳。没有应答。'),
      expect.stringContaining('尚未取得长期保存的许可'),
    ]);
    await click(named('button', '申请长期保存'));
    expect(onPersist).toHaveBeenCalled();
  });
});

describe('the filter by keeping', () => {
  const items = [
    row('a', { confirmed: true }),
    row('b', { exported: false, stamped: false }),
    row('c', { damaged: ['x'], exported: false }),
  ];

  it('counts what is done and undone, in a fixed order', () => {
    expect(facetValues(items, NO_FILTER, 'keeping').map(({ value, count }) => [value, count])).toEqual([
      ['unconfirmed', 2],
      ['confirmed', 1],
      ['unexported', 2],
      ['unstamped', 1],
      ['damaged', 1],
    ]);
  });

  it('narrows to what is asked for', () => {
    expect(filterItems(items, toggleValue(NO_FILTER, 'keeping', 'unexported')).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
