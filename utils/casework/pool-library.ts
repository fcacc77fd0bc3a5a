import { addendumBytes } from '../evidence/addendum.ts';
import { createSha256 } from '../evidence/digest.ts';
import { isPractice } from '../evidence/practice.ts';
import type { CustodyLine } from '../evidence/record.ts';
import type { SigningKey } from '../evidence/seal.ts';
import { keyStanding, standingWords, type TrustedKey } from '../evidence/trusted-keys.ts';
import { resultLines } from '../patrol/results-file.ts';
import type { LibraryAddendum, LibraryItem, LibraryResults, LibraryValue, PoolLibrary } from '../pool/library.ts';
import { readAddendumPicture } from '../store/addendum-store.ts';
import { appendLine } from '../store/custody-store.ts';
import { openDatabase, under } from '../store/database.ts';
import { readItem } from '../store/evidence-store.ts';
import { listEntries, listPatrols } from '../store/patrol-store.ts';
import { BundleRejectedError } from './bundle-rejected.ts';
import { importBundle } from './import-bundle.ts';
import { importResults } from './import-results.ts';
import { withPoolBundle } from './pool-bundle.ts';
import { applyPoolValue, poolValues } from './pool-values.ts';
import { takeAddendum } from './take-addendum.ts';

export interface PoolLibraryOptions {
  key: SigningKey;
  office: string;
  /** At the desk. */
  person: string;
  trusted: readonly TrustedKey[];
}

/** This library as a synchronisation sees it. */
export class StoredLibrary implements PoolLibrary {
  readonly key: SigningKey;
  readonly office: string;
  readonly person: string;
  readonly #trusted: readonly TrustedKey[];
  /** Numbers of the items here by the digests of their records. */
  readonly #ids: Map<string, string>;

  private constructor({ key, office, person, trusted }: PoolLibraryOptions, ids: Map<string, string>) {
    this.key = key;
    this.office = office;
    this.person = person;
    this.#trusted = trusted;
    this.#ids = ids;
  }

  static async open(options: PoolLibraryOptions): Promise<StoredLibrary> {
    const ids = new Map<string, string>();
    for await (const { value } of (await openDatabase()).transaction('items').store)
      ids.set(value.digest.sha256, value.id);
    return new StoredLibrary(options, ids);
  }

  #standing = (key: string) => keyStanding(key, this.key.fingerprint, this.#trusted);

  isConfirmed = (key: string): boolean => this.#standing(key).kind !== 'unknown';

  #nameOf(key: string): string {
    const standing = this.#standing(key);
    return standing.kind === 'trusted' ? standing.holder : '本机';
  }

  async items(): Promise<LibraryItem[]> {
    const items: LibraryItem[] = [];
    for await (const { value } of (await openDatabase()).transaction('items').store) {
      if (isPractice(value)) continue;
      items.push({
        itemId: value.id,
        id: value.record.id,
        recordSha256: value.digest.sha256,
        damaged: value.health.damaged.length > 0,
      });
    }
    return items;
  }

  withBundle = withPoolBundle;

  async handedIn({ itemId, recordSha256 }: LibraryItem, bundle: string): Promise<void> {
    const detail = `存入证据池，证据包 SHA-256 ${bundle}`;
    await appendLine({ act: 'exported', itemId, person: this.person, detail, itemSha256: recordSha256 });
  }

  async takeBundle(
    bundle: Blob,
    { recordSha256, signal }: { recordSha256: string; signal?: AbortSignal | undefined },
  ): Promise<boolean> {
    if (this.#ids.has(recordSha256)) return true;
    try {
      const outcome = await importBundle(bundle, {
        person: this.person,
        isKnownKey: this.isConfirmed,
        describeKey: (key) => standingWords(this.#standing(key), false),
        ...(signal ? { signal } : {}),
      });
      for (const id of [...outcome.imported, ...outcome.present, ...outcome.restored]) {
        const item = await readItem(id);
        if (item) this.#ids.set(item.digest.sha256, id);
      }
      return this.#ids.has(recordSha256);
    } catch (error) {
      if (error instanceof BundleRejectedError) return false;
      throw error;
    }
  }

  async addenda(recordSha256?: string): Promise<LibraryAddendum[]> {
    const itemId = recordSha256 === undefined ? undefined : this.#ids.get(recordSha256);
    const range = itemId === undefined ? undefined : under(itemId);
    const [rows, sha256] = await Promise.all([(await openDatabase()).getAll('addenda', range), createSha256()]);
    return rows.map(({ addendum }) => ({
      sha256: sha256(addendumBytes(addendum)),
      recordSha256: addendum.recordSha256,
      addendum,
    }));
  }

  async pictureOf({ addendum, recordSha256 }: LibraryAddendum): Promise<Blob | undefined> {
    const itemId = this.#ids.get(recordSha256);
    const picture = addendum.kind === 'look-up' ? addendum.picture : undefined;
    return itemId !== undefined && picture ? readAddendumPicture(itemId, picture) : undefined;
  }

  async takeAddendum(addendum: LibraryAddendum, picture: Blob | undefined, key: string): Promise<void> {
    const itemId = this.#ids.get(addendum.recordSha256);
    if (itemId !== undefined)
      await takeAddendum(itemId, addendum, picture, { person: this.person, from: this.#nameOf(key), key });
  }

  values = (): Promise<LibraryValue[]> => poolValues();

  apply(value: Pick<LibraryValue, 'of' | 'key' | 'value'>, { key }: { key: string }): Promise<void> {
    const itemId = this.#ids.get(value.key);
    return applyPoolValue(value, { person: this.person, from: this.#nameOf(key), itemId });
  }

  async results(): Promise<LibraryResults[]> {
    const ended = (await listPatrols()).filter(({ state }) => state === 'ended');
    return ended.map(({ id, round, name, total }) => ({
      id: round === 1 ? id : `${id}~${round}`,
      name,
      addresses: total,
    }));
  }

  async resultFile(id: string): Promise<Blob> {
    return new Blob([resultLines(await listEntries(id.replace(/~\d+$/, '')))], { type: 'application/x-ndjson' });
  }

  async takeResults({ id, name }: LibraryResults, file: Blob, key: string): Promise<void> {
    await importResults(await file.text(), {
      id,
      name: `${name}（${this.#nameOf(key)}）`,
      now: new Date().toISOString(),
    });
  }

  async linesAfter(sequence: number, most: number): Promise<CustodyLine[]> {
    return (await openDatabase()).getAll('custody', IDBKeyRange.lowerBound(sequence, true), most);
  }
}
