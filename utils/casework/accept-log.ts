import { lineDigest } from '../evidence/custody-log.ts';
import { createSha256 } from '../evidence/digest.ts';
import { appendLine } from '../store/custody-store.ts';
import { acceptLog, type LogStanding, logStanding } from '../store/log-mirror.ts';
import { notify } from '../store/notices.ts';

const WORDS: Readonly<Record<Exclude<LogStanding, 'agrees'>, string>> = {
  lost: '保管日志比另存的链头短，已写入的行丢失',
  altered: '保管日志与另存的链头不符，已写入的行被换过',
  key: '签名密钥不是另存链头时的那一把',
  mirror: '另存的日志链头丢失',
};

/** An officer has seen that the log does not agree with its mirror, and says why it is to go on: a line of the log for good. */
export async function goOnWithLog(reason: string, person: string): Promise<void> {
  if (!reason.trim()) throw new RangeError('going on needs a reason');
  const standing = await logStanding();
  if (standing === 'agrees') return;
  const line = await appendLine({ act: 'noted', person, detail: `${WORDS[standing]}；处理说明：${reason.trim()}` });
  await acceptLog({ sequence: line.sequence, sha256: lineDigest(line, await createSha256()) });
  notify({ kind: 'log', key: String(line.sequence) });
}
