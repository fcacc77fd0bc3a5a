import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { openBag } from '../../utils/bundle/bag-file.ts';
import { itemsOf, readRecord } from '../../utils/bundle/check-seals.ts';
import { canonicalBytes } from '../../utils/evidence/canonical-json.ts';
import type { SigningKey } from '../../utils/evidence/seal.ts';
import { outcomeLine } from '../../utils/patrol/outcome.ts';
import type { LibraryItem, LibraryResults, PoolLibrary } from '../../utils/pool/library.ts';
import { MemoryLedger } from '../../utils/pool/memory-ledger.ts';
import type { PoolStore } from '../../utils/pool/pool-store.ts';
import { type SyncReport, synchronise } from '../../utils/pool/synchronise.ts';
import { reasonSentence } from '../sentence.ts';
import { Board } from './board.ts';
import { key } from './redis.ts';

/** An item of the fleet: its bundle lies in the pool already, under its digest. */
type FleetItem = LibraryItem & { place: string };

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/**
 * The fleet as a member of the pool: it has what its workers put there and the results of its round, edits nothing and takes
 * nothing in.
 */
export class FleetLibrary implements PoolLibrary {
  readonly key: SigningKey;
  readonly office = '';
  readonly person = '巡查机群';
  readonly #redis: Redis;
  readonly #store: PoolStore;
  #items: readonly FleetItem[] | null = null;
  #lines: string | null = null;

  constructor(redis: Redis, store: PoolStore, signingKey: SigningKey) {
    this.#redis = redis;
    this.#store = store;
    this.key = signingKey;
  }

  isConfirmed = (): boolean => false;

  /** What a bundle holds; it is opened once and remembered beside the results. */
  async #itemAt(place: string): Promise<FleetItem | null> {
    const known = await this.#redis.hget(key('sealed'), place);
    if (known) return JSON.parse(known) as FleetItem;
    const blob = await this.#store.read(place);
    if (!blob) return null;
    const bag = await openBag(blob);
    const [id] = itemsOf(bag);
    const record = id === undefined ? undefined : await readRecord(bag, id);
    if (!record) return null;
    const recordSha256 = sha256(canonicalBytes(record));
    const item = { itemId: recordSha256, id: record.id, recordSha256, damaged: false, place };
    await this.#redis.hset(key('sealed'), place, JSON.stringify(item));
    return item;
  }

  async items(): Promise<readonly LibraryItem[]> {
    if (this.#items) return this.#items;
    const items: FleetItem[] = [];
    for await (const { outcome } of new Board(this.#redis).results()) {
      const item = outcome.evidence?.startsWith('bundles/') ? await this.#itemAt(outcome.evidence) : null;
      if (item) items.push(item);
    }
    this.#items = items;
    return items;
  }

  async withBundle<T>(itemId: string, use: (bundle: Blob) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { place } = this.#items!.find((item) => item.itemId === itemId)!;
    return use((await this.#store.read(place, signal)) ?? new Blob([]));
  }

  async #resultLines(): Promise<string> {
    if (this.#lines !== null) return this.#lines;
    const lines: string[] = [];
    for await (const { outcome, expected } of new Board(this.#redis).results())
      if (expected === undefined) lines.push(outcomeLine(outcome, reasonSentence));
    this.#lines = lines
      .sort()
      .map((line) => `${line}\n`)
      .join('');
    return this.#lines;
  }

  async results(): Promise<readonly LibraryResults[]> {
    const lines = await this.#resultLines();
    if (lines === '') return [];
    const digest = sha256(lines);
    return [{ id: `fleet-${digest.slice(0, 32)}`, name: this.person, addresses: lines.split('\n').length - 1 }];
  }

  resultFile = async (): Promise<Blob> => new Blob([await this.#resultLines()]);

  handedIn = async (): Promise<void> => undefined;
  takeBundle = async (): Promise<boolean> => true;
  addenda = async (): Promise<[]> => [];
  pictureOf = async (): Promise<undefined> => undefined;
  takeAddendum = async (): Promise<void> => undefined;
  values = async (): Promise<[]> => [];
  apply = async (): Promise<void> => undefined;
  takeResults = async (): Promise<void> => undefined;
  linesAfter = async (): Promise<[]> => [];
}

/** Says in the pool's log what the fleet put there and found. Can be repeated: what is said is not said again. */
export const handInFleet = (redis: Redis, store: PoolStore, signingKey: SigningKey): Promise<SyncReport> =>
  synchronise(store, new MemoryLedger(), new FleetLibrary(redis, store, signingKey), {
    now: () => new Date().toISOString(),
  });
