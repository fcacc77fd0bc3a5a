import { fromBase64, toBase64 } from '../evidence/base64.ts';

/** One PEM block (RFC 7468) of DER bytes. */
export function toPem(label: 'PUBLIC KEY' | 'CERTIFICATE', der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** DER bytes of the PEM blocks with that label; empty when there is none or one is not base64. */
export function fromPem(label: 'PUBLIC KEY' | 'CERTIFICATE', text: string): Uint8Array<ArrayBuffer>[] {
  const blocks = text.matchAll(new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]*)-----END ${label}-----`, 'g'));
  try {
    return [...blocks].map((block) => fromBase64(block[1]!.replace(/\s/g, '')));
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}
