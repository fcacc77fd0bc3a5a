import type { BagFile } from './bag-file.ts';
import * as layout from './layout.ts';
import { absent, type Check, checked } from './verdict.ts';

/** The RFC 3161 token, where there is one, is about this tag manifest and verifies with the certificates that it brings. */
export async function checkTimestamp(bag: BagFile): Promise<{ check: Check; stampedAt?: string }> {
  if (!bag.files.has(layout.STAMP_REPLY) && !bag.files.has(layout.STAMP_QUERY)) {
    return { check: absent('timestamp', '未加盖时间戳。') };
  }
  const [reply, query, stamped] = await Promise.all(
    [layout.STAMP_REPLY, layout.STAMP_QUERY, layout.TAG_MANIFEST].map((path) => bag.bytes(path)),
  );
  const failed = (path: string) => ({ check: checked('timestamp', '', '时间戳无效。', [path]) });
  if (!reply || !query || !stamped) return failed(layout.STAMP_REPLY);
  // pkijs is large and most bundles come without a time stamp.
  const { StampError, verifyStamp } = await import('../evidence/timestamp.ts');
  try {
    const stamp = await verifyStamp(reply, stamped, query);
    const root = stamp.rooted ? '' : '回执未附根证书，';
    const sentence = `可信时间戳有效：${stamp.time}，由 ${stamp.authority} 签发；${root}请与该机构公布的证书核对。`;
    return { check: { name: 'timestamp', state: 'ok', sentence, details: [] }, stampedAt: stamp.time };
  } catch (error) {
    if (error instanceof StampError) return failed(`${layout.STAMP_REPLY}（${error.fault}）`);
    throw error;
  }
}
