import { type Addendum, addendumNumber, citedAddenda, isAddendum, isStemOf } from '../evidence/addendum.ts';
import { type AddendumSignature, verifyAddendum } from '../evidence/addendum-origin.ts';
import { toBase64 } from '../evidence/base64.ts';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { createSha256, digestBytes } from '../evidence/digest.ts';
import { keyFingerprint } from '../evidence/seal.ts';
import type { BagFile } from './bag-file.ts';
import { type AddendumSigner, absent, type Check, checkedFiles, type Fault } from './bundle-verdict.ts';
import type { Surveyed } from './check-files.ts';
import { itemsOf } from './check-seals.ts';
import { walkExtract } from './custody-extract.ts';
import { declaredDamage } from './damaged-parts.ts';
import * as layout from './layout.ts';
import { fromPem } from './pem.ts';

/** The addendum in a file, if its bytes are the canonical JSON of one. */
export async function readAddendum(bag: BagFile, path: string): Promise<Addendum | undefined> {
  const text = await bag.text(path);
  try {
    const addendum: unknown = JSON.parse(text ?? '');
    return isAddendum(addendum) && canonicalJson(addendum) === text ? addendum : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The signature beside an addendum with the key that made it; undefined unless both can be read. */
export async function readAddendumSignature(
  bag: BagFile,
  folder: string,
  stem: string,
): Promise<AddendumSignature | undefined> {
  const names = layout.addendumFiles(stem);
  const [der, pem] = await Promise.all([bag.bytes(folder + names.signature), bag.text(folder + names.key)]);
  const [spki, ...more] = fromPem('PUBLIC KEY', pem ?? '');
  if (!der || !spki || more.length) return undefined;
  return { der: toBase64(der), publicKey: toBase64(spki), keyFingerprint: await keyFingerprint(spki) };
}

/** Paths of the addenda of an item, in their order. */
export const addendaOf = (bag: BagFile, folder: string): string[] =>
  [...bag.files.keys()].filter((path) => path.startsWith(folder + layout.ADDENDA) && path.endsWith('.json')).sort();

/**
 * Each addendum stands under its number or beside another one of that number; it belongs to the record beside it, has the picture
 * that it names and is cited by the log; a signature beside it is its own; the log cites none that is not there.
 */
export async function checkAddenda(
  bag: BagFile,
  surveyed: Surveyed,
): Promise<{ check: Check; signers: AddendumSigner[] }> {
  const signers: AddendumSigner[] = [];
  const faults: Fault[] = [];
  let count = 0;
  for (const id of itemsOf(bag)) {
    const folder = layout.itemFolder(id);
    const cited = await citedBy(bag, id);
    const expected = new Set<string>();
    const paths = addendaOf(bag, folder);
    count += paths.length;
    for (const path of paths) {
      const addendum = await readAddendum(bag, path);
      const stem = layout.stemOfFile(path);
      const names = layout.addendumFiles(stem);
      expected.add(path);
      const isNamed = addendum && isStemOf(stem, addendum, surveyed.get(path)?.sha256 ?? '');
      if (!isNamed || path !== folder + names.json) {
        for (const name of Object.values(names)) expected.add(folder + name);
        faults.push({ failed: '有附页不能读出、不合格式或不在自己的编号之下。', path });
        continue;
      }
      if (addendum.recordSha256 !== surveyed.get(folder + layout.RECORD)?.sha256)
        faults.push({ failed: '有附页所属的封存记录不是包内这一份。', path });
      const isCited = cited.delete(surveyed.get(path)?.sha256 ?? '');
      if (!isCited) faults.push({ failed: '有附页没有记入保管日志。', path });
      if (bag.files.has(folder + names.signature) || bag.files.has(folder + names.key)) {
        expected.add(folder + names.signature).add(folder + names.key);
        const signature = await readAddendumSignature(bag, folder, stem);
        const holds = signature && (await verifyAddendum(addendum, signature));
        // Of an addendum that is not the cited one it is no news that its signature does not hold.
        if (holds) signers.push({ itemId: id, stem, keyFingerprint: signature.keyFingerprint });
        else if (isCited)
          faults.push({ failed: '有附页的签名与附页不符，或缺少签名、公钥。', path: folder + names.signature });
      }
      const picture = addendum.kind === 'look-up' ? addendum.picture : undefined;
      if (!picture) continue;
      expected.add(folder + names.picture);
      const found = surveyed.get(folder + names.picture);
      const holds = found?.sha256 === picture.sha256 && found.sm3 === picture.sm3 && found.size === picture.size;
      const failed = bag.files.has(folder + names.picture) ? '有附页的截图与附页所记不一致。' : '缺少附页的截图。';
      if (!holds) faults.push({ failed, path: folder + names.picture });
    }
    for (const [digest, number] of cited) {
      const path = folder + layout.addendumFiles(addendumNumber(number)).json;
      faults.push({
        failed: '缺少保管日志所记的附页。',
        path,
        detail: `${id} 附页 ${addendumNumber(number)}（${digest}）`,
      });
    }
    const strays = [...bag.files.keys()].filter((path) => path.startsWith(folder + layout.ADDENDA));
    const stray = strays.filter((path) => !expected.has(path));
    faults.push(...stray.map((path) => ({ failed: '附页文件夹里有不属于任何附页的文件。', path })));
  }
  if (count === 0 && faults.length === 0) return { check: absent('addenda', '没有封存后的附页。'), signers };
  const unsigned = count - signers.length;
  const ok = `${count} 份附页与封存记录、保管日志一致，${unsigned ? `${signers.length} 份逐份签名，${unsigned} 份没有自己的签名` : '逐份签名'}。`;
  return { check: checkedFiles('addenda', ok, faults, await declaredDamage(bag)), signers };
}

/** Addenda that the bundle's log cites for an item, and the logs that came with it: numbers by digest. */
async function citedBy(bag: BagFile, itemId: string): Promise<Map<string, number>> {
  const sha256 = await createSha256();
  const folder = layout.itemFolder(itemId);
  const earlier = [...bag.files.keys()].filter((path) => path.startsWith(folder + layout.EARLIER_LOGS));
  const record = await bag.bytes(folder + layout.RECORD);
  const recordSha256 = record ? (await digestBytes(record)).sha256 : '';
  const cited = new Map<string, number>();
  for (const path of [layout.CUSTODY_LOG, ...earlier]) {
    const { lines } = walkExtract((await bag.text(path)) ?? '', sha256);
    for (const [digest, number] of citedAddenda(lines, recordSha256)) cited.set(digest, number);
  }
  return cited;
}
