import { expect, it } from 'vitest';
import { SKIP_REASONS } from '../../utils/recognition/picture-reading.ts';
import { unreadCounts } from '../../utils/recognition/unread-words.ts';

it('says of the pictures of a page how many were not read for which reason', () => {
  expect(unreadCounts({ 'too-large': 2, vector: 1, timeout: 1 }, 2)).toEqual([
    { reason: '图片超出可识别的大小', count: 2 },
    { reason: '矢量图不识别', count: 1 },
    { reason: '在限定时间内没有识别完', count: 3 },
  ]);
});

it('has a sentence of its own for each reason', () => {
  const all = unreadCounts(Object.fromEntries(SKIP_REASONS.map((reason) => [reason, 1])), 0);
  expect(new Set(all.map(({ reason }) => reason)).size).toBe(SKIP_REASONS.length);
});
