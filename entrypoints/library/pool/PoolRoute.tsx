import { PoolPage } from '../../../components/pool/PoolPage.tsx';
import type { TrustedKey } from '../../../utils/evidence/trusted-keys.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import { readPoolView } from './read-pool-view.ts';
import type { PoolControl } from './use-pool.ts';

export interface PoolRouteProps {
  pool: PoolControl;
  ownKey: string | null;
  trusted: readonly TrustedKey[];
  onConfirm: (key: string, holder: string) => void;
}

/** Wires the screen of the pool to its ledger and to the synchronisation. */
export function PoolRoute({ pool, ownKey, trusted, onConfirm }: PoolRouteProps) {
  const key = `${ownKey} ${trusted.map(({ fingerprint }) => fingerprint).join(' ')}`;
  const view = useStored(['pool', 'item'], () => readPoolView(ownKey, trusted), key);
  if (!view) return null;
  const known = new Set(trusted.map(({ fingerprint }) => fingerprint));
  // A key that was just confirmed waits for the next synchronisation, not for another confirmation.
  const strangers = (view.report?.strangers ?? []).filter((stranger) => !known.has(stranger.key));
  const lock = view.lock?.where === pool.lockable ? view.lock : null;
  const report = view.report && { ...view.report, strangers };
  return (
    <PoolPage
      where={pool.where}
      view={{ ...view, report, lock }}
      run={pool.run}
      ownKey={ownKey}
      onSync={pool.sync}
      onCancel={pool.cancel}
      onConfirm={onConfirm}
      onSettle={pool.settle}
      onPutBack={pool.putBack}
      onProbe={pool.lockable === null ? undefined : pool.probe}
    />
  );
}
