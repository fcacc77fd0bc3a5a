import type { Checks } from './checks.ts';
import { Office, say } from './office.ts';

/** Every record of a store and every file in it, each by its digest. */
function digests(office: Office): Promise<Record<string, string[]>> {
  return office.library.evaluate(async () => {
    const opening = indexedDB.open('zhengjian');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => resolve(opening.result);
    });
    const hex = (bytes: ArrayBuffer) =>
      [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const sha256 = async (bytes: BufferSource) => hex(await crypto.subtle.digest('SHA-256', bytes));
    const plain = async (value: unknown): Promise<unknown> => {
      if (value instanceof Blob) return `file ${await sha256(await value.arrayBuffer())}`;
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
        return `bytes ${await sha256(value as BufferSource)}`;
      if (Array.isArray(value)) return Promise.all(value.map(plain));
      if (value === null || typeof value !== 'object') return value;
      const fields = await Promise.all(
        Object.entries(value)
          .sort()
          .map(async ([name, each]) => [name, await plain(each)]),
      );
      return Object.fromEntries(fields);
    };
    const found: Record<string, string[]> = {};
    for (const name of ['items', 'artefacts', 'custody', 'cases', 'addenda', 'patrols', 'patrolEntries']) {
      const reading = database.transaction(name).objectStore(name).getAll();
      const records = await new Promise<unknown[]>((resolve, reject) => {
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => resolve(reading.result);
      });
      found[name] = [];
      for (const record of records)
        found[name]!.push(await sha256(new TextEncoder().encode(JSON.stringify(await plain(record)))));
    }
    database.close();
    return found;
  });
}

/** The library is backed up into one file and restored in a new profile: record by record and file by file the same. */
export async function backUpAndRestore(office: Office, profile: string, checks: Checks): Promise<void> {
  const library = await office.open('#/settings');
  const file = await office.saved(
    () => library.getByRole('button', { name: say('backup_toFile') }).click(),
    'back-up.zip',
  );
  const before = await digests(office);
  await office.close();
  const other = new Office(profile, office.folder);
  await other.start();
  try {
    const page = await other.open('#/settings');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: say('backup_fromFile') }).click();
    await (await chooser).setFiles(file);
    const told = page.locator('[role=status]', { hasText: say('backup_done_restore', '').slice(0, 4) });
    const failed = page.locator('.zj-field-error');
    await told.or(failed).first().waitFor({ timeout: 180_000 });
    checks.row('restored', true, (await told.count()) === 1);
    const after = await digests(other);
    for (const [name, records] of Object.entries(before)) {
      const found = after[name] ?? [];
      // The log ends with the line that says that it was restored.
      const kept = name === 'custody' ? found.slice(0, records.length) : found;
      checks.row(
        `${name}: records with equal digests`,
        records.length,
        records.filter((each, place) => each === kept[place]).length,
      );
    }
    checks.row('the log has one line more', before.custody!.length + 1, after.custody!.length);
    await other.open('#/items');
    checks.row('no alarm over the restored log', 0, await page.locator('.zj-log-alarm').count());
  } finally {
    await other.close();
  }
}
