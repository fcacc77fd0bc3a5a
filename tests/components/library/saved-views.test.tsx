// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { NO_FILTER, toggleValue } from '../../../components/library/filter-items.ts';
import { FRESH_LIST } from '../../../components/library/list-address.ts';
import { SavedViews } from '../../../components/library/SavedViews.tsx';
import { click, draw, named, type } from '../draw.ts';

const pending = { ...FRESH_LIST, filter: toggleValue(NO_FILTER, 'status', 'pending'), current: 'E20261123-0007' };

it('keeps what is set in the list under a name, without the row, and gives it back', async () => {
  const onViews = vi.fn();
  await draw(<SavedViews list={pending} views={[]} onList={vi.fn()} onViews={onViews} />);
  await click(named('button', '保存当前列表'));
  await type('待核实');
  await click(named('button', '保存'));
  const views = [{ name: '待核实', search: 'status=pending' }];
  expect(onViews).toHaveBeenCalledWith(views);

  const onList = vi.fn();
  await draw(<SavedViews list={FRESH_LIST} views={views} onList={onList} onViews={onViews} />);
  await click(named('button', '待核实'));
  expect(onList).toHaveBeenCalledWith({ ...pending, current: null });
  await click(named('button', '删除列表“待核实”'));
  expect(onViews).toHaveBeenLastCalledWith([]);
});

it('takes no room while there is nothing to keep', async () => {
  const body = await draw(<SavedViews list={FRESH_LIST} views={[]} onList={vi.fn()} onViews={vi.fn()} />);
  expect(body.textContent).toBe('');
});
