import type { FileVerdict } from './file-verdicts.ts';

/** The layers that are checked, in the order in which they are reported. */
export const CHECKS = [
  'container',
  'structure',
  'completeness',
  'sha256',
  'sm3',
  'tags',
  'records',
  'record-signatures',
  'custody',
  'addenda',
  'signature',
  'timestamp',
] as const;

export type CheckName = (typeof CHECKS)[number];

/** One layer: it holds, it fails, or the bundle has nothing to check there. */
export interface Check {
  name: CheckName;
  state: 'ok' | 'failed' | 'absent';
  /** One Chinese sentence. */
  sentence: string;
  /** What exactly failed: paths, line numbers. */
  details: readonly string[];
}

export interface BundleVerdict {
  /** Nothing failed. */
  ok: boolean;
  /** Name of the folder in the ZIP; empty when it could not be read. */
  name: string;
  checks: readonly Check[];
  /** Every file by itself, what does not hold first. */
  files: readonly FileVerdict[];
  items: readonly string[];
  /** Which key sealed which item (SHA-256 of the SPKI); an item whose seal does not hold is left out. */
  sealers: readonly { itemId: string; keyFingerprint: string }[];
  /** SHA-256 of the key that signed the bundle. */
  keyFingerprint?: string;
  /** Time of the RFC 3161 token, UTC, ISO 8601. */
  stampedAt?: string;
}

/** A layer that failed where there are details, and otherwise holds. */
export function checked(name: CheckName, ok: string, failed: string, details: readonly string[]): Check {
  return details.length
    ? { name, state: 'failed', sentence: failed, details }
    : { name, state: 'ok', sentence: ok, details };
}

export const absent = (name: CheckName, sentence: string): Check => ({ name, state: 'absent', sentence, details: [] });
