/**
 * WebCrypto writes an ECDSA signature as r‖s (IEEE P1363); OpenSSL reads only the DER form
 * SEQUENCE { INTEGER r, INTEGER s } (RFC 3279 §2.2.3). These two turn one into the other for P-256.
 */

const FIELD = 32;
const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** DER of a 64-byte r‖s signature. */
export function toDer(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  if (raw.length !== 2 * FIELD) throw new RangeError(`a P-256 signature has ${2 * FIELD} bytes, not ${raw.length}`);
  const body = [...integer(raw.subarray(0, FIELD)), ...integer(raw.subarray(FIELD))];
  return Uint8Array.of(SEQUENCE, body.length, ...body);
}

/** The 64-byte r‖s form, or undefined when `der` is not exactly one P-256 signature. */
export function fromDer(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) return undefined;
  const raw = new Uint8Array(2 * FIELD);
  let offset = 2;
  for (const end of [FIELD, 2 * FIELD]) {
    const length = der[offset + 1] ?? 0;
    const value = der.subarray(offset + 2, offset + 2 + length);
    if (der[offset] !== INTEGER || length === 0 || value.length !== length) return undefined;
    const digits = value[0] === 0 ? value.subarray(1) : value;
    if (digits.length > FIELD) return undefined;
    raw.set(digits, end - digits.length);
    offset += 2 + length;
  }
  return offset === der.length ? raw : undefined;
}

/** A DER INTEGER: no leading zeros, but one where the top bit would read as a sign. */
function integer(bytes: Uint8Array): number[] {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? [0] : [...bytes.subarray(first)];
  if (digits[0]! & 0x80) digits.unshift(0);
  return [INTEGER, digits.length, ...digits];
}
