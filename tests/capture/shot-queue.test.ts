import { expect, it } from 'vitest';
import { ShotQueue } from '../../utils/capture/shot-queue.ts';

const region = (y: number) => ({ x: 0, y, width: 1, height: 1 });

it('takes one shot at a time, in order', async () => {
  let under = 0;
  const order: number[] = [];
  const queue = new ShotQueue(async ({ y }) => {
    under += 1;
    expect(under).toBe(1);
    await Promise.resolve();
    order.push(y);
    under -= 1;
    return new Blob([String(y)]);
  });
  const shots = await Promise.all([queue.shoot(region(1)), queue.shoot(region(2)), queue.shoot(region(1))]);
  expect(order).toEqual([1, 2, 1]);
  expect(await Promise.all(shots.map((shot) => shot.text()))).toEqual(['1', '2', '1']);
});

it('goes on after a shot that failed, whose asker hears of it', async () => {
  const queue = new ShotQueue(async ({ y }) => {
    if (y === 1) throw new Error('refused');
    return new Blob(['2']);
  });
  const [first, second] = await Promise.allSettled([queue.shoot(region(1)), queue.shoot(region(2))]);
  expect(first.status).toBe('rejected');
  expect(second.status).toBe('fulfilled');
});
