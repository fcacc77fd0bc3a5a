import type { EvidenceItem } from './record.ts';

/** Items that an earlier version took in unchecked, or that were damaged, must not hide the others: a time that is none is the oldest. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Newest seal first. */
export const bySeal = (a: Pick<EvidenceItem, 'record'>, b: Pick<EvidenceItem, 'record'>): number =>
  textOf(b.record.sealedAt).localeCompare(textOf(a.record.sealedAt));

/** The address that an item shows; empty where its record gives none. */
export const addressOf = ({ record }: Pick<EvidenceItem, 'record'>): string => textOf(record.page?.url);

/** An address without its fragment, which names a place on the page and not another page. */
export const pageAddress = (url: string): string => url.split('#', 1)[0]!;

/** The other captures of the page that `item` shows, oldest first. */
export function otherCaptures(items: readonly EvidenceItem[], item: EvidenceItem): EvidenceItem[] {
  const address = pageAddress(addressOf(item));
  return items
    .filter((other) => other.id !== item.id && pageAddress(addressOf(other)) === address)
    .sort((a, b) => textOf(a.record.startedAt).localeCompare(textOf(b.record.startedAt)));
}
