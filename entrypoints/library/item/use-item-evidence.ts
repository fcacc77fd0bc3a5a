import { useMemo } from 'preact/hooks';
import { countedOf, type KnownKeys } from '../../../utils/evidence/addendum-origin.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import type { StampRoot } from '../../../utils/evidence/stamp-trust.ts';
import { standingOf } from '../../../utils/evidence/standing.ts';
import { keyStanding } from '../../../utils/evidence/trusted-keys.ts';
import { useAddenda, useCertificates, useChain, useEarlierLogs, useLines, useStampStanding } from './use-evidence.ts';

/** Everything that the library keeps about one item besides its record. */
export function useItemEvidence(item: EvidenceItem, keys: KnownKeys, roots: readonly StampRoot[]) {
  const sealer = item.signature?.keyFingerprint;
  const addenda = useAddenda(item, keys);
  const read = useCertificates(item);
  return {
    lines: useLines(item.id),
    chain: useChain(),
    earlierLogs: useEarlierLogs(item.id),
    sealedBy: keys.own && sealer ? keyStanding(sealer, keys.own, keys.trusted) : null,
    stamp: useStampStanding(item, roots),
    addenda,
    certificates: useMemo(() => standingOf(read, countedOf(addenda)), [read, addenda]),
  };
}
