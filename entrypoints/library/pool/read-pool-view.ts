import { storage } from '#imports';
import type {
  CaseClash,
  ItemPlace,
  PooledItem,
  PoolLock,
  PoolMember,
  PoolView,
} from '../../../components/pool/pool-view.ts';
import { siteOf } from '../../../utils/base/host-of.ts';
import { t } from '../../../utils/base/i18n.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import { isPractice } from '../../../utils/evidence/practice.ts';
import { keyStanding, type TrustedKey } from '../../../utils/evidence/trusted-keys.ts';
import { Ledger } from '../../../utils/pool/ledger.ts';
import { mergeValues } from '../../../utils/pool/merge-values.ts';
import type { SyncReport } from '../../../utils/pool/synchronise.ts';
import { commonBase, headsOf } from '../../../utils/pool/versions.ts';
import { listItems } from '../../../utils/store/evidence-store.ts';
import { poolLedger } from '../../../utils/store/pool-ledger.ts';

/** What the last synchronisation found; it is shown until the next one. */
export const poolReportItem = storage.defineItem<SyncReport | null>('local:poolReport', { fallback: null });

/** What came of the last attack on the store. */
export const poolLockItem = storage.defineItem<PoolLock | null>('local:poolLock', { fallback: null });

/** Cases of which two edits contradict each other, the one that stands here first. */
function clashesOf(ledger: Ledger): CaseClash[] {
  return [...ledger.versionsByValue()].flatMap(([name, versions]) => {
    const heads = headsOf(versions);
    const standing = ledger.get('tracked').get(name)?.version;
    const mine = heads.find(({ id }) => id === standing);
    const theirs = heads.find(({ id }) => id !== standing);
    if (!mine || !theirs || mine.of !== 'case') return [];
    const base = commonBase(mine.id, theirs.id, versions);
    const merged = mergeValues('case', mine.value as Case, theirs.value as Case, base?.value as Case | undefined);
    if (!('clash' in merged)) return [];
    return [{ key: mine.key, name: (mine.value as Case).name, mine, theirs, members: merged.clash }];
  });
}

/** Everything that the screen of the pool shows. */
export async function readPoolView(own: string | null, trusted: readonly TrustedKey[]): Promise<PoolView> {
  const [ledger, items, report, lock] = await Promise.all([
    Ledger.open(poolLedger),
    listItems(),
    poolReportItem.getValue(),
    poolLockItem.getValue(),
  ]);
  const holderOf = (key: string) => {
    const standing = keyStanding(key, own, trusted);
    if (standing.kind === 'own') return t('pool_thisMachine');
    return standing.kind === 'trusted' ? standing.holder : t('pool_nameless');
  };
  const pooled = ledger.get('items');
  const placeOf = (recordSha256: string, sealedBy: string | undefined): ItemPlace => {
    const row = pooled.get(recordSha256);
    if (!row || row.state === 'awaited' || row.state === 'refused') return { kind: 'here' };
    if (sealedBy === undefined || sealedBy === own) return { kind: 'pooled' };
    // Whose bundle lies there now may be ours: a lost one was put back. Whose the item is stands in its seal.
    const isKnown = keyStanding(sealedBy, own, trusted).kind === 'trusted';
    return { kind: 'from', holder: holderOf(isKnown || row.by === own ? sealedBy : row.by) };
  };
  const real = items.filter((item) => !isPractice(item));
  const rows = real.map(({ id, record, digest, signature }): PooledItem => {
    const { url, title } = record.page;
    const place = placeOf(digest.sha256, signature?.keyFingerprint);
    return { itemId: id, title, host: siteOf(url), sealedAt: record.sealedAt, place };
  });
  const counts = new Map<string, number>();
  for (const { by } of pooled.values()) counts.set(by, (counts.get(by) ?? 0) + 1);
  const members = ledger.heads().map((head): PoolMember => {
    const isOwn = head.key === own;
    return { holder: holderOf(head.key), own: isOwn, head, items: counts.get(head.key) ?? 0 };
  });
  members.sort((a, b) => Number(b.own) - Number(a.own) || a.holder.localeCompare(b.holder));
  return { items: rows, members, clashes: clashesOf(ledger), report, lock };
}
