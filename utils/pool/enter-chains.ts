import { enterSegment } from './enter-segment.ts';
import type { Ledger } from './ledger.ts';
import type { PoolFinding } from './pool-finding.ts';
import type { PoolStore } from './pool-store.ts';
import { FIRST, type ReadBody, readSegment, type Segment } from './segment.ts';

/** A segment of more bytes is no segment: a few hundred changes and lines are written at a time. */
const LARGEST = 64 * 1024 * 1024;

/** A segment's file as the pool lists it. */
export interface Listed {
  place: string;
  number: number;
  sha256: string;
  size: number;
}

/** The segment at a place, if its bytes are those that its name says. */
export async function readAt(store: PoolStore, { place, size }: Listed, signal?: AbortSignal): Promise<Segment | null> {
  if (size > LARGEST) return null;
  const file = await store.read(place, signal);
  const segment = file && (await readSegment(await file.text()));
  return segment?.place === place ? segment : null;
}

/** One chain's new segments, in their order; the next one is read once. */
class NewSegments {
  readonly #key: string;
  readonly #waiting: Listed[] = [];
  #next: Segment | null = null;

  constructor(key: string, listed: readonly Listed[], ledger: Ledger, findings: PoolFinding[]) {
    this.#key = key;
    const reached = ledger.chain(key).at(-1)?.number ?? 0;
    for (const each of listed) {
      if (ledger.get('segments').has(each.place)) continue;
      if (each.number <= reached) findings.push({ what: 'forked', place: each.place });
      else this.#waiting.push(each);
    }
  }

  /** Whether a segment of this chain waits to be entered. */
  has(number: number): boolean {
    return this.#waiting.some((each) => each.number <= number);
  }

  /** The next one if it hangs on what is known; what does not is named, and nothing after it hangs on anything. */
  async next(store: PoolStore, ledger: Ledger, findings: PoolFinding[], signal?: AbortSignal): Promise<Segment | null> {
    const listed = this.#waiting[0];
    if (!listed) return null;
    if (this.#next) return this.#next;
    const segment = await readAt(store, listed, signal);
    const head = ledger.chain(this.#key).at(-1);
    const isForked = listed.number === head?.number;
    const fits = listed.number === (head?.number ?? 0) + 1 && segment?.body.previous === (head?.sha256 ?? FIRST);
    if (segment && fits) {
      this.#next = segment;
      return segment;
    }
    findings.push({ what: isForked ? 'forked' : segment ? 'gap' : 'altered', place: listed.place });
    if (isForked) this.entered();
    else this.#waiting.length = 0;
    return isForked ? this.next(store, ledger, findings, signal) : null;
  }

  entered(): void {
    this.#waiting.shift();
    this.#next = null;
  }
}

/**
 * Enters what is new of all chains in the order in which it was written: a segment after those that its writer had seen, so
 * that nobody's receipt stands before what it is for. Clocks say nothing of that.
 * @returns how many were new
 */
export async function enterChains(
  store: PoolStore,
  ledger: Ledger,
  chains: ReadonlyMap<string, readonly Listed[]>,
  { own, findings, signal }: { own: string; findings: PoolFinding[]; signal?: AbortSignal | undefined },
): Promise<number> {
  const waiting = new Map(
    [...chains].map(([key, listed]) => [key, new NewSegments(key, listed, ledger, findings)] as const),
  );
  const isSeen = ({ key: writer, seen }: ReadBody) =>
    seen.every(({ key, number }) => key === writer || !waiting.get(key)?.has(number));
  let fresh = 0;
  let isForced = false;
  for (;;) {
    let entered = 0;
    for (const chain of waiting.values())
      for (;;) {
        signal?.throwIfAborted();
        const segment = await chain.next(store, ledger, findings, signal);
        if (!segment || !(isForced || isSeen(segment.body))) break;
        isForced = false;
        await enterSegment(ledger, segment, own);
        chain.entered();
        entered += 1;
      }
    fresh += entered;
    // Two that each say they saw the other first: somebody's key is misused, and what is signed counts all the same.
    if (entered === 0 && isForced) return fresh;
    isForced = entered === 0;
  }
}
