import { LEDGER_KEYS, type LedgerKeeper, type LedgerRows } from '../pool/ledger.ts';
import { openDatabase, transact, under } from './database.ts';
import { notify } from './notices.ts';

const KINDS = Object.keys(LEDGER_KEYS) as (keyof LedgerRows)[];

/** Files of segments lie beside the rows: a missing one can be put back from here. */
const TEXTS = 'texts';

/** What this machine knows of the pool, kept in the database. */
export const poolLedger: LedgerKeeper = {
  async read() {
    const database = await openDatabase();
    const rows = await Promise.all(KINDS.map(async (kind) => [kind, await database.getAll('pool', under(kind))]));
    return Object.fromEntries(rows) as unknown as LedgerRows;
  },

  async put(rows, texts = new Map()) {
    await transact(['pool'], async (transaction) => {
      const store = transaction.objectStore('pool');
      for (const [kind, some] of Object.entries(rows) as [keyof LedgerRows, readonly unknown[]][])
        for (const row of some) await store.put(row, [kind, (LEDGER_KEYS[kind] as (row: unknown) => string)(row)]);
      for (const [place, text] of texts) await store.put(text, [TEXTS, place]);
    });
    notify({ kind: 'pool', key: '' });
  },

  async textOf(place) {
    const text = await (await openDatabase()).get('pool', [TEXTS, place]);
    return typeof text === 'string' ? text : undefined;
  },
};
