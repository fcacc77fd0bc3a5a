import { isBeforeSeal } from '../evidence/stamp-standing.ts';
import { chainDigests, isPinned, type StampRoot } from '../evidence/stamp-trust.ts';
import type { StampFault } from '../evidence/timestamp.ts';
import type { BagFile } from './bag-file.ts';
import { absent, type Check } from './bundle-verdict.ts';
import { itemsOf, readRecord } from './check-seals.ts';
import * as layout from './layout.ts';

/** One RFC 3161 exchange in the bag and the file that it is about. */
interface Exchange {
  reply: string;
  query: string;
  stamped: string;
  /** Absent for the one over the tag manifest. */
  itemId?: string;
}

const FAULTS: Readonly<Record<StampFault, string>> = {
  malformed: '不是可以读取的时间戳回执',
  refused: '时间戳机构拒绝了请求',
  imprint: '时间戳盖的不是包内这份文件',
  nonce: '回执答复的不是所附的请求',
  signature: '时间戳的签名无效',
  certificate: '签发证书缺失、用途不符或证书链不合规',
  expired: '签发证书在加盖时不在有效期内',
  signers: '回执有不止一个签名者',
  national: '时间戳以国密 SM2 签署，本软件不能核对',
};

/**
 * The tokens, where there are any, are about the tag manifest and the records beside them and verify with the certificates
 * that they bring. They count as trusted only under a root that the office registered. `stampedAt` is the time of the one over the
 * tag manifest.
 */
export async function checkTimestamps(
  bag: BagFile,
  roots: readonly StampRoot[] = [],
): Promise<{ check: Check; stampedAt?: string }> {
  const ofBag: Exchange = { reply: layout.STAMP_REPLY, query: layout.STAMP_QUERY, stamped: layout.TAG_MANIFEST };
  const ofItems = itemsOf(bag).map((id): Exchange => {
    const folder = layout.itemFolder(id);
    const [reply, query] = [folder + layout.RECORD_STAMP_REPLY, folder + layout.RECORD_STAMP_QUERY];
    return { reply, query, stamped: folder + layout.RECORD, itemId: id };
  });
  const exchanges = [ofBag, ...ofItems].filter(({ reply, query }) => bag.files.has(reply) || bag.files.has(query));
  if (!exchanges.length) return { check: absent('timestamp', '未加盖时间戳。') };
  const faults: string[] = [];
  const trusted: string[] = [];
  const open: string[] = [];
  let stampedAt: string | undefined;
  for (const exchange of exchanges) {
    const outcome = await verifyExchange(bag, exchange, roots);
    if ('fault' in outcome) {
      faults.push(outcome.fault);
      continue;
    }
    if (exchange === ofBag) stampedAt = outcome.time;
    const early = exchange.itemId === undefined ? '' : await earlyWords(bag, exchange.itemId, outcome.time);
    (outcome.pinned ? trusted : open).push(`${exchange.itemId ?? '证据包'} ${outcome.sentence}${early}`);
  }
  const said = [
    ...(trusted.length ? [`可信时间戳有效，签发者已登记：${trusted.join('；')}。`] : []),
    ...(open.length ? [`有时间戳，签发者未登记，不能作为可信时间：${open.join('；')}。`] : []),
  ].join('');
  const check: Check = faults.length
    ? { name: 'timestamp', state: 'failed', sentence: `时间戳不成立。${said}`, details: faults }
    : { name: 'timestamp', state: 'ok', sentence: said, details: [] };
  return { check, ...(stampedAt ? { stampedAt } : {}) };
}

/** A token older than the seal that it is over: one of the two clocks was wrong. */
async function earlyWords(bag: BagFile, itemId: string, time: string): Promise<string> {
  const sealedAt = (await readRecord(bag, itemId))?.sealedAt;
  if (sealedAt === undefined || !isBeforeSeal(time, sealedAt)) return '';
  return `，早于记录所写的封存时间 ${sealedAt}：取证设备的时钟或时间戳机构的时钟有误`;
}

async function verifyExchange(
  bag: BagFile,
  paths: Exchange,
  roots: readonly StampRoot[],
): Promise<{ fault: string } | { time: string; sentence: string; pinned: boolean }> {
  const lost = [paths.reply, paths.query].filter((path) => !bag.files.has(path));
  if (lost.length) return { fault: `缺少 ${lost.join('、')}` };
  const [reply, query, stamped] = await Promise.all([paths.reply, paths.query, paths.stamped].map(bag.bytes));
  if (!reply || !query || !stamped) return { fault: `${paths.reply}：回执、请求或所盖的文件不能读出` };
  // pkijs is large and most bundles come without a time stamp.
  const { StampError, verifyStamp } = await import('../evidence/timestamp.ts');
  try {
    const { time, authority, chain } = await verifyStamp(reply, stamped, query);
    const digests = await chainDigests(chain);
    const pinned = isPinned(digests, roots);
    const last = pinned ? '' : `，证书链末端指纹 ${digests.at(-1)}`;
    return { time, pinned, sentence: `${time}，${authority} 签发${last}` };
  } catch (error) {
    if (error instanceof StampError) return { fault: `${paths.reply}：${FAULTS[error.fault]}（${error.fault}）` };
    throw error;
  }
}
