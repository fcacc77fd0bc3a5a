import { type Addendum, addendumBytes } from './addendum.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { EvidenceItem } from './record.ts';
import { keyFingerprint, type SigningKey, signBytes, verifySignature } from './seal.ts';
import { type KeyStanding, keyStanding, type TrustedKey } from './trusted-keys.ts';

/** A signature over one addendum, as an item has one over its record. */
export type AddendumSignature = NonNullable<EvidenceItem['signature']>;

/** Signs an addendum with the key of this installation; it names the record, so the signature holds for that record alone. */
export async function signAddendum(addendum: Addendum, key: SigningKey): Promise<AddendumSignature> {
  const der = await signBytes(key, addendumBytes(addendum));
  return { der: toBase64(der), keyFingerprint: key.fingerprint, publicKey: key.publicKey };
}

/** Whether a signature is the one of its key over this addendum. */
export async function verifyAddendum(addendum: Addendum, signature: AddendumSignature): Promise<boolean> {
  const spki = fromBase64(signature.publicKey);
  return (
    (await keyFingerprint(spki)) === signature.keyFingerprint &&
    (await verifySignature(spki, fromBase64(signature.der), addendumBytes(addendum)))
  );
}

/** What is kept with an addendum of where it comes from. */
export interface AddendumSource {
  signature?: AddendumSignature | undefined;
  /** Fingerprint of the key that signed the bundle which brought it unsigned. */
  broughtBy?: string | undefined;
}

/** The keys that this office knows. */
export interface KnownKeys {
  own: string | null;
  trusted: readonly TrustedKey[];
}

/** Where an addendum comes from. */
export interface AddendumOrigin {
  /** Fingerprint; absent where 0.1.0 wrote it or took it in, which kept none. */
  key?: string;
  isSigned: boolean;
  standing: KeyStanding | { kind: 'earlier' };
  /**
   * It has a say in how the certificates stand: under a key that the office has or registered, under the one that sealed the item,
   * or here since 0.1.0. Any other is shown and kept apart.
   */
  counts: boolean;
}

/** @param sealer fingerprint of the key that sealed the item */
export function originOf(
  { signature, broughtBy }: AddendumSource,
  sealer: string | undefined,
  { own, trusted }: KnownKeys,
): AddendumOrigin {
  const key = signature?.keyFingerprint ?? broughtBy;
  if (key === undefined) return { isSigned: false, standing: { kind: 'earlier' }, counts: true };
  const standing = keyStanding(key, own, trusted);
  return { key, isSigned: signature !== undefined, standing, counts: standing.kind !== 'unknown' || key === sealer };
}

/** An addendum with its name and its origin, as screens and reports show it. */
export interface ShownAddendum {
  stem: string;
  addendum: Addendum;
  origin: AddendumOrigin;
}

/** Addenda of an item as they are kept, each with its origin. */
export const shownAddenda = (
  rows: readonly (Pick<ShownAddendum, 'stem' | 'addendum'> & AddendumSource)[],
  { signature }: { signature?: AddendumSignature | undefined },
  keys: KnownKeys,
): ShownAddendum[] =>
  rows.map((row) => ({
    stem: row.stem,
    addendum: row.addendum,
    origin: originOf(row, signature?.keyFingerprint, keys),
  }));

/** Those that have a say, in their order. */
export const countedOf = (addenda: readonly ShownAddendum[]): Addendum[] =>
  addenda.flatMap(({ addendum, origin }) => (origin.counts ? [addendum] : []));
