import * as v from 'valibot';
import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import { PLATFORM_DUTIES } from '../../rules/platform-duties.ts';
import { canonicalBytes, plainCopy } from './canonical-json.ts';
import { DUTY_RESULTS, type DutyFinding } from './duty-check.ts';
import type { CustodyLine, Digests } from './record.ts';

/** What an officer found at the official portal. */
export const LOOK_UP_OUTCOMES = ['valid', 'expired', 'not-found', 'differs'] as const;
export type LookUpOutcome = (typeof LOOK_UP_OUTCOMES)[number];

/** The portal's page as the officer saw it; its bytes stand beside the addendum. */
export interface AddendumPicture extends Digests {
  mediaType: string;
  /** Bytes. */
  size: number;
  /** UTC, ISO 8601. */
  capturedAt: string;
  url: string;
  title: string;
}

interface AddendumBase {
  schema: 1;
  /** 1, 2, 3 … without gaps for one item. */
  number: number;
  /** SHA-256 of the sealed record that it belongs to. */
  recordSha256: string;
  /** UTC, ISO 8601. */
  at: string;
  person: string;
}

interface OfCertificate extends AddendumBase {
  /** Place among the record's certificates, from 1. */
  certificate: number;
}

/** A certificate looked up at an official portal. */
export interface LookUpAddendum extends OfCertificate {
  kind: 'look-up';
  portal: { name: string; url: string };
  /** What was looked up there. */
  copied: string;
  outcome: LookUpOutcome;
  note: string;
  picture?: AddendumPicture;
}

/** A value of a sealed certificate put right by hand; the reading stays in the record. */
export interface CorrectionAddendum extends OfCertificate {
  kind: 'correction';
  field: CertificateField;
  /** As the record has it; null where nothing was read. */
  read: string | null;
  value: string;
}

/** A certificate struck off as misread, or taken back in. */
export interface StrikeOffAddendum extends OfCertificate {
  kind: 'strike-off';
  struckOff: boolean;
}

/** A shop gone through for the platform's duties and the information that certificates have to show. */
export interface DutyCheckAddendum extends AddendumBase {
  kind: 'duty-check';
  platform: string;
  shop: string;
  duties: readonly DutyFinding[];
  note: string;
}

/** An addendum to one certificate of the record. */
export type CertificateAddendum = LookUpAddendum | CorrectionAddendum | StrikeOffAddendum;

/**
 * What was learnt about a sealed item afterwards. The sealed record never changes: an addendum cites its digest, and a line
 * of the custody log cites the addendum's own.
 */
export type Addendum = CertificateAddendum | DutyCheckAddendum;

/** Whether an addendum is to the certificate at a place of the record, from 1. */
export const isOfCertificate = (addendum: Addendum, place: number): addendum is CertificateAddendum =>
  addendum.kind !== 'duty-check' && addendum.certificate === place;

/** An addendum without its place, as it is handed to the store. */
export type NewAddendum =
  | Omit<LookUpAddendum, 'schema' | 'number' | 'recordSha256' | 'picture'>
  | Omit<CorrectionAddendum, 'schema' | 'number' | 'recordSha256'>
  | Omit<StrikeOffAddendum, 'schema' | 'number' | 'recordSha256'>
  | Omit<DutyCheckAddendum, 'schema' | 'number' | 'recordSha256'>;

/** The bytes that its digest covers. */
export const addendumBytes = (addendum: Addendum): Uint8Array<ArrayBuffer> => canonicalBytes(plainCopy(addendum));

const OUTCOME_WORDS: Record<LookUpOutcome, string> = {
  valid: '有效',
  expired: '已过期或失效',
  'not-found': '未查到',
  differs: '内容不一致',
};

export const outcomeInWords = (outcome: LookUpOutcome): string => OUTCOME_WORDS[outcome];

/** What the custody log says of an addendum: readable without the product, its digest last. @param from whose it is, when it came through a pool */
export function addendumDetail(addendum: Addendum, sha256: string, from?: string): string {
  const source = from === undefined ? '' : `；取自证据池，${from}`;
  return `附页 ${addendumNumber(addendum.number)}（${aboutInWords(addendum)}${source}），SHA-256 ${sha256}`;
}

function aboutInWords(addendum: Addendum): string {
  if (addendum.kind === 'duty-check') return `平台义务核对，${addendum.shop || addendum.platform || '未注明店铺'}`;
  const place = `证书 ${addendum.certificate}`;
  if (addendum.kind === 'look-up')
    return `${place} 官方查询，${addendum.portal.name}：${outcomeInWords(addendum.outcome)}`;
  if (addendum.kind === 'correction') return `更正${place} 的读数`;
  return addendum.struckOff ? `${place} 系误读，剔除` : `${place} 撤销剔除`;
}

/**
 * The addenda to a record that a log vouches for, numbers by digest. With a deletion of the item ends what was cited before it:
 * an older bundle that is taken in again need not have them.
 */
export function citedAddenda(lines: Iterable<CustodyLine>, recordSha256: string): Map<string, number> {
  const cited = new Map<string, number>();
  for (const { act, detail, itemSha256 } of lines) {
    if (itemSha256 !== recordSha256) continue;
    if (act === 'deleted') cited.clear();
    if (act !== 'supplemented') continue;
    const [, number, sha256] = /^附页 (\d+)（.*SHA-256 ([0-9a-f]{64})$/s.exec(detail) ?? [];
    if (number && sha256) cited.set(sha256, Number(number));
  }
  return cited;
}

/** 0001 */
export const addendumNumber = (number: number): string => String(number).padStart(4, '0');

/**
 * The name of an addendum beside another one of its number: 0002-1a2b3c4d. Two offices that hold copies of an item go on
 * counting apart; when one takes in what the other added, both addenda are kept, and neither can be numbered anew, since the
 * number is among the bytes that the log cites.
 */
export const besideStem = (number: number, sha256: string): string => `${addendumNumber(number)}-${sha256.slice(0, 8)}`;

/** Whether an addendum of this digest may have the name: its number, alone or beside another one. */
export const isStemOf = (stem: string, { number }: Pick<Addendum, 'number'>, sha256: string): boolean =>
  stem === addendumNumber(number) || stem === besideStem(number, sha256);

/** An addendum with its name in bundles, reports and logs. */
export interface NamedAddendum {
  stem: string;
  addendum: Addendum;
  /** Fingerprint of the key that signed it. */
  keyFingerprint?: string;
  /** Nobody at the office that made the bundle knows its key: it is shown and has no say. */
  apart?: boolean;
}

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const base = {
  schema: v.literal(1),
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  recordSha256: hex,
  at: v.pipe(v.string(), v.isoTimestamp()),
  person: v.string(),
};
const ofCertificate = { ...base, certificate: v.pipe(v.number(), v.integer(), v.minValue(1)) };
const picture = v.strictObject({
  mediaType: v.literal('image/png'),
  size: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: hex,
  sm3: hex,
  capturedAt: v.pipe(v.string(), v.isoTimestamp()),
  url: v.string(),
  title: v.string(),
});
const schema = v.variant('kind', [
  v.strictObject({
    ...ofCertificate,
    kind: v.literal('look-up'),
    portal: v.strictObject({ name: v.string(), url: v.string() }),
    copied: v.string(),
    outcome: v.picklist(LOOK_UP_OUTCOMES),
    note: v.string(),
    picture: v.optional(picture),
  }),
  v.strictObject({
    ...ofCertificate,
    kind: v.literal('correction'),
    field: v.string(),
    read: v.nullable(v.string()),
    value: v.string(),
  }),
  v.strictObject({ ...ofCertificate, kind: v.literal('strike-off'), struckOff: v.boolean() }),
  v.strictObject({
    ...base,
    kind: v.literal('duty-check'),
    platform: v.string(),
    shop: v.string(),
    duties: v.array(
      v.strictObject({ duty: v.picklist(PLATFORM_DUTIES), result: v.picklist(DUTY_RESULTS), facts: v.string() }),
    ),
    note: v.string(),
  }),
]);

/** Whether a value read from a file has the shape of an addendum. */
export function isAddendum(value: unknown): value is Addendum {
  return v.is(schema, value);
}
