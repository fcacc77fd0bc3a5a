import type { FileVerdict } from './file-verdict.ts';

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

/** Which key signed an addendum; one that is not signed, or whose signature does not hold, has none. */
export interface AddendumSigner {
  itemId: string;
  stem: string;
  keyFingerprint: string;
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
  addendumSigners: readonly AddendumSigner[];
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

/** One way in which a layer can fail: its sentence, and what failed so. */
export interface Way {
  failed: string;
  details: readonly string[];
}

/** A layer that can fail in several ways: each of them that did is said, and none that did not. */
export function checkedWays(name: CheckName, ok: string, ways: readonly Way[]): Check {
  const met = ways.filter(({ details }) => details.length > 0);
  const sentence = met.map(({ failed }) => failed).join('');
  return checked(
    name,
    ok,
    sentence,
    met.flatMap(({ details }) => details),
  );
}

/** What failed, the file that it is about, and the sentence for all that failed in this way. */
export interface Fault {
  failed: string;
  path: string;
  detail?: string;
}

/** Like {@link checkedWays}, for files that a bundle may have named as damaged itself: they fail all the same, and it is said. */
export function checkedFiles(
  name: CheckName,
  ok: string,
  faults: readonly Fault[],
  declared: ReadonlySet<string>,
): Check {
  const said = (fault: Fault) => declared.has(fault.path);
  const words = ({ path, detail = path }: Fault) => detail;
  const ways = [...new Set(faults.map(({ failed }) => failed))].map((failed) => ({
    failed,
    details: faults
      .filter((fault) => fault.failed === failed)
      .map((fault) => (said(fault) ? `${words(fault)}（制作证据包时已注明）` : words(fault))),
  }));
  const check = checkedWays(name, ok, ways);
  if (!faults.length || !faults.every(said)) return check;
  return { ...check, sentence: `${check.sentence}这些都是制作证据包时已注明的损坏。`, declared: true };
}

export const absent = (name: CheckName, sentence: string): Check => ({ name, state: 'absent', sentence, details: [] });
