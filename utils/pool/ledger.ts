import type { Addendum } from '../evidence/addendum.ts';
import type { LeftOut } from './left-out.ts';
import type { SegmentHead } from './segment.ts';
import type { SharedKind } from './shared-value.ts';
import type { Version } from './versions.ts';

/** Who read a file of the pool last and found it to hold. */
export interface LastHad {
  key: string;
  person: string;
  at: string;
}

/** A segment that was read and found to hold, or written here. */
export interface KnownSegment extends SegmentHead, LastHad {
  place: string;
  /** Bytes. */
  size: number;
  office: string;
  seen: readonly SegmentHead[];
  /** The last line of its library's custody log that it has, or that those before it have. */
  lastLine: number;
  /** What of it was not taken. */
  leftOut?: readonly LeftOut[];
}

/** A sealed item that lies in the pool. */
export interface PoolItem {
  recordSha256: string;
  /** As its record names it. */
  id: string;
  bundle: string;
  /** Of the bundle, bytes. */
  size: number;
  /** Whose segment says so. */
  by: string;
  /**
   * From here: its bundle is in the pool, and then a segment says so. From there: not here yet; taken in, and then a segment says
   * that too; read, and not what its segment says.
   */
  state: 'uploaded' | 'published' | 'awaited' | 'taken' | 'receipted' | 'refused';
  had: LastHad;
}

/** An addendum that a segment has; one that is awaited belongs to an item that is not here yet. */
export interface PoolAddendum {
  sha256: string;
  recordSha256: string;
  addendum: Addendum;
  by: string;
  state: 'known' | 'awaited';
}

/** Results of a patrol that lie in the pool. */
export interface PoolResults {
  id: string;
  name: string;
  addresses: number;
  file: string;
  by: string;
  state: 'known' | 'awaited';
}

/** Which version of a shared value stands in this library. */
export interface Tracked {
  of: SharedKind;
  key: string;
  version: string;
  /** Other versions that an officer has dealt with: the next edit here is made from them as well. */
  settles?: readonly string[];
}

/** Everything that this machine knows of the pool. */
export interface LedgerRows {
  segments: readonly KnownSegment[];
  items: readonly PoolItem[];
  addenda: readonly PoolAddendum[];
  results: readonly PoolResults[];
  versions: readonly Version[];
  tracked: readonly Tracked[];
}

/** Where it is kept. */
export interface LedgerKeeper {
  read(): Promise<LedgerRows>;
  /** Adds rows or replaces those of the same key, all of them or none; `texts` are files of segments by their places. */
  put(rows: Partial<LedgerRows>, texts?: ReadonlyMap<string, string>): Promise<void>;
  textOf(place: string): Promise<string | undefined>;
}

/** What a row is found by among its kind. */
export const LEDGER_KEYS: { [K in keyof LedgerRows]: (row: LedgerRows[K][number]) => string } = {
  segments: ({ place }) => place,
  items: ({ recordSha256 }) => recordSha256,
  addenda: ({ sha256 }) => sha256,
  results: ({ id }) => id,
  versions: ({ id }) => id,
  tracked: ({ of, key }) => `${of} ${key}`,
};

type Maps = { [K in keyof LedgerRows]: Map<string, LedgerRows[K][number]> };

/** The ledger while a synchronisation works with it: what it puts is kept before it counts. */
export class Ledger {
  readonly #keeper: LedgerKeeper;
  readonly #maps: Maps;
  /** Chains of segments by their keys, oldest first. */
  readonly #chains = new Map<string, KnownSegment[]>();

  private constructor(keeper: LedgerKeeper, maps: Maps) {
    this.#keeper = keeper;
    this.#maps = maps;
    for (const segment of [...maps.segments.values()].sort((a, b) => a.number - b.number)) this.#enchain(segment);
  }

  #enchain(segment: KnownSegment): void {
    const chain = this.#chains.get(segment.key);
    if (chain) chain.push(segment);
    else this.#chains.set(segment.key, [segment]);
  }

  static async open(keeper: LedgerKeeper): Promise<Ledger> {
    const rows = await keeper.read();
    const maps = Object.fromEntries(
      Object.entries(LEDGER_KEYS).map(([kind, keyOf]) => [
        kind,
        new Map(rows[kind as keyof LedgerRows].map((row) => [(keyOf as (row: unknown) => string)(row), row])),
      ]),
    ) as unknown as Maps;
    return new Ledger(keeper, maps);
  }

  get<K extends keyof LedgerRows>(kind: K): Maps[K] {
    return this.#maps[kind];
  }

  async put(rows: Partial<LedgerRows>, texts?: ReadonlyMap<string, string>): Promise<void> {
    await this.#keeper.put(rows, texts);
    for (const segment of rows.segments ?? []) if (!this.#maps.segments.has(segment.place)) this.#enchain(segment);
    for (const [kind, some] of Object.entries(rows) as [keyof LedgerRows, readonly unknown[]][])
      for (const row of some)
        (this.#maps[kind] as Map<string, unknown>).set((LEDGER_KEYS[kind] as (row: unknown) => string)(row), row);
  }

  /** The file of a segment, as it was read. */
  textOf(place: string): Promise<string | undefined> {
    return this.#keeper.textOf(place);
  }

  /** The chain of a key, oldest first. */
  chain(key: string): readonly KnownSegment[] {
    return this.#chains.get(key) ?? [];
  }

  /** The last segment of each key. */
  heads(): KnownSegment[] {
    return [...this.#chains.values()].flatMap((chain) => chain.at(-1) ?? []);
  }

  /** The versions of each shared value, by `of key`. */
  versionsByValue(): ReadonlyMap<string, Version[]> {
    const byValue = new Map<string, Version[]>();
    for (const version of this.#maps.versions.values()) {
      const name = `${version.of} ${version.key}`;
      const some = byValue.get(name);
      if (some) some.push(version);
      else byValue.set(name, [version]);
    }
    return byValue;
  }
}
