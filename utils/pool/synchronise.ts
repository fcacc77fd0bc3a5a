import { handIn } from './hand-in.ts';
import { introduce } from './introduce.ts';
import { Ledger, type LedgerKeeper } from './ledger.ts';
import type { PoolLibrary } from './library.ts';
import type { PoolFinding, Stranger } from './pool-finding.ts';
import type { PoolStore } from './pool-store.ts';
import { proveStore } from './prove-store.ts';
import { readLog } from './read-log.ts';
import { noteEdits, settleValues } from './settle-values.ts';
import { takeIn } from './take-in.ts';

export type SyncPhase = 'reading' | 'taking' | 'handing';

export interface SyncOptions {
  /** UTC, ISO 8601. */
  now: () => string;
  signal?: AbortSignal | undefined;
  onProgress?: (phase: SyncPhase, done: number, total: number) => void;
}

/** What a synchronisation did and found. */
export interface SyncReport {
  at: string;
  taken: number;
  handedIn: number;
  addenda: number;
  results: number;
  /** Cases, states of items and outcomes that were changed here. */
  values: number;
  findings: readonly PoolFinding[];
  strangers: readonly Stranger[];
}

/**
 * Brings library and pool to the same: first what the others wrote is read and taken in, then what is here and not there is
 * handed in. It may be cut off anywhere and goes on the next time; what cannot be had is named and waits.
 * @throws PoolFailure when the pool cannot be reached or refuses; what was done until then stays
 */
export async function synchronise(
  store: PoolStore,
  keeper: LedgerKeeper,
  library: PoolLibrary,
  { now, signal, onProgress }: SyncOptions,
): Promise<SyncReport> {
  const ledger = await Ledger.open(keeper);
  await noteEdits(ledger, library, now());
  onProgress?.('reading', 0, 1);
  const own = library.key.fingerprint;
  const log = await readLog(store, ledger, { own, isConfirmed: (key) => library.isConfirmed(key), signal });
  const taken = await takeIn(store, ledger, library, {
    signal,
    onItem: (done, total) => onProgress?.('taking', done, total),
  });
  const values = await settleValues(ledger, library, now());
  await proveStore(store, signal);
  await introduce(store, library, signal);
  const handed = await handIn(store, ledger, library, {
    now,
    signal,
    onItem: (done, total) => onProgress?.('handing', done, total),
  });
  return {
    at: now(),
    taken: taken.bundles.length,
    handedIn: handed.items,
    addenda: taken.addenda,
    results: taken.results,
    values,
    findings: [...log.findings, ...taken.findings],
    strangers: log.strangers,
  };
}
