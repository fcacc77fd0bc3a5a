import { type Addendum, addendumBytes } from '../../utils/evidence/addendum.ts';
import { canonicalBytes } from '../../utils/evidence/canonical-json.ts';
import type { Case } from '../../utils/evidence/case.ts';
import { nextLine, type Sha256 } from '../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../utils/evidence/digest.ts';
import type { CustodyAct, CustodyLine } from '../../utils/evidence/record.ts';
import { createSigningKey, type SigningKey } from '../../utils/evidence/seal.ts';
import type {
  LibraryAddendum,
  LibraryItem,
  LibraryResults,
  LibraryValue,
  PoolLibrary,
} from '../../utils/pool/library.ts';
import type { ItemState } from '../../utils/pool/shared-value.ts';

interface Kept {
  itemId: string;
  record: { id: string; by: string; words: string };
  addenda: Addendum[];
  state: ItemState;
}

const PLAIN: ItemState = { status: 'pending', dismissed: [] };

/** A library of one machine without a browser: items are a few words, bundles the JSON of them, everything else as it is. */
export class SimulatedLibrary implements PoolLibrary {
  readonly office = '市场监管局';
  readonly key: SigningKey;
  readonly person: string;
  readonly kept = new Map<string, Kept>();
  readonly cases = new Map<string, Case>();
  readonly patrols = new Map<string, LibraryResults & { lines: string }>();
  readonly lines: CustodyLine[] = [];
  readonly confirmed = new Set<string>();
  readonly #sha256: Sha256;
  /** Digests of records by the numbers here. */
  readonly #digests = new Map<string, string>();
  #number = 0;

  private constructor(person: string, key: SigningKey, sha256: Sha256) {
    this.person = person;
    this.key = key;
    this.#sha256 = sha256;
  }

  static async open(person: string): Promise<SimulatedLibrary> {
    return new SimulatedLibrary(person, await createSigningKey('2026-11-30T00:00:00Z'), await createSha256());
  }

  isConfirmed = (key: string): boolean => this.confirmed.has(key);

  #log(act: CustodyAct, itemId: string, detail: string): void {
    const salt = this.#sha256(new TextEncoder().encode(itemId)).slice(0, 32);
    const entry = { at: '2026-11-30T01:00:00.000Z', act, itemId, person: this.person, detail, salt };
    this.lines.push(nextLine(this.lines.at(-1), entry, this.#sha256));
  }

  #keep(recordSha256: string, kept: Kept): void {
    this.kept.set(recordSha256, kept);
    this.#digests.set(kept.itemId, recordSha256);
  }

  seal(words: string): string {
    this.#number += 1;
    const id = `E20261130-${String(this.#number).padStart(4, '0')}`;
    const record = { id, by: this.key.fingerprint, words };
    const sha256 = this.#sha256(canonicalBytes(record));
    this.#keep(sha256, { itemId: id, record, addenda: [], state: PLAIN });
    this.#log('captured', id, words);
    return sha256;
  }

  supplement(recordSha256: string, value: string): void {
    const kept = this.kept.get(recordSha256)!;
    const addendum: Addendum = {
      schema: 1,
      number: kept.addenda.length + 1,
      recordSha256,
      at: '2026-11-30T02:00:00.000Z',
      person: this.person,
      certificate: 1,
      kind: 'correction',
      field: 'issuingBody',
      read: null,
      value,
    };
    kept.addenda.push(addendum);
    this.#log('supplemented', kept.itemId, value);
  }

  change(recordSha256: string, change: Partial<ItemState>): void {
    const kept = this.kept.get(recordSha256)!;
    kept.state = { ...kept.state, ...change };
    this.#log('status-changed', kept.itemId, JSON.stringify(change));
  }

  items = async (): Promise<LibraryItem[]> =>
    [...this.kept].map(([recordSha256, { itemId, record }]) => ({
      itemId,
      id: record.id,
      recordSha256,
      damaged: false,
    }));

  async withBundle<T>(itemId: string, use: (bundle: Blob) => Promise<T>): Promise<T> {
    const kept = this.kept.get(this.#digests.get(itemId)!)!;
    return use(new Blob([JSON.stringify({ record: kept.record, addenda: kept.addenda, made: Math.random() })]));
  }

  async handedIn({ itemId }: LibraryItem, bundle: string): Promise<void> {
    this.#log('exported', itemId, bundle);
  }

  async takeBundle(bundle: Blob, { recordSha256, key }: { recordSha256: string; key: string }): Promise<boolean> {
    const { record, addenda } = JSON.parse(await bundle.text()) as Pick<Kept, 'record' | 'addenda'>;
    if (this.#sha256(canonicalBytes(record)) !== recordSha256) return false;
    if (this.kept.has(recordSha256)) return true;
    const itemId = record.by === this.key.fingerprint ? record.id : `${record.id}-${record.by.slice(0, 8)}`;
    this.#keep(recordSha256, { itemId, record, addenda, state: PLAIN });
    this.#log('imported', itemId, key);
    return true;
  }

  addenda = async (only?: string): Promise<LibraryAddendum[]> =>
    (only ? [[only, this.kept.get(only)!] as const] : [...this.kept]).flatMap(([recordSha256, { addenda }]) =>
      addenda.map((addendum) => ({ sha256: this.#sha256(addendumBytes(addendum)), recordSha256, addendum })),
    );

  pictureOf = async (): Promise<Blob | undefined> => undefined;

  async takeAddendum({ recordSha256, addendum }: LibraryAddendum): Promise<void> {
    const kept = this.kept.get(recordSha256)!;
    kept.addenda.push(addendum);
    this.#log('imported', kept.itemId, 'addendum');
  }

  async values(): Promise<LibraryValue[]> {
    const cases = [...this.cases].map(([key, value]) => ({ of: 'case' as const, key, value, plain: false }));
    const items = [...this.kept].map(([key, { state }]) => ({
      of: 'item' as const,
      key,
      value: state,
      plain: state === PLAIN,
    }));
    return [...cases, ...items];
  }

  async apply({ of, key, value }: Pick<LibraryValue, 'of' | 'key' | 'value'>): Promise<void> {
    if (of === 'case') this.cases.set(key, value as Case);
    else this.change(key, value as ItemState);
  }

  results = async (): Promise<LibraryResults[]> => [...this.patrols.values()];
  resultFile = async (id: string): Promise<Blob> => new Blob([this.patrols.get(id)!.lines]);
  async takeResults(results: LibraryResults, file: Blob): Promise<void> {
    this.patrols.set(results.id, { ...results, lines: await file.text() });
  }

  linesAfter = async (sequence: number, most: number): Promise<CustodyLine[]> =>
    this.lines.slice(sequence, sequence + most);
}
