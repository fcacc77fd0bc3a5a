import type { JSHandle, Page } from 'playwright-core';

/** The library's database, opened past the product's own code, in the page. */
export interface RawDatabase {
  database: IDBDatabase;
  wait: <T>(request: IDBRequest<T>) => Promise<T>;
  /** All rows of an object store. */
  // biome-ignore lint/suspicious/noExplicitAny: rows of any store, as they lie there
  all: (store: string) => Promise<any[]>;
  /** Until a transaction is through. */
  ended: (transaction: IDBTransaction) => Promise<void>;
}

/**
 * Opens the database in a page of the extension for one piece of work, which runs in the page, and closes it again.
 * @param work takes the database and `given`; what it answers is handed over as JSON
 */
export async function withRawDatabase<Given, Answer>(
  page: Page,
  work: (raw: RawDatabase, given: Given) => Promise<Answer>,
  given: Given,
): Promise<Answer> {
  const raw: JSHandle<RawDatabase> = await page.evaluateHandle(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await wait(indexedDB.open('zhengjian'));
    return {
      database,
      wait,
      all: (store: string) => wait(database.transaction(store).objectStore(store).getAll()),
      ended: (transaction: IDBTransaction) =>
        new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
        }),
    };
  });
  try {
    return (await raw.evaluate(work as never, given)) as Answer;
  } finally {
    await raw.evaluate(({ database }) => database.close());
    await raw.dispose();
  }
}
