import type { Certificate } from '../../../utils/certificate/certificate.ts';
import type { Addendum } from '../../../utils/evidence/addendum.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import { type ChainVerdict, lineDigest } from '../../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../../utils/evidence/digest.ts';
import type { CustodyLine, EvidenceItem } from '../../../utils/evidence/record.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import { readAddenda, readAllAddenda } from '../../../utils/store/addendum-store.ts';
import { listCases } from '../../../utils/store/cases.ts';
import { readLines, verifyLog } from '../../../utils/store/custody-store.ts';
import { listItems } from '../../../utils/store/evidence-store.ts';
import { withReusedNumbers } from '../../../utils/store/number-index.ts';
import { type EarlierLog, readEarlierLogs } from '../../../utils/store/provenance-store.ts';

export const useItems = (): readonly EvidenceItem[] | null => useStored(['item'], listItems);

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

/** What was learnt of an item since it was sealed, oldest first. */
export const useAddenda = (itemId: string): readonly Addendum[] =>
  useStored(['item'], async () => (await readAddenda(itemId)).map(({ addendum }) => addendum), itemId) ?? [];

const NO_ADDENDA: ReadonlyMap<string, readonly Addendum[]> = new Map();

/** The same for all items, by item. */
export const useAllAddenda = (): ReadonlyMap<string, readonly Addendum[]> =>
  useStored(['item'], readAllAddenda) ?? NO_ADDENDA;

/** The logs that came with an imported item. */
export const useEarlierLogs = (itemId: string): readonly EarlierLog[] | null =>
  useStored(['item'], () => readEarlierLogs(itemId), itemId);

/** The certificates of an item, with a problem where their numbers belong to other holders in the rest of the library. */
export const useCertificates = ({ id, record }: EvidenceItem): readonly Certificate[] =>
  useStored(['item'], () => withReusedNumbers(record.certificates, id), id) ?? record.certificates;
