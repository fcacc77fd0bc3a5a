import { useEffect, useState } from 'preact/hooks';
import type { Checking } from '../../../components/item/ItemHead.tsx';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import { markViewed, verifyItem } from '../../../utils/store/evidence-store.ts';

/** Writes into the log that the item was opened, and hashes all of it again; `checking` is null when that is done. */
export function useItemCheck({ id, record }: EvidenceItem, person: string) {
  const [checking, setChecking] = useState<Checking | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    markViewed(id, person).catch(reportError);
  }, [id]);
  useEffect(() => {
    const ended = new AbortController();
    const onProgress = (done: number, total: number) => setChecking({ done, total });
    onProgress(0, record.artefacts.length);
    verifyItem(id, { person, signal: ended.signal, onProgress })
      .catch((error) => {
        if (!ended.signal.aborted) reportError(error);
      })
      .finally(() => {
        if (!ended.signal.aborted) setChecking(null);
      });
    return () => ended.abort();
  }, [id, round]);
  return { checking, checkAgain: () => setRound(round + 1) };
}
