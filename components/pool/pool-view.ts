import type { Attack } from '../../utils/pool/attacks.ts';
import type { KnownSegment } from '../../utils/pool/ledger.ts';
import type { PoolFinding, Stranger } from '../../utils/pool/pool-finding.ts';
import type { SyncPhase, SyncReport } from '../../utils/pool/synchronise.ts';
import type { Version } from '../../utils/pool/versions.ts';

/** Where an item stands: on this machine only, in the pool from here, or from somebody. */
export type ItemPlace = { kind: 'here' } | { kind: 'pooled' } | { kind: 'from'; holder: string };

export interface PooledItem {
  itemId: string;
  title: string;
  host: string;
  sealedAt: string;
  place: ItemPlace;
}

/** A chain of the pool's log. */
export interface PoolMember {
  holder: string;
  own: boolean;
  head: KnownSegment;
  items: number;
}

/** Two edits of one case that contradict each other. */
export interface CaseClash {
  key: string;
  name: string;
  mine: Version;
  theirs: Version;
  /** Names of the members that differ. */
  members: readonly string[];
}

/** What came of attacking the store; only one that refused everything is called unchangeable. */
export interface PoolLock {
  /** Whose account it was tried with, and where. */
  where: string;
  at: string;
  succeeded: readonly Attack[];
}

/** What the screen shows of the pool; the report is that of the last synchronisation. */
export interface PoolView {
  items: readonly PooledItem[];
  members: readonly PoolMember[];
  clashes: readonly CaseClash[];
  report: SyncReport | null;
  lock: PoolLock | null;
}

/** The synchronisation under way, or why the last one stopped. */
export type PoolRun =
  | { state: 'idle' }
  | { state: 'running'; phase: SyncPhase | 'attacking'; done: number; total: number }
  | { state: 'failed'; reason: string };

export type { PoolFinding, Stranger };
