import type { SkipReason } from './picture-reading.ts';

/** Why a picture was not read, as the record says it. */
export const UNREAD_WORDS: Readonly<Record<SkipReason, string>> = {
  'too-many': '图片过多，未识别',
  'too-large': '图片超出可识别的大小',
  'too-small': '图片过小，未识别',
  'too-heavy': '图片文件过大，未识别',
  'not-fetched': '图片无法读取',
  'not-decodable': '图片无法解码',
  vector: '矢量图不识别',
  timeout: '在限定时间内没有识别完',
  'reader-broken': '识别图片文字的模型文件缺失或损坏',
  unsupported: '此浏览器不能识别图片文字',
};

/**
 * How many pictures of a page were not read, for each reason, in the order of the words above.
 * @param counts by reason
 * @param late pictures that were still waiting when the time for reading was over
 */
export function unreadCounts(
  counts: Readonly<Partial<Record<SkipReason, number>>>,
  late: number,
): { reason: string; count: number }[] {
  return (Object.keys(UNREAD_WORDS) as SkipReason[])
    .map((reason) => ({
      reason: UNREAD_WORDS[reason],
      count: (counts[reason] ?? 0) + (reason === 'timeout' ? late : 0),
    }))
    .filter(({ count }) => count > 0);
}
