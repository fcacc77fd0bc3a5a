import type { EvidenceItem, EvidenceRecord } from './record.ts';

/** An address without its fragment, which names a place on the page and not another page. */
export const pageAddress = (url: string): string => url.split('#', 1)[0]!;

/** The other captures of the page that `item` shows, oldest first. */
export function otherCaptures(items: readonly EvidenceItem[], item: EvidenceItem): EvidenceItem[] {
  const address = pageAddress(item.record.page.url);
  return items
    .filter(({ id, record }) => id !== item.id && pageAddress(record.page.url) === address)
    .sort((a, b) => a.record.startedAt.localeCompare(b.record.startedAt));
}

/** The newest capture of an address, as a later record names it; undefined for the first. */
export function newestCapture(items: readonly EvidenceItem[], url: string): EvidenceRecord['follows'] {
  const address = pageAddress(url);
  const [newest] = items
    .filter(({ record }) => pageAddress(record.page.url) === address)
    .sort((a, b) => b.record.sealedAt.localeCompare(a.record.sealedAt));
  return newest && { id: newest.id, sha256: newest.digest.sha256 };
}
