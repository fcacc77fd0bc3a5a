import { expect, it } from 'vitest';
import { stampInWords, stampStanding } from '../../utils/evidence/stamp-standing.ts';
import { chainDigests } from '../../utils/evidence/stamp-trust.ts';

const sealedAt = '2026-11-23T02:15:09.871Z';
const chain = [new Uint8Array([1]), new Uint8Array([2])];
const stamp = { time: '2026-11-23T02:16:00.000Z', authority: '某时间戳机构', chain };

it('is trusted under a registered certificate alone, open otherwise, and none where there is none', async () => {
  const [, root] = await chainDigests(chain);
  const roots = [{ fingerprint: root! }];
  const words = async (given: typeof stamp | undefined, known: readonly { fingerprint: string }[]) =>
    stampInWords(await stampStanding(given, { sealedAt, roots: known }));
  expect(await words(stamp, roots)).toMatch(/^可信，签发者已登记：2026-11-23T02:16/);
  expect(await words(stamp, [])).toMatch(/^有时间戳，签发者未登记，不能作为可信时间/);
  expect(await words(undefined, roots)).toBe('无');
});

it('says of a stamp from before the seal that a clock is wrong', async () => {
  const early = { ...stamp, time: '2026-11-23T02:00:00.000Z' };
  const standing = await stampStanding(early, { sealedAt, roots: [] });
  expect(standing).toMatchObject({ kind: 'open', isBeforeSeal: true });
  expect(stampInWords(standing)).toContain('早于封存时间');
});
