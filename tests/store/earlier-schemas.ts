import { type IDBPDatabase, openDB } from 'idb';

/** The stores as each version made them, frozen: what `schema-versions.ts` has to bring up must not follow its changes. */
const VERSIONS: readonly ((database: IDBPDatabase) => void)[] = [
  (database) => {
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
  },
  (database) => {
    database.createObjectStore('registerLists', { keyPath: 'id' });
    const entries = database.createObjectStore('registerEntries', { keyPath: ['listId', 'row'] });
    entries.createIndex('name', 'nameKey');
    entries.createIndex('number', 'numberKey');
    entries.createIndex('creditCode', 'creditKey');
    database.createObjectStore('registerNames', { keyPath: 'listId' });
    database.createObjectStore('numbers', { keyPath: ['number', 'itemId', 'certificateId'] });
  },
  (database) => void database.createObjectStore('addenda', { keyPath: ['itemId', 'number'] }),
  (database) => void database.createObjectStore('lock'),
  (database) => void database.createObjectStore('surveyOutcomes', { keyPath: 'key' }),
  (database) => {
    database.createObjectStore('patrols', { keyPath: 'id' });
    const entries = database.createObjectStore('patrolEntries', { keyPath: ['patrolId', 'number'] });
    entries.createIndex('state', ['patrolId', 'state']);
  },
  (database) => void database.createObjectStore('pool'),
  (database) => void database.createObjectStore('marks', { keyPath: 'id' }),
];

/** Opens an empty database as `version` made it. */
export function openEarlier(version: number): Promise<IDBPDatabase> {
  return openDB('zhengjian', version, {
    upgrade(database) {
      for (const make of VERSIONS.slice(0, version)) make(database);
    },
  });
}

export const EARLIER = VERSIONS.map((_, index) => index + 1);
