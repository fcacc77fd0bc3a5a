import { enterChains, type Listed, readAt } from './enter-chains.ts';
import { enterSegment } from './enter-segment.ts';
import type { KnownSegment, LastHad, Ledger } from './ledger.ts';
import { sortChanges } from './left-out.ts';
import { LOGS, parseSegmentName, segmentPlace } from './places.ts';
import type { PoolFinding, Stranger } from './pool-finding.ts';
import type { PoolStore } from './pool-store.ts';
import { readSegment, type Segment } from './segment.ts';

const KEY = /^[0-9a-f]{64}$/;

export interface LogReading {
  findings: PoolFinding[];
  strangers: Stranger[];
  /** Segments that were new here. */
  fresh: number;
}

async function listChain(store: PoolStore, key: string, signal?: AbortSignal): Promise<Listed[]> {
  const entries = await store.list(`${LOGS}/${key}`, signal);
  return entries
    .flatMap(({ name, kind, size }) => {
      const parsed = kind === 'file' ? parseSegmentName(name) : undefined;
      return parsed ? [{ place: segmentPlace(key, parsed.number, parsed.sha256), ...parsed, size }] : [];
    })
    .sort((a, b) => a.number - b.number);
}

/** Who read a segment last: its writer, or whoever's segments name it or one after it of the same chain. */
function lastReader(ledger: Ledger, { key, number, person, at }: KnownSegment): LastHad {
  let last: LastHad = { key, person, at };
  for (const each of ledger.get('segments').values())
    if (each.at > last.at && each.seen.some((head) => head.key === key && head.number >= number)) last = each;
  return { key: last.key, person: last.person, at: last.at };
}

async function stranger(
  store: PoolStore,
  key: string,
  listed: readonly Listed[],
  signal?: AbortSignal,
): Promise<Stranger | null> {
  let items = 0;
  let last: Segment | null = null;
  for (const each of listed) {
    const segment = await readAt(store, each, signal);
    if (!segment || segment.body.key !== key) continue;
    last = segment;
    items += segment.changes.filter(({ kind }) => kind === 'item').length;
  }
  return last && { key, office: last.body.office, person: last.body.person, segments: listed.length, items };
}

interface ReadOptions {
  /** Fingerprint of the key of this machine. */
  own: string;
  isConfirmed: (key: string) => boolean;
  signal?: AbortSignal | undefined;
}

/** Segments that were read here and are no longer there, or have another length. */
function lostSegments(
  ledger: Ledger,
  there: ReadonlyMap<string, number>,
  { own, isConfirmed }: ReadOptions,
): PoolFinding[] {
  return [...ledger.get('segments').values()].flatMap((known) => {
    const size = there.get(known.place);
    if (size === known.size || (known.key !== own && !isConfirmed(known.key))) return [];
    return [
      { what: size === undefined ? 'missing' : 'altered', place: known.place, lastHad: lastReader(ledger, known) },
    ];
  });
}

/** Segments that others name and that were gone, or others, before they were read here. */
function unreadHeads(ledger: Ledger, isConfirmed: (key: string) => boolean): PoolFinding[] {
  const findings = new Map<string, PoolFinding>();
  for (const { seen, key, person, at } of ledger.get('segments').values())
    for (const head of seen) {
      const known = ledger.chain(head.key)[head.number - 1];
      if (known?.sha256 === head.sha256 || !isConfirmed(head.key)) continue;
      const place = segmentPlace(head.key, head.number, head.sha256);
      const before = findings.get(place)?.lastHad;
      if (!before || before.at < at)
        findings.set(place, { what: known ? 'forked' : 'missing', place, lastHad: { key, person, at } });
    }
  return [...findings.values()];
}

/** What of a segment an earlier version left out and this one takes is entered now, from the file that is kept here. */
async function enterLeftOut(ledger: Ledger, own: string): Promise<void> {
  for (const { place, leftOut } of [...ledger.get('segments').values()]) {
    const text = leftOut && (await ledger.textOf(place));
    const segment = text ? await readSegment(text) : null;
    if (!segment) continue;
    // Of the others more may be known meanwhile than this segment says.
    const waiting = new Set(leftOut!.map(({ change }) => change - 1));
    const { changes } = sortChanges(segment.body.changes.filter((_, index) => waiting.has(index)));
    if (changes.length > 0) await enterSegment(ledger, { ...segment, changes }, own);
  }
}

/** Changes of segments that this version does not take and that their writer has not edited since, a finding a segment. */
function stillLeftOut(ledger: Ledger): PoolFinding[] {
  const edited = new Map<string, string>();
  for (const { of, key, by, at } of ledger.get('versions').values()) {
    const name = `${by} ${of} ${key}`;
    if (at > (edited.get(name) ?? '')) edited.set(name, at);
  }
  return [...ledger.get('segments').values()].flatMap(({ place, leftOut = [], key: by, person, at }) => {
    const left = leftOut.filter(({ of, key }) => (edited.get(`${by} ${of} ${key}`) ?? '') <= at);
    return left.length > 0 ? [{ what: 'leftOut', place, leftOut: left, lastHad: { key: by, person, at } }] : [];
  });
}

/**
 * Reads what is new of the pool's log. Chains of keys that nobody here has compared stay apart. What
 * is known here and is gone or changed there is named with who had it last.
 */
export async function readLog(store: PoolStore, ledger: Ledger, options: ReadOptions): Promise<LogReading> {
  const { own, isConfirmed, signal } = options;
  const findings: PoolFinding[] = [];
  const strangers: Stranger[] = [];
  const there = new Map<string, number>();
  const chains = new Map<string, readonly Listed[]>();
  const folders = (await store.list(LOGS, signal)).filter(({ name, kind }) => kind === 'folder' && KEY.test(name));
  const keys = new Set([...folders.map(({ name }) => name), ...ledger.heads().map(({ key }) => key)]);
  for (const key of [...keys].sort()) {
    const listed = await listChain(store, key, signal);
    if (key !== own && !isConfirmed(key)) {
      const found = await stranger(store, key, listed, signal);
      if (found) strangers.push(found);
      continue;
    }
    for (const { place, size } of listed) there.set(place, size);
    chains.set(key, listed);
  }
  await enterLeftOut(ledger, own);
  const fresh = await enterChains(store, ledger, chains, { own, findings, signal });
  const known = [...lostSegments(ledger, there, options), ...unreadHeads(ledger, isConfirmed), ...stillLeftOut(ledger)];
  return { findings: [...known, ...findings], strangers, fresh };
}
