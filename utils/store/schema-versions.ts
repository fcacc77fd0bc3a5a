import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { numberHolders } from '../certificate/number-holders.ts';
import type { EvidenceDatabase } from './evidence-database.ts';

type Upgrade = IDBPTransaction<EvidenceDatabase, StoreNames<EvidenceDatabase>[], 'versionchange'>;

/** Brings a database of any earlier version to the present one; what is kept stays. */
export async function upgradeSchema(
  database: IDBPDatabase<EvidenceDatabase>,
  from: number,
  _to: number | null,
  transaction: Upgrade,
): Promise<void> {
  if (from < 1) createEvidenceStores(database);
  if (from < 2) await addRegisters(database, transaction);
  if (from < 3) database.createObjectStore('addenda', { keyPath: ['itemId', 'number'] });
  if (from < 4) database.createObjectStore('lock');
  if (from < 5) database.createObjectStore('surveyOutcomes', { keyPath: 'key' });
  if (from < 6) addPatrols(database);
  if (from < 7) database.createObjectStore('pool');
  if (from < 8) database.createObjectStore('marks', { keyPath: 'id' });
  // Popup and panel count the captures of a page without reading any.
  if (from < 9) transaction.objectStore('items').createIndex('address', 'record.page.url');
}

function createEvidenceStores(database: IDBPDatabase<EvidenceDatabase>): void {
  database.createObjectStore('jobs', { keyPath: 'id' });
  database.createObjectStore('staged', { keyPath: ['jobId', 'name'] });
  database.createObjectStore('items', { keyPath: 'id' }).createIndex('case', 'caseId');
  database.createObjectStore('artefacts', { keyPath: ['itemId', 'name'] });
  database.createObjectStore('custody', { keyPath: 'sequence' }).createIndex('item', 'itemId');
  database.createObjectStore('counters');
  database.createObjectStore('stamps', { keyPath: 'itemId' });
  database.createObjectStore('provenance', { keyPath: ['itemId', 'number'] });
  database.createObjectStore('keys');
  database.createObjectStore('cases', { keyPath: 'id' });
}

/** Version 2: the office's own lists, and the certificate numbers of the items that are already here. */
async function addRegisters(database: IDBPDatabase<EvidenceDatabase>, transaction: Upgrade): Promise<void> {
  database.createObjectStore('registerLists', { keyPath: 'id' });
  const entries = database.createObjectStore('registerEntries', { keyPath: ['listId', 'row'] });
  entries.createIndex('name', 'nameKey');
  entries.createIndex('number', 'numberKey');
  entries.createIndex('creditCode', 'creditKey');
  database.createObjectStore('registerNames', { keyPath: 'listId' });
  const numbers = database.createObjectStore('numbers', { keyPath: ['number', 'itemId', 'certificateId'] });
  for await (const { value } of transaction.objectStore('items')) {
    for (const holder of numberHolders(value.id, value.record.certificates)) await numbers.put(holder);
  }
}

/** Version 6: patrols and their addresses. */
function addPatrols(database: IDBPDatabase<EvidenceDatabase>): void {
  database.createObjectStore('patrols', { keyPath: 'id' });
  const entries = database.createObjectStore('patrolEntries', { keyPath: ['patrolId', 'number'] });
  entries.createIndex('state', ['patrolId', 'state']);
}
