import { toHex } from './base64.ts';

/** A certificate of a time-stamping service that the office compared with the service's own publication. */
export interface StampRoot {
  /** SHA-256 of the certificate, DER, lower-case hex. */
  fingerprint: string;
}

/** Digests of the certificates that a token brings, from the signer upward. */
export const chainDigests = (chain: readonly Uint8Array<ArrayBuffer>[]): Promise<string[]> =>
  Promise.all(chain.map(async (der) => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', der)))));

/** Trusted only when a certificate that the office registered stands on the way from the signer upward. */
export function isPinned(digests: readonly string[], roots: readonly StampRoot[]): boolean {
  return roots.some(({ fingerprint }) => digests.includes(fingerprint));
}
