/** What waits for its visit. */
export interface Waiting {
  host: string;
}

interface Turn<Entry> {
  host: string;
  /** Milliseconds at which the host may be asked again. */
  readyAt: number;
  entries: Entry[];
  /** First entry that is still to come. */
  next: number;
  pauseMs: number;
}

/** The longest that a host which says that it is overburdened is left alone. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Rounds of the pace that a host is first left alone; each further refusal doubles them. */
const FIRST_PAUSE = 8;

/** A machine asking itself needs no manners. */
const isLoopback = (host: string) => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i.test(host);

/**
 * Hosts take turns: one visit at a time to each, and so long between two as the pace says. The order within a host is that in which its
 * entries came. Knows no clock: the time comes in with each question, in milliseconds.
 */
export class HostTurns<Entry extends Waiting> {
  private readonly paceMs: number;
  private readonly turns = new Map<string, Turn<Entry>>();
  /** Hosts with something to visit and nobody on them, the soonest first. */
  private readonly order: Turn<Entry>[] = [];
  private readonly busy = new Set<string>();
  private count = 0;

  /** @param paceMs least time between the end of a visit to a host and the beginning of the next */
  constructor(paceMs: number) {
    this.paceMs = paceMs;
  }

  /** Entries that were not yet given out. */
  get size(): number {
    return this.count;
  }

  add(entry: Entry): void {
    this.count += 1;
    const known = this.turns.get(entry.host);
    if (known) {
      known.entries.push(entry);
      if (known.entries.length - known.next === 1 && !this.busy.has(entry.host)) this.queue(known);
      return;
    }
    const turn: Turn<Entry> = { host: entry.host, readyAt: 0, entries: [entry], next: 0, pauseMs: 0 };
    this.turns.set(entry.host, turn);
    this.queue(turn);
  }

  /** The next entry to visit; how long to wait for one; or null when nothing waits (visits may still be under way). */
  take(now: number): { entry: Entry } | { waitMs: number } | null {
    const [turn] = this.order;
    if (!turn) return null;
    if (turn.readyAt > now) return { waitMs: turn.readyAt - now };
    this.order.shift();
    this.busy.add(turn.host);
    this.count -= 1;
    const entry = turn.entries[turn.next]!;
    turn.next += 1;
    if (turn.next > 1_000) {
      turn.entries.splice(0, turn.next);
      turn.next = 0;
    }
    return { entry };
  }

  /** A visit to a host ended. @param overburdened it answered that it is asked too much: it is left alone, longer every time */
  leave(host: string, now: number, overburdened = false): void {
    const turn = this.turns.get(host);
    if (!turn) return;
    const pace = isLoopback(host) ? 0 : this.paceMs;
    turn.pauseMs = overburdened ? Math.min(LONGEST_PAUSE_MS, Math.max(pace * FIRST_PAUSE, turn.pauseMs * 2)) : 0;
    turn.readyAt = now + Math.max(pace, turn.pauseMs);
    this.busy.delete(host);
    if (turn.next < turn.entries.length) this.queue(turn);
  }

  private queue(turn: Turn<Entry>): void {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.order[middle]!.readyAt <= turn.readyAt) low = middle + 1;
      else high = middle;
    }
    this.order.splice(low, 0, turn);
  }
}
