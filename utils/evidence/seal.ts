import { fromBase64, toBase64, toHex } from './base64.ts';
import { canonicalBytes } from './canonical-json.ts';
import { fromDer, toDer } from './der-signature.ts';
import { digestBytes } from './digest.ts';
import type { EvidenceItem, EvidenceRecord } from './record.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The key of one installation. The private half cannot be exported, not even by us. */
export interface SigningKey {
  privateKey: CryptoKey;
  /** SubjectPublicKeyInfo, DER, base64. */
  publicKey: string;
  /** SHA-256 of the SPKI bytes, hex: what an office writes into its records. */
  fingerprint: string;
  /** UTC, ISO 8601. */
  createdAt: string;
}

/** What an item says of its seal. */
export type Seal = Pick<EvidenceItem, 'digest'> & { signature: NonNullable<EvidenceItem['signature']> };

/** A new key, ECDSA P-256 (Ed25519 came with Chrome 137). */
export async function createSigningKey(createdAt: string): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return {
    privateKey: pair.privateKey,
    publicKey: toBase64(spki),
    fingerprint: await keyFingerprint(spki),
    createdAt,
  };
}

/** SHA-256 of SPKI bytes, hex. */
export async function keyFingerprint(spki: BufferSource): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', spki)));
}

/** ECDSA over bytes, DER, as `openssl dgst -sha256 -verify` reads it. */
export async function signBytes(key: SigningKey, bytes: BufferSource): Promise<Uint8Array<ArrayBuffer>> {
  return toDer(new Uint8Array(await crypto.subtle.sign(ALGORITHM, key.privateKey, bytes)));
}

/** Whether `der` is the signature over `bytes` by the key whose SPKI is given; malformed input is false. */
export async function verifySignature(spki: BufferSource, der: Uint8Array, bytes: BufferSource): Promise<boolean> {
  const raw = fromDer(der);
  if (!raw) return false;
  try {
    const key = await crypto.subtle.importKey('spki', spki, CURVE, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, raw, bytes);
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** Digests and signature over the canonical JSON of a record. */
export async function sealRecord(record: EvidenceRecord, key: SigningKey): Promise<Seal> {
  const bytes = canonicalBytes(record);
  const [digest, der] = await Promise.all([digestBytes(bytes), signBytes(key, bytes)]);
  return { digest, signature: { der: toBase64(der), keyFingerprint: key.fingerprint, publicKey: key.publicKey } };
}

/** Whether record, digests and signature of an item still agree; `signature` is undefined where there is none. */
export async function verifySeal(
  item: Pick<EvidenceItem, 'record' | 'digest' | 'signature'>,
): Promise<{ record: boolean; signature?: boolean }> {
  const bytes = canonicalBytes(item.record);
  const digest = await digestBytes(bytes);
  const record = digest.sha256 === item.digest.sha256 && digest.sm3 === item.digest.sm3;
  if (!item.signature) return { record };
  const spki = fromBase64(item.signature.publicKey);
  const signature =
    (await keyFingerprint(spki)) === item.signature.keyFingerprint &&
    (await verifySignature(spki, fromBase64(item.signature.der), bytes));
  return { record, signature };
}
