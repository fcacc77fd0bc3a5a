import { useMemo } from 'preact/hooks';
import type { Certificate } from '../../../utils/certificate/certificate.ts';
import type { Addendum } from '../../../utils/evidence/addendum.ts';
import {
  countedOf,
  type KnownKeys,
  type ShownAddendum,
  shownAddenda,
} from '../../../utils/evidence/addendum-origin.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import { type ChainVerdict, lineDigest } from '../../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../../utils/evidence/digest.ts';
import type { CustodyLine, EvidenceItem } from '../../../utils/evidence/record.ts';
import { type StampStanding, stampStanding } from '../../../utils/evidence/stamp-standing.ts';
import type { StampRoot } from '../../../utils/evidence/stamp-trust.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import { readAddenda, readAllAddenda } from '../../../utils/store/addendum-store.ts';
import { listCases } from '../../../utils/store/cases.ts';
import { readLines, verifyLog } from '../../../utils/store/custody-store.ts';
import { withReusedNumbers } from '../../../utils/store/number-index.ts';
import { type EarlierLog, readEarlierLogs } from '../../../utils/store/provenance-store.ts';
import { readStamp } from '../../../utils/store/stamp-store.ts';

export const useCases = (): readonly Case[] => useStored(['case'], listCases) ?? [];

/** The custody lines of one item with their own digests, oldest first. */
export function useLines(itemId: string | null): readonly { line: CustodyLine; sha256: string }[] | null {
  return useStored(
    ['log'],
    async () => {
      if (!itemId) return [];
      const [lines, sha256] = await Promise.all([readLines(itemId), createSha256()]);
      return lines.map((line) => ({ line, sha256: lineDigest(line, sha256) }));
    },
    itemId ?? '',
  );
}

/** Whether the whole log holds. */
export const useChain = (): ChainVerdict | null => useStored(['log'], verifyLog);

/** What was learnt of an item since it was sealed, oldest first, with where each comes from. */
export function useAddenda({ id, signature }: EvidenceItem, keys: KnownKeys): readonly ShownAddendum[] {
  const rows = useStored(['item'], () => readAddenda(id), id);
  return useMemo(() => shownAddenda(rows ?? [], { signature }, keys), [rows, signature, keys]);
}

/** One list for all items without any, so that nothing is worked out anew of them. */
const NO_ADDENDA: readonly Addendum[] = [];

/** Those of all items that have a say in how their certificates stand, by item. */
export function useCountedAddenda(
  items: readonly EvidenceItem[] | null,
  keys: KnownKeys,
): ReadonlyMap<string, readonly Addendum[]> {
  const all = useStored(['item'], readAllAddenda);
  return useMemo(() => {
    const counted = (item: EvidenceItem) => {
      const rows = all?.get(item.id);
      return rows ? countedOf(shownAddenda(rows, item, keys)) : NO_ADDENDA;
    };
    return new Map((items ?? []).map((item) => [item.id, counted(item)]));
  }, [all, items, keys]);
}

/** The logs that came with an imported item. */
export const useEarlierLogs = (itemId: string): readonly EarlierLog[] | null =>
  useStored(['item'], () => readEarlierLogs(itemId), itemId);

/** What the time stamp over an item's record is worth to this office; null until it is known. */
export function useStampStanding({ id, record }: EvidenceItem, roots: readonly StampRoot[]): StampStanding | null {
  const of = { sealedAt: record.sealedAt, roots };
  const key = `${id} ${roots.map(({ fingerprint }) => fingerprint).join(' ')}`;
  return useStored(['item'], async () => stampStanding(await readStamp(id), of), key);
}

/** The certificates of an item, with a problem where their numbers belong to other holders in the rest of the library. */
export const useCertificates = ({ id, record }: EvidenceItem): readonly Certificate[] =>
  useStored(['item'], () => withReusedNumbers(record.certificates, id), id) ?? record.certificates;
