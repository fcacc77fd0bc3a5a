import type { Finding } from '../scan/finding.ts';

/** What the card steps through: the claims of the page in reading order, or the quoted and denied words at one place. */
export interface Sequence {
  findings: readonly Finding[];
  index: number;
}

/** The claims that can be stepped to, in page order; several rules at one place follow each other. */
export function claimsInOrder(findings: readonly Finding[], dismissed: ReadonlySet<string>): Finding[] {
  return findings
    .filter(({ id, disposition, gone }) => disposition === 'claim' && !gone && !dismissed.has(id))
    .sort((one, other) => one.position - other.position);
}

/** The sequence that a click at a place opens: among all claims if one is there, else just what is there. */
export function sequenceAt(
  ids: readonly string[],
  findings: readonly Finding[],
  dismissed: ReadonlySet<string>,
): Sequence | null {
  const here = findings.filter(({ id }) => ids.includes(id)).sort((one, other) => one.position - other.position);
  if (here.length === 0) return null;
  const claims = claimsInOrder(findings, dismissed);
  const index = claims.findIndex(({ id }) => ids.includes(id));
  return index >= 0 ? { findings: claims, index } : { findings: here, index: 0 };
}

/** The claim after (`1`) or before (`-1`) the current one; null past either end. Without a current one, the first or the last. */
export function stepClaim(claims: readonly Finding[], current: string | null, by: 1 | -1): Finding | null {
  const at = claims.findIndex(({ id }) => id === current);
  if (at < 0) return (by === 1 ? claims[0] : claims.at(-1)) ?? null;
  return claims[at + by] ?? null;
}
