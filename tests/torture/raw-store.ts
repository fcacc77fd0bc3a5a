import type { Page } from 'playwright-core';

/**
 * Reads and writes the library's database past the product's own code, from a page of the extension that stays open: keys that
 * cannot be exported and blobs never leave the browser.
 */

/** Keeps everything of the database under a name, with what is mirrored of the log outside of it. */
export function snapshot(page: Page, name: string): Promise<void> {
  return page.evaluate(async (name) => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await wait(indexedDB.open('zhengjian'));
    const stores: Record<string, { keys: IDBValidKey[]; values: unknown[] }> = {};
    for (const store of database.objectStoreNames) {
      const object = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([wait(object.getAllKeys()), wait(object.getAll())]);
      stores[store] = { keys, values };
    }
    database.close();
    const kept = window as unknown as { snapshots?: Record<string, unknown> };
    kept.snapshots ??= {};
    const { logMirror } = await chrome.storage.local.get('logMirror');
    kept.snapshots[name] = { stores, logMirror };
  }, name);
}

/** Puts a snapshot in place of what is there. @param withMirror also what was mirrored outside the database then */
export function putBack(page: Page, name: string, withMirror: boolean): Promise<void> {
  return page.evaluate(
    async ([name, withMirror]) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('zhengjian');
        request.onsuccess = () => resolve(request.result);
      });
      const { stores, logMirror } = (
        window as unknown as {
          snapshots: Record<
            string,
            { stores: Record<string, { keys: IDBValidKey[]; values: unknown[] }>; logMirror: unknown }
          >;
        }
      ).snapshots[name]!;
      const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
      for (const store of database.objectStoreNames) {
        const object = transaction.objectStore(store);
        object.clear();
        const { keys, values } = stores[store]!;
        for (const [index, value] of values.entries())
          object.put(value, ...(object.keyPath === null ? [keys[index]!] : []));
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
      if (withMirror) await chrome.storage.local.set({ logMirror });
    },
    [name, withMirror] as const,
  );
}

/** Takes the last lines off the log. */
export function truncateLog(page: Page, lines: number): Promise<void> {
  return page.evaluate(async (lines) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('zhengjian');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction('custody', 'readwrite');
    const store = transaction.objectStore('custody');
    store.count().onsuccess = ({ target }) => {
      const count = (target as IDBRequest<number>).result;
      store.delete(IDBKeyRange.lowerBound(count - lines, true));
    };
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  }, lines);
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
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('zhengjian');
      request.onsuccess = () => resolve(request.result);
    });
    const log = await new Promise<number>((resolve) => {
      const request = database.transaction('custody').objectStore('custody').count();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    const { logMirror } = (await chrome.storage.local.get('logMirror')) as { logMirror?: { sequence: number } };
    return { log, mirror: logMirror?.sequence ?? 0 };
  });
}
