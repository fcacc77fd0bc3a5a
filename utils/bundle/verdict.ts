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
  /** Everything that failed was named as damaged when the bundle was made. */
  declared?: boolean;
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

/** What failed, and the file that it is about. */
export interface Fault {
  path: string;
  detail?: string;
}

/** Like {@link checked}, for files that a bundle may have named as damaged itself: they fail all the same, and it is said. */
export function checkedFiles(
  name: CheckName,
  { ok, failed }: { ok: string; failed: string },
  faults: readonly Fault[],
  declared: ReadonlySet<string>,
): Check {
  const details = faults.map(({ path, detail = path }) =>
    declared.has(path) ? `${detail}（制作证据包时已注明）` : detail,
  );
  const isDeclared = faults.length > 0 && faults.every(({ path }) => declared.has(path));
  if (!isDeclared) return checked(name, ok, failed, details);
  return { ...checked(name, ok, `${failed}这些都是制作证据包时已注明的损坏。`, details), declared: true };
}

export const absent = (name: CheckName, sentence: string): Check => ({ name, state: 'absent', sentence, details: [] });
