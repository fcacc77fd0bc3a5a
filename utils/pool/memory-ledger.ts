import { LEDGER_KEYS, type LedgerKeeper, type LedgerRows } from './ledger.ts';

/** A ledger in memory, for tests and simulations. */
export class MemoryLedger implements LedgerKeeper {
  readonly #rows = new Map<string, Map<string, unknown>>();
  readonly #texts = new Map<string, string>();

  async read(): Promise<LedgerRows> {
    const rows = Object.keys(LEDGER_KEYS).map((kind) => [kind, [...(this.#rows.get(kind)?.values() ?? [])]]);
    return Object.fromEntries(rows) as unknown as LedgerRows;
  }

  async put(rows: Partial<LedgerRows>, texts: ReadonlyMap<string, string> = new Map()): Promise<void> {
    for (const [kind, some] of Object.entries(rows) as [keyof LedgerRows, readonly unknown[]][]) {
      const kept = this.#rows.get(kind) ?? new Map<string, unknown>();
      this.#rows.set(kind, kept);
      for (const row of some) kept.set((LEDGER_KEYS[kind] as (row: unknown) => string)(row), row);
    }
    for (const [place, text] of texts) this.#texts.set(place, text);
  }

  async textOf(place: string): Promise<string | undefined> {
    return this.#texts.get(place);
  }
}
