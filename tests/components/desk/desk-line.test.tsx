// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { DeskLine, type DeskLineProps } from '../../../components/desk/DeskLine.tsx';
import { click, draw, named } from '../draw.ts';

const zhang = { name: '张三', licence: '35000000001' };
const li = { name: '李四', licence: '35000000002' };
const desk = { officer: zhang, companion: li, since: '2026-11-23T06:00:00.000Z' };

const line = (part: Partial<DeskLineProps> = {}) => (
  <DeskLine state="present" desk={desk} officers={[zhang, li]} onTake={vi.fn()} onRegister={vi.fn()} {...part} />
);

it('changes the officer with two clicks; whoever was with them is no companion of their own', async () => {
  const onTake = vi.fn();
  const body = await draw(line({ onTake }));
  expect(body.textContent).toBe('在岗张三同行李四');
  await click(named('button', '在岗人员：张三，点按更换'));
  await click(named('[role=menuitemradio]', '李四（35000000002）'));
  expect(onTake).toHaveBeenCalledWith({ officer: li });
});

it('changes the companion with two clicks, or leaves none', async () => {
  const onTake = vi.fn();
  await draw(line({ desk: { officer: zhang, since: desk.since }, onTake }));
  await click(named('button', '无同行人员，选择同行人员（执法人员不少于两人）'));
  await click(named('[role=menuitemradio]', '李四（35000000002）'));
  expect(onTake).toHaveBeenLastCalledWith({ officer: zhang, companion: li });
  await click(named('button', '无同行人员，选择同行人员（执法人员不少于两人）'));
  await click(named('[role=menuitemradio]', '无同行人员'));
  expect(onTake).toHaveBeenLastCalledWith({ officer: zhang });
});

it('asks at first use and after the idle time', async () => {
  const onTake = vi.fn();
  const body = await draw(line({ state: 'empty', desk: null, onTake }));
  expect(body.textContent).toContain('尚未选择在岗人员');
  await click(named('button', '选择在岗人员'));
  await click(named('[role=menuitemradio]', '张三（35000000001）'));
  expect(onTake).toHaveBeenLastCalledWith({ officer: zhang });
  await draw(line({ state: 'idle', onTake }));
  expect(body.textContent).toContain('在岗的仍是 张三、李四 吗？');
  await click(named('button', '是'));
  expect(onTake).toHaveBeenLastCalledWith({ officer: zhang, companion: li });
});

it('says what is missing when one officer is known, or none', async () => {
  const onRegister = vi.fn();
  const body = await draw(line({ desk: { officer: zhang, since: desk.since }, officers: [zhang] }));
  expect(body.textContent).toContain('只登记了一人');
  await draw(line({ officers: [], onRegister }));
  expect(body.textContent).toContain('未登记执法人员');
  await click(named('button', '去登记'));
  expect(onRegister).toHaveBeenCalled();
});
