import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Certificate } from '../certificate/certificate.ts';
import { type NumberHolder, numberHolders, numberOf, reusedNumber } from '../certificate/number-holders.ts';
import { isPractice } from '../evidence/practice.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { openDatabase, under } from './database.ts';
import type { EvidenceDatabase } from './evidence-database.ts';

type NumberStore<Names extends StoreNames<EvidenceDatabase>[]> = IDBPObjectStore<
  EvidenceDatabase,
  Names,
  'numbers',
  'readwrite'
>;

/** What the practice page shows is nobody's certificate. */
const holdersOf = (item: EvidenceItem) => (isPractice(item) ? [] : numberHolders(item.id, item.record.certificates));

/** Enters what an item's certificates say, in the transaction that adds the item. */
export async function indexNumbers<Names extends StoreNames<EvidenceDatabase>[]>(
  store: NumberStore<Names>,
  item: EvidenceItem,
): Promise<void> {
  for (const holder of holdersOf(item)) await store.put(holder);
}

/** Takes the entries of an item out again, in the transaction that removes it: all that are its, whatever its record says by now. */
export async function removeNumbers<Names extends StoreNames<EvidenceDatabase>[]>(
  store: NumberStore<Names>,
  id: string,
): Promise<void> {
  for await (const { value, primaryKey } of store) if (value.itemId === id) await store.delete(primaryKey);
}

/** The certificates with a problem added to each whose number belongs to another holder in sealed evidence. */
export async function withReusedNumbers<Shown extends Certificate>(
  certificates: readonly Shown[],
  besides?: string,
): Promise<readonly Shown[]> {
  if (!certificates.some(numberOf)) return certificates;
  const database = await openDatabase();
  return Promise.all(
    certificates.map(async (certificate) => {
      const number = numberOf(certificate);
      if (!number) return certificate;
      const known: NumberHolder[] = await database.getAll('numbers', under(number));
      const found = reusedNumber(
        certificate,
        known.filter(({ itemId }) => itemId !== besides),
      );
      const others = certificate.problems.filter(({ code }) => code !== 'number-reused');
      return found.length > 0 ? { ...certificate, problems: [...others, ...found] } : certificate;
    }),
  );
}
