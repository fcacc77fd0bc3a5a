import type { Addendum } from '../evidence/addendum.ts';
import { officerInWords } from '../evidence/desk.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import type { StampStanding } from '../evidence/stamp-standing.ts';
import { orBlank, type Words } from './paper.ts';

/** What a paper takes from the sealed statement of the environment; members of other versions may be absent. */
export interface SealedEnvironment {
  platform?: { os?: string; architecture?: string };
  online?: boolean;
  incognito?: boolean;
  otherExtensions?: readonly { name: string; version: string }[] | null;
  clock?: {
    servers?: {
      serverOffsetSeconds: number;
      leastOffsetSeconds: number;
      mostOffsetSeconds: number;
      answers: number;
      servers: number;
    } | null;
  };
}

/** A picture of the item with the findings drawn in, for a paper. */
export interface PaperPicture {
  bytes: Uint8Array<ArrayBuffer>;
  /** px */
  width: number;
  height: number;
  /** The file of the item that it was cut from, and its digest. */
  name: string;
  sha256: string;
}

/** An item with what else is sealed or on record of it: papers say what these say, never what the settings say today. */
export interface PaperItem extends EvidenceItem {
  /** Oldest first. */
  addenda?: readonly Addendum[];
  environment?: SealedEnvironment | undefined;
  /** As it stands to the issuers that the office registered by now. */
  stamp?: StampStanding;
  picture?: PaperPicture | undefined;
}

/** Words that are the same for all items once, else an item a line. */
export function perItem(items: readonly PaperItem[], words: (item: PaperItem) => string): Words {
  const said = items.map((item) => ({ id: item.id, text: words(item) }));
  if (new Set(said.map(({ text }) => text)).size <= 1) return orBlank(said[0]?.text);
  return said.map(({ id, text }) => `${id}：${text || '未登记'}`).join('\n');
}

/** Where a record names several officers without saying who was there, the paper must not. */
const unclear = ({ attendedSince, officers }: EvidenceItem['record']) =>
  attendedSince === undefined && officers.length > 1
    ? '（封存时的版本列出了设置中的全部人员，请核对实际取证人员）'
    : '';

/** Who captured the items, from their records. */
export const extractorsOf = (items: readonly PaperItem[]): Words =>
  perItem(items, ({ record }) => record.officers.map(officerInWords).join('、') + unclear(record));

/** The first or the second of those who captured. */
export const extractorAt = (items: readonly PaperItem[], place: 0 | 1): Words =>
  perItem(items, ({ record }) => {
    const officer = record.officers[place];
    return officer ? officerInWords(officer) + unclear(record) : '';
  });

/** The offices that captured, from the records. */
export const officesOf = (items: readonly PaperItem[]): Words => perItem(items, ({ record }) => record.office);
