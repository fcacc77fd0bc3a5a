import { useEffect, useRef, useState } from 'preact/hooks';
import type { StampQueueState } from '../../components/settings/StampQueueList.tsx';
import { tData } from '../../utils/base/i18n.ts';
import type { KeptFailure, StampAttempt } from '../../utils/casework/attempt-stamps.ts';
import { retryStamps, stampAttemptItem } from '../../utils/casework/stamp-queue.ts';
import { stampSender } from '../../utils/casework/timestamp-service.ts';
import { awaitsStamp } from '../../utils/evidence/practice.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';

/** The items that wait for a time stamp, why, and a run over them. */
export interface StampQueue extends StampQueueState {
  /** Why the last run left items waiting; null without a service, before the first run or when nothing failed. */
  failure: string | null;
  retry: () => void;
}

const sentence = ({ key, values }: KeptFailure) => tData(key, ...values);

export function useStampQueue(url: string | null, items: readonly EvidenceItem[] | null): StampQueue {
  const [attempt, setAttempt] = useState<StampAttempt | null>(null);
  const [progress, setProgress] = useState<StampQueue['progress']>(null);
  const ended = useRef(new AbortController());
  useEffect(() => {
    const load = () => void stampAttemptItem.getValue().then(setAttempt, reportError);
    load();
    const unwatch = stampAttemptItem.watch(load);
    return () => {
      unwatch();
      ended.current.abort();
    };
  }, []);
  const reasonOf = (itemId: string) => {
    const failure = attempt?.rejected[itemId] ?? attempt?.unavailable;
    return failure ? sentence(failure) : null;
  };
  const waiting = (items ?? []).filter(awaitsStamp);
  const failed = attempt?.unavailable ?? Object.values(attempt?.rejected ?? {})[0];
  return {
    waiting: waiting.map(({ id, record }) => ({ id, sealedAt: record.sealedAt, reason: reasonOf(id) })),
    lastRun: attempt?.at ?? null,
    progress,
    failure: url && failed ? sentence(failed) : null,
    retry() {
      if (!url || progress) return;
      const { signal } = ended.current;
      const onProgress = (done: number, total: number) => setProgress({ done, total });
      onProgress(0, waiting.length);
      retryStamps(stampSender(url), { signal, onProgress })
        .catch((error) => {
          if (!signal.aborted) reportError(error);
        })
        .finally(() => setProgress(null));
    },
  };
}
