import type { StampRoot } from '../evidence/stamp-trust.ts';
import { type BagFile, OverfullBundleError, openBag, UnreadableBundleError } from './bag-file.ts';
import { absent, type BundleVerdict, CHECKS, type Check, checked, checkedWays } from './bundle-verdict.ts';
import { checkAddenda } from './check-addenda.ts';
import { checkCompleteness, checkDigests, checkStructure, type Manifests, type Surveyed } from './check-files.ts';
import { checkCustody, checkRecordSignatures, checkRecords, checkSignature, itemsOf } from './check-seals.ts';
import { checkTimestamps } from './check-timestamp.ts';
import { compareContainer } from './compare-container.ts';
import { fileVerdicts } from './file-verdicts.ts';
import * as layout from './layout.ts';
import type { OnBytes } from './stored-zip.ts';

export interface VerifyOptions {
  /** Bytes; `file` is empty while the ZIP itself is compared. */
  onProgress?(progress: { done: number; total: number; file: string }): void;
  signal?: AbortSignal;
  /** Certificates of time-stamping services that the office registered; without one no stamp counts as trusted. */
  stampRoots?: readonly StampRoot[];
}

/**
 * Checks every layer of a bundle: the ZIP, the bag, both manifests, the records, the signatures, the log and the time stamp.
 * All of them are reported whatever fails before; a file that is no readable ZIP, or one that unpacks without end, fails in its first. Nothing is unpacked
 * and memory stays flat.
 */
export async function verifyBundle(zip: Blob, options: VerifyOptions = {}): Promise<BundleVerdict> {
  try {
    return await verifyBag(zip, await openBag(zip, options.signal), options);
  } catch (error) {
    const sentence =
      error instanceof UnreadableBundleError
        ? '不是可以读取的压缩包，或已截断、严重损坏。'
        : error instanceof OverfullBundleError
          ? '解开后的字节远多于压缩包本身，或文件数过多：不是本产品制作的证据包，已停止核对。'
          : undefined;
    if (!sentence) throw error;
    const check = checked('container', '', sentence, ['ZIP']);
    return { ok: false, name: '', checks: [check], files: [], items: [], sealers: [], addendumSigners: [] };
  }
}

async function verifyBag(zip: Blob, bag: BagFile, options: VerifyOptions): Promise<BundleVerdict> {
  const { signal } = options;
  const { check: structure, manifests } = await checkStructure(bag);
  const advance = progressOf(zip, bag, options);
  const surveyed = await survey(bag, manifests, { advance, signal });
  const { check: signature, keyFingerprint } = await checkSignature(bag);
  const { check: seals, sealers } = await checkRecordSignatures(bag);
  const { check: addenda, signers: addendumSigners } = await checkAddenda(bag, surveyed);
  const { check: timestamp, stampedAt } = await checkTimestamps(bag, options.stampRoots);
  const checks: Check[] = [
    await checkContainer(zip, { bag, surveyed }, { advance, signal }),
    structure,
    await checkCompleteness(bag, manifests),
    checkDigests('sha256', { bag, manifests, surveyed }),
    bag.files.has(layout.MANIFESTS.sm3)
      ? checkDigests('sm3', { bag, manifests, surveyed })
      : absent('sm3', '包内没有国密 SM3 清单。'),
    checkDigests('tags', { bag, manifests, surveyed }),
    await checkRecords(bag, surveyed),
    seals,
    await checkCustody(bag, surveyed),
    addenda,
    signature,
    timestamp,
  ];
  return {
    ok: checks.every((check) => check.state !== 'failed'),
    name: bag.name,
    checks: checks.sort((a, b) => CHECKS.indexOf(a.name) - CHECKS.indexOf(b.name)),
    files: fileVerdicts(bag, manifests, surveyed),
    items: itemsOf(bag),
    sealers,
    addendumSigners,
    ...(keyFingerprint ? { keyFingerprint } : {}),
    ...(stampedAt ? { stampedAt } : {}),
  };
}

/** Told of the pieces of a file that are done, in bytes. */
type Advance = (file: string) => OnBytes;

interface Reading {
  advance: Advance;
  signal: AbortSignal | undefined;
}

/** Every byte is read twice: as a part of its file, and as a part of the ZIP. */
function progressOf(zip: Blob, bag: BagFile, { onProgress }: VerifyOptions): Advance {
  const total = [...bag.files.values()].reduce((sum, entry) => sum + entry.uncompressedSize, zip.size);
  let done = 0;
  return (file) => (bytes) => {
    done += bytes;
    onProgress?.({ done, total, file });
  };
}

/**
 * The ZIP around the files, and each file against the CRC-32 that the ZIP has for it. A ZIP whose files were changed together with
 * their CRC still agrees with itself: what changed then is for the manifests and the signature to say.
 */
async function checkContainer(
  zip: Blob,
  { bag, surveyed }: { bag: BagFile; surveyed: Surveyed },
  { advance, signal }: Reading,
): Promise<Check> {
  const container = await compareContainer(zip, bag.entries, { signal, onBytes: advance('') });
  const unreadable = [...bag.files.keys()].filter((path) => !surveyed.get(path));
  const ok = '压缩包的文件头、目录和各文件的长度、CRC 相符，没有夹带别的字节。';
  const check = checkedWays('container', ok, [
    { failed: '压缩包中有文件与压缩包自己登记的 CRC 不符或无法读出：制作之后被改动或损坏。', details: unreadable },
    { failed: '压缩包的文件头或目录在制作之后被改动或损坏。', details: container === 'altered' ? ['ZIP'] : [] },
  ]);
  return check.state === 'ok' && container === 'foreign'
    ? absent('container', '压缩包由其他程序重新打包，只核对其中的文件。')
    : check;
}

async function survey(bag: BagFile, manifests: Manifests, { advance, signal }: Reading): Promise<Surveyed> {
  const paths = new Set([...bag.files.keys(), ...manifests.sha256.keys(), ...manifests.tags.keys()]);
  const surveyed = new Map<string, Awaited<ReturnType<BagFile['digest']>>>();
  for (const path of paths) {
    signal?.throwIfAborted();
    surveyed.set(path, await bag.digest(path, advance(path)));
  }
  return surveyed;
}
