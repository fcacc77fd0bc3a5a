import type { BagFile } from './bag-file.ts';
import { itemsOf } from './check-seals.ts';
import * as layout from './layout.ts';
import { absent, type Check } from './verdict.ts';

/** One RFC 3161 exchange in the bag and the file that it is about. */
interface Exchange {
  reply: string;
  query: string;
  stamped: string;
}

/**
 * The tokens, where there are any, are about the tag manifest and the records beside them and verify with the certificates
 * that they bring. `stampedAt` is the time of the one over the tag manifest.
 */
export async function checkTimestamps(bag: BagFile): Promise<{ check: Check; stampedAt?: string }> {
  const ofBag: Exchange = { reply: layout.STAMP_REPLY, query: layout.STAMP_QUERY, stamped: layout.TAG_MANIFEST };
  const ofItems = itemsOf(bag).map((id): Exchange => {
    const folder = layout.itemFolder(id);
    const [reply, query] = [folder + layout.RECORD_STAMP_REPLY, folder + layout.RECORD_STAMP_QUERY];
    return { reply, query, stamped: folder + layout.RECORD };
  });
  const exchanges = [ofBag, ...ofItems].filter(({ reply, query }) => bag.files.has(reply) || bag.files.has(query));
  if (!exchanges.length) return { check: absent('timestamp', '未加盖时间戳。') };
  const faults: string[] = [];
  const sentences: string[] = [];
  let stampedAt: string | undefined;
  for (const exchange of exchanges) {
    const outcome = await verifyExchange(bag, exchange);
    if ('fault' in outcome) {
      faults.push(outcome.fault);
      continue;
    }
    if (exchange === ofBag) stampedAt = outcome.time;
    sentences.push(`${exchange === ofBag ? '证据包' : exchange.stamped.split('/')[1]} ${outcome.sentence}`);
  }
  const check: Check = faults.length
    ? { name: 'timestamp', state: 'failed', sentence: '时间戳不成立。', details: faults }
    : { name: 'timestamp', state: 'ok', sentence: `可信时间戳有效：${sentences.join('；')}。`, details: [] };
  return { check, ...(stampedAt ? { stampedAt } : {}) };
}

async function verifyExchange(
  bag: BagFile,
  paths: Exchange,
): Promise<{ fault: string } | { time: string; sentence: string }> {
  const [reply, query, stamped] = await Promise.all([paths.reply, paths.query, paths.stamped].map(bag.bytes));
  if (!reply || !query || !stamped) return { fault: paths.reply };
  // pkijs is large and most bundles come without a time stamp.
  const { StampError, verifyStamp } = await import('../evidence/timestamp.ts');
  try {
    const { time, authority, rooted } = await verifyStamp(reply, stamped, query);
    const root = rooted ? '请与该机构公布的根证书核对' : '回执未附根证书，请向该机构取得后核对';
    return { time, sentence: `${time}，${authority} 签发，${root}` };
  } catch (error) {
    if (error instanceof StampError) return { fault: `${paths.reply}（${error.fault}）` };
    throw error;
  }
}
