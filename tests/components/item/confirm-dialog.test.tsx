// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { ConfirmDialog } from '../../../components/item/ConfirmDialog.tsx';
import { click, draw, named } from '../draw.ts';

const officers = [
  { name: '张三', licence: '35000000001' },
  { name: '李四', licence: '35000000002' },
  { name: '王五', licence: '' },
];

describe('the second officer’s confirmation', () => {
  it('asks what was compared, and passes on the officer with the points in their order', async () => {
    const onConfirm = vi.fn(async () => undefined);
    const onClose = vi.fn();
    const body = await draw(<ConfirmDialog {...{ officers, onConfirm, onClose }} sentenceOf={String} />);
    expect([...body.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
      '张三 35000000001',
      '李四 35000000002',
    ]);
    await click(named('button', '确认'));
    expect(body.textContent).toContain('至少选一项');
    for (const label of ['疑似表述与原图逐条相符', '画面完整清楚'])
      await click(
        [...body.querySelectorAll('label')].find((each) => each.textContent === label)?.querySelector('input'),
      );
    await click(named('button', '确认'));
    expect(onConfirm).toHaveBeenCalledWith({ officer: officers[1], points: ['pictures', 'findings'], remark: '' });
    expect(onClose).toHaveBeenCalled();
  });

  it('says why it was refused and stays open', async () => {
    const onClose = vi.fn();
    const onConfirm = () => Promise.reject(new Error('文件已损坏'));
    const body = await draw(
      <ConfirmDialog {...{ officers, onConfirm, onClose }} sentenceOf={(error) => (error as Error).message} />,
    );
    await click(body.querySelector('input[type=checkbox]'));
    await click(named('button', '确认'));
    expect(body.querySelector('.zj-dialog-warning')?.textContent).toBe('文件已损坏');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('is not offered to whoever captured the item, and says who else is missing', async () => {
    const acts = { onConfirm: vi.fn(), onClose: vi.fn(), sentenceOf: String };
    const body = await draw(<ConfirmDialog capturer={officers[0]} {...{ officers, ...acts }} />);
    expect([...body.querySelectorAll('option')].map((option) => option.textContent)).toEqual(['李四 35000000002']);
    await draw(<ConfirmDialog key="one" capturer={officers[1]} officers={officers.slice(1)} {...acts} />);
    expect(body.textContent).toContain('本件由 李四 取证，没有登记另外一名有姓名和执法证号的人员');
    expect((named('button', '确认') as HTMLButtonElement).disabled).toBe(true);
  });

  it('cannot be given by nobody', async () => {
    const body = await draw(<ConfirmDialog officers={[]} onConfirm={vi.fn()} onClose={vi.fn()} sentenceOf={String} />);
    expect((named('button', '确认') as HTMLButtonElement).disabled).toBe(true);
    expect(body.textContent).toContain('没有登记有姓名和执法证号的人员');
  });
});
