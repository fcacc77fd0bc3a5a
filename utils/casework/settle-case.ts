import { Ledger, type LedgerKeeper } from '../pool/ledger.ts';
import type { PoolLibrary } from '../pool/library.ts';
import { headsOf } from '../pool/versions.ts';

/**
 * An officer says which of two edits of a case holds: it stands here, and the next synchronisation says that it was made from
 * both. The other edit stays in the log of the pool.
 */
export async function settleCase(
  keeper: LedgerKeeper,
  library: PoolLibrary,
  key: string,
  whose: 'mine' | 'theirs',
): Promise<void> {
  const ledger = await Ledger.open(keeper);
  const name = `case ${key}`;
  const heads = headsOf(ledger.versionsByValue().get(name) ?? []);
  const standing = ledger.get('tracked').get(name)?.version;
  const mine = heads.find(({ id }) => id === standing);
  const theirs = heads.find(({ id }) => id !== standing);
  const chosen = whose === 'mine' ? mine : theirs;
  if (!chosen) return;
  if (whose === 'theirs') await library.apply(chosen, { key: chosen.by, person: chosen.person });
  const settles = heads.flatMap(({ id }) => (id === chosen.id ? [] : [id]));
  await ledger.put({ tracked: [{ of: 'case', key, version: chosen.id, settles }] });
}
