// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { DutyCheck } from '../../../components/item/DutyCheck.tsx';
import { click, draw, named } from '../draw.ts';
import { sampleItem } from '../library/sample-items.ts';

it('keeps what an officer found, duty by duty', async () => {
  const onCheck = vi.fn();
  await draw(<DutyCheck item={sampleItem()} addenda={[]} onCheck={onCheck} />);
  await click(named('button', '开始核对'));
  const result = named('select', '结果：营业执照信息公示') as HTMLSelectElement;
  await act(() => {
    result.value = 'not-met';
    result.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await click(named('button', '保存为附页'));
  const [{ duties }] = onCheck.mock.calls[0]!;
  expect(duties).toContainEqual(expect.objectContaining({ duty: 'licence-shown', result: 'not-met' }));
  expect(duties).toContainEqual(expect.objectContaining({ duty: 'qualification-checked', result: 'open' }));
});
