import { expect, it } from 'vitest';
import { ShotQueue, type TakenShot } from '../../../utils/capture/tiles/shot-queue.ts';

const PLAN = [0, 1, 2, 3, 4].map((y) => ({ x: 0, y, width: 1, height: 1 }));
const shotOf = (y: number) => ({ address: `data:text/plain,${y}`, places: Promise.resolve(null) });
const textOf = async ({ picture }: TakenShot) => picture.text();
const settle = () => new Promise((resolve) => setTimeout(resolve));

it('takes one shot at a time, in order, and asks ahead for the next two', async () => {
  let under = 0;
  const order: number[] = [];
  const queue = new ShotQueue(PLAN, async ({ y }) => {
    under += 1;
    expect(under).toBe(1);
    await Promise.resolve();
    order.push(y);
    under -= 1;
    return shotOf(y);
  });
  expect(await textOf(await queue.take(0))).toBe('0');
  await settle();
  expect(order).toEqual([0, 1, 2]);
  expect(await textOf(await queue.retake(0))).toBe('0');
  expect(await textOf(await queue.take(1))).toBe('1');
  await settle();
  expect(order).toEqual([0, 1, 2, 0, 3]);
});

it('asks for none before the first that is wanted', async () => {
  const order: number[] = [];
  const queue = new ShotQueue(PLAN, async ({ y }) => {
    order.push(y);
    return shotOf(y);
  });
  await queue.take(3);
  await settle();
  expect(order).toEqual([3, 4]);
});

it('goes on after a shot that failed, whose asker hears of it', async () => {
  const queue = new ShotQueue(PLAN, async ({ y }) => {
    if (y === 0) throw new Error('refused');
    return shotOf(y);
  });
  const [first, second] = await Promise.allSettled([queue.take(0), queue.take(1)]);
  expect(first.status).toBe('rejected');
  expect(second.status).toBe('fulfilled');
});
