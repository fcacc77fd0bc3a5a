import type { BundleVerdict } from '../../utils/bundle/bundle-verdict.ts';
import type { KeyStanding } from '../../utils/evidence/trusted-keys.ts';

/** An item of a bundle, and how it stands to the items of this library. */
export interface DeskItem {
  id: string;
  title: string;
  url: string;
  /** UTC, ISO 8601. */
  sealedAt: string;
  office: string;
  officers: string;
  standing: 'new' | 'present' | 'supplements' | 'damaged' | 'clash';
}

/** A key that signed the bundle or sealed items of it. */
export interface DeskKey {
  fingerprint: string;
  standing: KeyStanding;
  signsBundle: boolean;
  /** Items that it sealed. */
  seals: number;
  /** Addenda that it signed. */
  addenda: number;
  /** It was put on the office's list while this bundle lay on the desk. */
  justRegistered: boolean;
}

/** What came of an import; ids as they stand here. */
export interface DeskOutcome {
  imported: readonly string[];
  present: readonly string[];
  restored: readonly string[];
  /** `doubled`: those whose number another addendum has here. */
  supplemented: readonly { itemId: string; addenda: readonly string[]; doubled: readonly string[] }[];
  /** Addenda under a key that nobody here knows. */
  refused: readonly { itemId: string; addenda: readonly string[] }[];
}

/** Where the desk stands with one bundle. */
export type DeskState = { name: string } & (
  | { phase: 'verifying'; done: number; total: number }
  | {
      phase: 'verdict';
      verdict: BundleVerdict;
      /** Empty when the bundle cannot be taken in. */
      items: readonly DeskItem[];
      keys: readonly DeskKey[];
      /** Why a bundle that holds cannot be taken in. */
      refusal?: string;
    }
  | { phase: 'importing'; done: number; total: number; taken: number; items: number }
  | { phase: 'done'; outcome: DeskOutcome }
  | { phase: 'cancelled'; taken: readonly string[] }
  | { phase: 'failed'; reason: string; taken: readonly string[] }
);
