import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PictureReading } from '../recognition/picture-reading.ts';
import { isLockSet } from './store-key.ts';

interface ReadingSchema extends DBSchema {
  readings: { key: string; value: PictureReading & { usedAt: number }; indexes: { usedAt: number } };
}

/** Readings kept; the least recently used go first. */
const CAPACITY = 400;

let database: Promise<IDBPDatabase<ReadingSchema>> | undefined;

/**
 * A cache apart from the evidence: losing it costs time, nothing else. It holds what stood in pictures of pages that were merely
 * looked at, so under a passphrase nothing is kept in it.
 */
function open(): Promise<IDBPDatabase<ReadingSchema>> {
  database ??= openDB<ReadingSchema>('zhengjian-readings', 1, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) db.createObjectStore('readings', { keyPath: 'digest' }).createIndex('usedAt', 'usedAt');
    },
    terminated() {
      database = undefined;
    },
  });
  return database;
}

/** The reading of a picture with this SHA-256, if it was read before. */
export async function cachedReading(digest: string): Promise<PictureReading | undefined> {
  if (await isLockSet()) return undefined;
  const db = await open();
  const found = await db.get('readings', digest);
  if (!found) return undefined;
  await db.put('readings', { ...found, usedAt: Date.now() });
  const { usedAt: _usedAt, ...reading } = found;
  return reading;
}

/** Forgets every reading. */
export async function forgetReadings(): Promise<void> {
  await (await open()).clear('readings');
}

/** Keeps a reading, dropping the least recently used beyond {@link CAPACITY}; under a passphrase none is kept. */
export async function cacheReading(reading: PictureReading): Promise<void> {
  // Those of a library that an earlier version put under a passphrase are still there.
  if (await isLockSet()) return forgetReadings();
  const db = await open();
  const transaction = db.transaction('readings', 'readwrite');
  await transaction.store.put({ ...reading, usedAt: Date.now() });
  let surplus = (await transaction.store.count()) - CAPACITY;
  let cursor = surplus > 0 ? await transaction.store.index('usedAt').openCursor() : null;
  while (cursor && surplus > 0) {
    await cursor.delete();
    surplus -= 1;
    cursor = await cursor.continue();
  }
  await transaction.done;
}
