import type { Page } from 'playwright-core';
import { withRawDatabase } from './raw-database.ts';

/**
 * Reads and writes the library's database past the product's own code, from a page of the extension that stays open: keys that
 * cannot be exported and blobs never leave the browser.
 */

/** Where snapshots lie in the page. */
interface Kept {
  snapshots?: Record<
    string,
    { stores: Record<string, { keys: IDBValidKey[]; values: unknown[] }>; logMirror: unknown }
  >;
}

/** Keeps everything of the database under a name, with what is mirrored of the log outside of it. */
export function snapshot(page: Page, name: string): Promise<void> {
  return withRawDatabase(
    page,
    async ({ database, wait }, name) => {
      const stores: Record<string, { keys: IDBValidKey[]; values: unknown[] }> = {};
      for (const store of database.objectStoreNames) {
        const object = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([wait(object.getAllKeys()), wait(object.getAll())]);
        stores[store] = { keys, values };
      }
      const kept = window as Kept;
      const { logMirror } = await chrome.storage.local.get('logMirror');
      kept.snapshots = { ...kept.snapshots, [name]: { stores, logMirror } };
    },
    name,
  );
}

/** Puts a snapshot in place of what is there. @param withMirror also what was mirrored outside the database then */
export function putBack(page: Page, name: string, withMirror: boolean): Promise<void> {
  return withRawDatabase(
    page,
    async ({ database, ended }, { name, withMirror }) => {
      const { stores, logMirror } = (window as Kept).snapshots![name]!;
      const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
      for (const store of database.objectStoreNames) {
        const object = transaction.objectStore(store);
        object.clear();
        const { keys, values } = stores[store]!;
        for (const [index, value] of values.entries())
          object.put(value, ...(object.keyPath === null ? [keys[index]!] : []));
      }
      await ended(transaction);
      if (withMirror) await chrome.storage.local.set({ logMirror });
    },
    { name, withMirror },
  );
}

/** Takes the last lines off the log. */
export function truncateLog(page: Page, lines: number): Promise<void> {
  return withRawDatabase(
    page,
    async ({ database, ended }, lines) => {
      const transaction = database.transaction('custody', 'readwrite');
      const store = transaction.objectStore('custody');
      store.count().onsuccess = ({ target }) => {
        const count = (target as IDBRequest<number>).result;
        store.delete(IDBKeyRange.lowerBound(count - lines, true));
      };
      await ended(transaction);
    },
    lines,
  );
}

/** Removes the database; open connections of the product give way. */
export function dropDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('zhengjian');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
}

/** Number of the log's last line, and of the line that is mirrored; 0 where there is none. */
export function heads(page: Page): Promise<{ log: number; mirror: number }> {
  return withRawDatabase(
    page,
    async ({ database, wait }) => {
      const log = await wait(database.transaction('custody').objectStore('custody').count());
      const { logMirror } = (await chrome.storage.local.get('logMirror')) as { logMirror?: { sequence: number } };
      return { log, mirror: logMirror?.sequence ?? 0 };
    },
    undefined,
  );
}
