import { isPractice } from '../evidence/practice.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { addressOf, bySeal, pageAddress } from '../evidence/same-address.ts';
import { parseAddress } from './address.ts';
import { MOST_PHRASES, type VisitOutcome } from './outcome.ts';
import type { PatrolEntry, RecheckVerdict } from './patrol.ts';

/** Words of the claims of a sealed item that nobody dismissed, each once. */
export function sealedPhrases({ record, dismissed }: Pick<EvidenceItem, 'record' | 'dismissed'>): string[] {
  const gone = new Set([...dismissed, ...(record.dismissed ?? [])]);
  const claims = record.findings.filter(({ disposition, id }) => disposition === 'claim' && !gone.has(id));
  return [...new Set(claims.map(({ phrase }) => phrase))];
}

/** A sealed page whose re-check is due. */
export interface DueItem {
  item: EvidenceItem;
  phrases: readonly string[];
}

/**
 * What was sealed as flagged and is due again: of each address the newest item, when it was sealed at least so many days before `now`.
 * @param now milliseconds
 */
export function dueItems(items: readonly EvidenceItem[], days: number, now: number): DueItem[] {
  const newest = new Map<string, EvidenceItem>();
  for (const item of items) {
    if (isPractice(item)) continue;
    const address = pageAddress(addressOf(item));
    const known = newest.get(address);
    if (!known || bySeal(item, known) < 0) newest.set(address, item);
  }
  const before = now - days * 86_400_000;
  return [...newest.values()]
    .filter((item) => /^https?:/.test(addressOf(item)) && Date.parse(item.record.sealedAt) <= before)
    .map((item) => ({ item, phrases: readablePhrases(item) }))
    .filter(({ phrases }) => phrases.length > 0)
    .sort((a, b) => bySeal(b.item, a.item));
}

/** None of a record that cannot be read: it costs its own re-check, never the whole list's. */
function readablePhrases(item: EvidenceItem): string[] {
  try {
    return sealedPhrases(item).filter((phrase) => typeof phrase === 'string');
  } catch {
    return [];
  }
}

/**
 * A page whose scripts had changed the address bar when it was sealed, to be visited where it was loaded from; undefined when it was, and for
 * every other page. The address that such a page shows may be one that its server never knew: its claims are gone only when neither holds them.
 * Scripts can change it to no other host: a record that says so was made by somebody who wants another one to be asked with the officer's cookies.
 */
export function placeOfLoad(entry: PatrolEntry): PatrolEntry | undefined {
  const address = parseAddress(entry.sealed?.loadedFrom ?? '');
  if (address === null || typeof address === 'string' || address.url === entry.address) return;
  if (new URL(address.url).hostname !== new URL(entry.address).hostname) return;
  return { ...entry, address: address.url, host: address.host };
}

/**
 * What became of the claims of a sealed page: gone with the page or from it, changed when only some are left or others stand there, else still
 * there; undefined when the page was not read.
 */
export function recheckVerdict(phrases: readonly string[], now: VisitOutcome): RecheckVerdict | undefined {
  if (now.reason?.id === 'http-status' && /^(?:404|410)$/.test(now.reason.value ?? '')) return 'gone';
  if (now.state !== 'done' && now.state !== 'unchanged') return undefined;
  if ((now.claims ?? 0) === 0) return 'gone';
  const seen = new Set(now.phrases ?? []);
  const known = new Set(phrases);
  const all = seen.size === Math.min(known.size, MOST_PHRASES) && [...seen].every((phrase) => known.has(phrase));
  return all ? 'there' : 'changed';
}
