import { canonicalJson } from '../evidence/canonical-json.ts';
import { commitmentTo } from '../evidence/custody-log.ts';
import { createSha256 } from '../evidence/digest.ts';
import { isExternal } from '../evidence/external-picture.ts';
import type { CustodyLine, EvidenceRecord } from '../evidence/record.ts';
import { isEvidenceRecord } from '../evidence/record-schema.ts';
import { keyFingerprint, verifySignature } from '../evidence/seal.ts';
import type { BagFile } from './bag-file.ts';
import { bagValue, parseBagInfo } from './bag-info.ts';
import { absent, type Check, checked, checkedFiles, checkedWays, type Fault } from './bundle-verdict.ts';
import type { Surveyed } from './check-files.ts';
import { type ExtractVerdict, walkExtract } from './custody-extract.ts';
import { declaredDamage } from './damaged-parts.ts';
import * as layout from './layout.ts';
import { fromPem } from './pem.ts';

/** Ids of the items whose folders stand in the bag. */
export function itemsOf(bag: BagFile): string[] {
  return [...bag.files.keys()].flatMap((path) => /^data\/([^/]+)\/record\.json$/.exec(path)?.[1] ?? []);
}

/** The record of an item, if its bytes are the canonical JSON of one. */
export async function readRecord(bag: BagFile, itemId: string): Promise<EvidenceRecord | undefined> {
  const text = await bag.text(layout.itemFolder(itemId) + layout.RECORD);
  try {
    const record: unknown = JSON.parse(text ?? '');
    return isEvidenceRecord(record) && isNumberOf(record, itemId) && canonicalJson(record) === text
      ? record
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Numbers are given out by each installation for itself, so an item taken in from another one carries the first digits of
 * that one's key behind its number: E20261123-0007-1a2b3c4d.
 */
const isNumberOf = (record: EvidenceRecord, itemId: string) =>
  itemId === record.id || new RegExp(`^${record.id}-[0-9a-f]{8}$`).test(itemId);

/** Each record lists exactly the files of its folder, with the digests that they have. */
export async function checkRecords(bag: BagFile, surveyed: Surveyed): Promise<Check> {
  const items = itemsOf(bag);
  if (!items.length) return absent('records', '包内没有证据封存记录。');
  const faults: Fault[] = [];
  let externals = 0;
  for (const id of items) {
    const record = await readRecord(bag, id);
    if (record && isExternal(record)) externals += 1;
    const folder = layout.itemFolder(id);
    if (!record) {
      faults.push({ failed: '有封存记录不能读出或不合格式，其文件无从核对。', path: folder + layout.RECORD });
      continue;
    }
    const expected = new Set(layout.SEAL_FILES.map((name) => folder + name));
    for (const { name, sha256, sm3, size } of record.artefacts) {
      const path = folder + name;
      expected.add(path);
      const found = surveyed.get(path);
      if (!bag.files.has(path)) faults.push({ failed: '缺少封存记录所列的文件。', path });
      else if (found?.sha256 !== sha256 || found.sm3 !== sm3 || found.size !== size)
        faults.push({ failed: '有文件与封存记录所记的校验值不一致。', path });
    }
    const beside = [layout.EARLIER_LOGS, layout.ADDENDA].map((name) => folder + name);
    const known = (path: string) => expected.has(path) || beside.some((start) => path.startsWith(start));
    const strays = [...bag.files.keys()].filter((path) => path.startsWith(folder) && !known(path));
    faults.push(...strays.map((path) => ({ failed: '证据文件夹里有封存记录没有列出的文件。', path })));
  }
  const told = externals > 0 ? `；其中 ${externals} 件为外来图片，非由网页取得` : '';
  const ok = `${items.length} 件证据的封存记录与文件一致${told}。`;
  return checkedFiles('records', ok, faults, await declaredDamage(bag));
}

/** Each record is signed by the key beside it; `sealers` names the keys whose signatures hold. */
export async function checkRecordSignatures(
  bag: BagFile,
): Promise<{ check: Check; sealers: { itemId: string; keyFingerprint: string }[] }> {
  const items = itemsOf(bag);
  const signed = items.filter((id) => bag.files.has(layout.itemFolder(id) + layout.RECORD_SIGNATURE));
  if (!signed.length) return { check: absent('record-signatures', '封存记录没有签名。'), sealers: [] };
  const invalid: string[] = [];
  const lost: string[] = [];
  const sealers: { itemId: string; keyFingerprint: string }[] = [];
  for (const itemId of items) {
    const folder = layout.itemFolder(itemId);
    const paths = { signature: folder + layout.RECORD_SIGNATURE, key: folder + layout.RECORD_KEY };
    const gone = [paths.signature, paths.key].filter((path) => !bag.files.has(path));
    lost.push(...gone);
    if (gone.length) continue;
    const { valid, fingerprint } = await verifyFile(bag, folder + layout.RECORD, paths);
    if (valid && fingerprint) sealers.push({ itemId, keyFingerprint: fingerprint });
    else invalid.push(paths.signature);
  }
  const check = checkedWays('record-signatures', `${items.length} 件证据的封存签名有效。`, [
    { failed: '封存签名与封存记录不符：记录、签名或公钥在封存之后有改动。', details: invalid },
    { failed: '缺少封存签名或公钥。', details: lost },
  ]);
  return { check, sealers };
}

/** The log chains from its first line to the head that the bundle names, and knows each record by its digest. */
export async function checkCustody(bag: BagFile, surveyed: Surveyed): Promise<Check> {
  const text = await bag.text(layout.CUSTODY_LOG);
  if (text === undefined) {
    return checked('custody', '', '保管日志缺失或无法读取。', [layout.CUSTODY_LOG]);
  }
  const digest = await createSha256();
  const walk = walkExtract(text, digest);
  const isBroken = walk.brokenAt !== undefined;
  const { info } = parseBagInfo((await bag.text(layout.BAG_INFO)) ?? '');
  const named = bagValue(info, 'Custody-Head');
  const head = [
    ...(canonicalJson(walk.head) === (await bag.text(layout.CUSTODY_HEAD)) ? [] : [layout.CUSTODY_HEAD]),
    ...(named === `${walk.head.sequence} ${walk.head.sha256}` ? [] : [`${layout.BAG_INFO} Custody-Head`]),
  ];
  const unknown = itemsOf(bag).filter((id) => {
    const digest = surveyed.get(layout.itemFolder(id) + layout.RECORD)?.sha256;
    const seals = ({ act, itemId, itemSha256 }: CustodyLine) =>
      itemId === id && (act === 'captured' || act === 'imported') && itemSha256 === digest;
    return !walk.lines.some(seals);
  });
  const ids = new Set(itemsOf(bag));
  const own = new Map(
    walk.lines.flatMap(({ itemId, salt }) =>
      itemId !== undefined && salt !== undefined && ids.has(itemId)
        ? [[commitmentTo(itemId, salt, digest), itemId] as const]
        : [],
    ),
  );
  const hidden = [...own].flatMap(([of, id]) => (walk.withheldOf.get(of) ?? []).map((line) => `${id} 第 ${line} 行`));
  const ok = `保管日志 ${walk.lines.length} 行首尾相接，链头一致；另有 ${walk.withheld} 行未公开，${
    walk.unsaid ? `其中 ${walk.unsaid} 行由旧版写成，是否与本包无关无从核对` : '其承诺值都不是包内证据的'
  }。`;
  return checkedWays('custody', ok, [
    { failed: '保管日志断链。', details: isBroken ? [`${layout.CUSTODY_LOG} 第 ${walk.brokenAt} 行`] : [] },
    // A log that breaks has no last line to compare.
    { failed: '保管日志的末行与所记链头不符，日志或链头有改动。', details: isBroken ? [] : head },
    {
      failed: '保管日志中没有包内这份封存记录：日志里没有它的校验值。',
      details: isBroken ? [] : unknown.map((id) => layout.itemFolder(id) + layout.RECORD),
    },
    { failed: '包内证据自己的日志行没有公开。', details: isBroken ? [] : hidden },
    {
      failed: '保管日志不是封存时的那一份：与封存记录所记的链头不符。',
      details: isBroken ? [] : await otherHeads(bag, walk),
    },
  ]);
}

/** Items sealed by the library whose log this is, and whose records cite another line than stands at that place. */
async function otherHeads(bag: BagFile, { lines, heads }: ExtractVerdict): Promise<string[]> {
  const other: string[] = [];
  for (const id of itemsOf(bag)) {
    const logHead = (await readRecord(bag, id))?.logHead;
    const isImported = lines.some(({ itemId, act }) => itemId === id && act === 'imported');
    if (!logHead || isImported) continue;
    if (heads.get(logHead.sequence) !== logHead.sha256) other.push(`${id} 第 ${logHead.sequence} 行`);
  }
  return other;
}

/** The tag manifest is signed by the key in the bag. */
export async function checkSignature(bag: BagFile): Promise<{ check: Check; keyFingerprint?: string }> {
  if (!bag.files.has(layout.SIGNATURE) && !bag.files.has(layout.SIGNER_KEY)) {
    return { check: absent('signature', '证据包没有签名。') };
  }
  const lost = [layout.SIGNATURE, layout.SIGNER_KEY, layout.TAG_MANIFEST].filter((path) => !bag.files.has(path));
  const { valid, fingerprint } = await verifyFile(bag, layout.TAG_MANIFEST, {
    signature: layout.SIGNATURE,
    key: layout.SIGNER_KEY,
  });
  const { info } = parseBagInfo((await bag.text(layout.BAG_INFO)) ?? '');
  const named = bagValue(info, 'Signer-Key-SHA256');
  const isOther = named !== undefined && fingerprint !== undefined && named !== fingerprint;
  const check = checkedWays('signature', '证据包签名有效，请以公钥指纹核对签名单位。', [
    { failed: '缺少证据包签名、公钥或标签清单。', details: lost },
    {
      failed: '证据包签名与标签清单不符：清单、签名或公钥在签署之后有改动。',
      details: valid || lost.length ? [] : [layout.SIGNATURE],
    },
    { failed: '公钥不是 bag-info.txt 所记的那一把。', details: isOther ? [layout.SIGNER_KEY] : [] },
  ]);
  return { check, ...(fingerprint ? { keyFingerprint: fingerprint } : {}) };
}

async function verifyFile(
  bag: BagFile,
  path: string,
  paths: { signature: string; key: string },
): Promise<{ valid: boolean; fingerprint?: string }> {
  const [bytes, signature, pem] = await Promise.all([bag.bytes(path), bag.bytes(paths.signature), bag.text(paths.key)]);
  const [spki, ...more] = fromPem('PUBLIC KEY', pem ?? '');
  if (!bytes || !signature || !spki || more.length) return { valid: false };
  return { valid: await verifySignature(spki, signature, bytes), fingerprint: await keyFingerprint(spki) };
}
