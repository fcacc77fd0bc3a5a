/** An address with known content, hidden in a patrol to audit it. */
export interface Probe {
  url: string;
  /** What a scan that works says of it. */
  flagged: boolean;
}

/** What came of a probe; `seen` is null when its page was not read. */
export interface ProbeResult extends Probe {
  seen: boolean | null;
}

/** Share of missed probes above which a patrol cannot be relied on. */
export const MOST_MISSED = 0.03;

/** The audit of a patrol by its probes. */
export interface ProbeAudit {
  probes: number;
  missed: readonly ProbeResult[];
  /** True unless more than {@link MOST_MISSED} of the probes were read wrongly or not at all; null without probes. */
  reliable: boolean | null;
}

export function auditProbes(results: readonly ProbeResult[]): ProbeAudit {
  const missed = results.filter(({ flagged, seen }) => seen !== flagged);
  return {
    probes: results.length,
    missed,
    reliable: results.length === 0 ? null : missed.length <= results.length * MOST_MISSED,
  };
}

/**
 * Places of probes among `count` addresses, spread so that none can be told by where it stands: each within its own share, at a place that
 * a seed decides.
 * @param seed any number; the same one gives the same places
 * @returns for each probe how many addresses come before it, ascending
 */
export function probePlaces(count: number, probes: number, seed: number): number[] {
  // The mixing step of the 32-bit MurmurHash3 (Austin Appleby, public domain).
  const mixed = (value: number) => {
    let hash = value >>> 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
  const share = count / probes;
  return Array.from({ length: probes }, (_, index) =>
    Math.floor(index * share + (mixed(seed + index * 0x9e3779b9) / 2 ** 32) * share),
  );
}
