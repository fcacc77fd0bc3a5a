import { createSigningKey, type SigningKey } from '../evidence/seal.ts';
import { openDatabase, transact } from './database.ts';

/** The key of this installation, made on first use. Two contexts asking at once get the same one. */
export async function signingKey(): Promise<SigningKey> {
  const known = await (await openDatabase()).get('keys', 'signing');
  if (known) return known;
  // Made outside the transaction, which would commit itself while WebCrypto works; the first one stored wins.
  const made = await createSigningKey(new Date().toISOString());
  return transact(['keys'], async (transaction) => {
    const store = transaction.objectStore('keys');
    const first = await store.get('signing');
    if (first) return first;
    await store.put(made, 'signing');
    return made;
  });
}
