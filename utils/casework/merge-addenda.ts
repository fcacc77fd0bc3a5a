import type { BagFile } from '../bundle/bag-file.ts';
import { walkExtract } from '../bundle/custody-extract.ts';
import * as layout from '../bundle/layout.ts';
import { addendumNumber, besideStem } from '../evidence/addendum.ts';
import { lineDigest } from '../evidence/custody-log.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { checkStoredAddenda } from '../store/addendum-health.ts';
import { appendWithin } from '../store/custody-store.ts';
import { transact, under } from '../store/database.ts';
import { keptPicture, type StoredAddendum, type StoredLog, stemOf } from '../store/evidence-database.ts';
import { UnknownItemError } from '../store/evidence-store.ts';
import { notify } from '../store/notices.ts';
import { requireLockOf } from '../store/store-key.ts';
import { addendumKeys, type BroughtAddendum, bundledAddenda, bundledLogs, storedAddendum } from './bundled-addenda.ts';

/** What a bundle has for the addenda of an item that is here already. */
export interface AddendaPlan {
  /** With their places and names here. */
  rows: readonly (BroughtAddendum & { number: number })[];
  /** Names of those that were not here. */
  brought: readonly string[];
  /** Of these, the ones whose number another addendum has here: both are kept, and this one's name carries digits of its digest. */
  doubled: readonly string[];
  /** Addenda and logs that were here and are damaged or gone, by their names in bundles. */
  mended: readonly string[];
  /** Everything of it that will lie here, by its names in bundles. */
  names: readonly string[];
  /** Logs of the bundle that are damaged here or have lines that are not known here; with the place of the damaged one. */
  logs: readonly PlannedLog[];
  /** The addenda that were here when it was made: it holds for these alone. */
  seen: string;
}

/** Something was added to the item between the plan and its doing; another plan has to be made. */
export class StalePlanError extends Error {
  override name = 'StalePlanError';
}

const seenOf = (rows: readonly StoredAddendum[]): string =>
  JSON.stringify(rows.map((row) => [row.number, stemOf(row)]).sort());

const sourceOf = ({ signature, broughtBy }: StoredAddendum) => ({
  ...(signature ? { signature } : {}),
  ...(broughtBy ? { broughtBy } : {}),
});

type PlannedLog = Pick<StoredLog, 'log' | 'sha256'> & { number?: number };

/** Compares the addenda of a bag that passed every check with those of the item; addenda are told apart by their digests. */
export async function planAddenda(bag: BagFile, folder: string, item: EvidenceItem): Promise<AddendaPlan> {
  const [{ addenda: here, logs }, theirs] = await Promise.all([checkStoredAddenda(item), bundledAddenda(bag, folder)]);
  const standing = new Map(here.map((checked) => [stemOf(checked.row), checked]));
  const rows: (BroughtAddendum & { number: number })[] = [];
  const brought: string[] = [];
  const doubled: string[] = [];
  const mended: string[] = [];
  let last = Math.max(0, ...here.map(({ row }) => row.number));
  for (const { addendum, sha256, signature, picture } of theirs) {
    // One that nothing vouches for any longer is here all the same: its log is what has to be put back.
    const own = here.find((checked) => checked.sha256 === sha256 && checked.belongs);
    if (own?.pictured && own.signed) continue;
    const isKnown = logs.cited.has(sha256);
    const plain = addendumNumber(addendum.number);
    const holder = standing.get(plain);
    const others = [...logs.cited].some(([of, number]) => of !== sha256 && number === addendum.number);
    const isTaken = isKnown ? holder?.vouched === true && holder.sha256 !== sha256 : holder !== undefined || others;
    const stem = own ? stemOf(own.row) : isTaken ? besideStem(addendum.number, sha256) : plain;
    const number = standing.get(stem)?.row.number ?? ++last;
    // What stood here of its origin stays, if it holds.
    const source = own?.signed ? sourceOf(own.row) : signature ? { signature } : {};
    rows.push({ number, stem, addendum, sha256, ...source, ...(picture ? { picture } : {}) });
    if (isKnown) mended.push(layout.addendumFiles(stem).json);
    else brought.push(stem);
    if (!isKnown && isTaken) doubled.push(stem);
  }
  const wanted: PlannedLog[] = [];
  const digest = await createSha256();
  for (const kept of await bundledLogs(bag, folder)) {
    const damaged = logs.damaged.find(({ sha256 }) => sha256 === kept.sha256);
    if (damaged) {
      wanted.push({ ...kept, number: damaged.number });
      mended.push(damaged.name);
    } else if (rows.length > 0) {
      const { lines } = walkExtract(await kept.log.text(), digest);
      if (lines.some((line) => !logs.lines.has(lineDigest(line, digest)))) wanted.push(kept);
    }
  }
  const names = [...mended, ...rows.flatMap(({ stem }) => Object.values(layout.addendumFiles(stem)))];
  return { rows, brought, doubled, mended, names, logs: wanted, seen: seenOf(here.map(({ row }) => row)) };
}

/**
 * Takes the planned addenda in, with the logs that vouch for them and one line of this library's log, in one transaction. What
 * is here and holds is left alone.
 * @param by `bundleKey`: fingerprint of the key that signed the bundle; `keyWords` says of a key how it was checked, for the log
 * @throws StalePlanError when the addenda here are no longer those of the plan, LockChangedError
 */
export async function mergeAddenda(
  bag: BagFile,
  item: EvidenceItem,
  plan: AddendaPlan,
  { person, bundleKey, keyWords }: { person: string; bundleKey: string; keyWords(use: string, key: string): string },
): Promise<void> {
  const [head, sha256, rows] = await Promise.all([
    bag.text(layout.CUSTODY_HEAD),
    createSha256(),
    Promise.all(plan.rows.map((row) => storedAddendum({ id: item.id, number: row.number, bundleKey }, row))),
  ]);
  const signedBy = [
    keyWords('证据包签名', bundleKey),
    ...addendumKeys(plan.rows).map((key) => keyWords('附页签名', key)),
  ];
  const detail = `${bag.name}，${planInWords(plan)}，原日志链头 ${head ?? ''}，${signedBy.join('，')}`;
  const line = await transact(['items', 'addenda', 'provenance', 'lock', 'custody'], async (transaction) => {
    if (!(await transaction.objectStore('items').count(item.id))) throw new UnknownItemError(item.id);
    const here = await transaction.objectStore('addenda').getAll(under(item.id));
    if (seenOf(here) !== plan.seen) throw new StalePlanError();
    await requireLockOf(
      transaction,
      rows.flatMap((row) => keptPicture(row) ?? []),
    );
    for (const row of rows) await transaction.objectStore('addenda').put(row);
    const kept = await transaction.objectStore('provenance').getAllKeys(under(item.id));
    let number = Math.max(-1, ...kept.map(([, each]) => each));
    for (const log of plan.logs)
      await transaction.objectStore('provenance').put({ itemId: item.id, ...log, number: log.number ?? ++number });
    const entry = { act: 'imported', itemId: item.id, person, detail, itemSha256: item.digest.sha256 } as const;
    return appendWithin(transaction.objectStore('custody'), entry, sha256);
  });
  notify({ kind: 'item', key: item.id });
  notify({ kind: 'log', key: String(line.sequence) });
}

function planInWords({ brought, doubled, mended }: AddendaPlan): string {
  return [
    ...(brought.length ? [`补入附页 ${brought.join('、')}`] : []),
    ...(doubled.length ? [`其中 ${doubled.join('、')} 与本库附页编号相同、内容不同，两份都保留`] : []),
    ...(mended.length ? [`恢复 ${mended.join('、')}`] : []),
  ].join('，');
}
