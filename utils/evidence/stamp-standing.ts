import type { StampExchange } from './request-stamp.ts';
import { chainDigests, isPinned, type StampRoot } from './stamp-trust.ts';

/** A clock and a service may differ by this much before it is said, in milliseconds. */
const LEEWAY_MS = 5 * 60_000;

/** A token older than the seal that it is over: one of the two clocks was wrong. */
export const isBeforeSeal = (time: string, sealedAt: string): boolean =>
  Date.parse(time) + LEEWAY_MS < Date.parse(sealedAt);

/** What the time stamp over a record is worth to this office. */
export type StampStanding =
  | { kind: 'none' }
  | {
      /** `pinned`: its issuer is registered here; `open`: it verifies, and nobody here knows its issuer. */
      kind: 'pinned' | 'open';
      /** UTC, ISO 8601. */
      time: string;
      authority: string;
      isBeforeSeal: boolean;
    };

/** A stamp is kept only after it verified; whether its issuer is registered is asked anew each time. */
export async function stampStanding(
  stamp: Pick<StampExchange, 'time' | 'authority' | 'chain'> | undefined,
  { sealedAt, roots }: { sealedAt: string; roots: readonly StampRoot[] },
): Promise<StampStanding> {
  if (!stamp) return { kind: 'none' };
  const { time, authority, chain } = stamp;
  const kind = isPinned(await chainDigests(chain), roots) ? 'pinned' : 'open';
  return { kind, time, authority, isBeforeSeal: isBeforeSeal(time, sealedAt) };
}

/** The same in a paper. */
export function stampInWords(standing: StampStanding): string {
  if (standing.kind === 'none') return '无';
  const { kind, time, authority } = standing;
  const early = standing.isBeforeSeal ? '；早于封存时间，取证设备或签发者的时钟有误' : '';
  return kind === 'pinned'
    ? `可信，签发者已登记：${time}，${authority} 签发${early}`
    : `有时间戳，签发者未登记，不能作为可信时间：${time}，${authority} 签发${early}`;
}
