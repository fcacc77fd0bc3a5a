import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';

/** Length-delimited field of a protocol buffer. */
function field(number: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

/** A number of at most 32 bits as protocol buffers write it. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value >>> 0; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const spki = (key: KeyObject) => createPublicKey(key).export({ type: 'spki', format: 'der' });
const idBytes = (key: KeyObject) => createHash('sha256').update(spki(key)).digest().subarray(0, 16);

/** The extension's id: the first 16 bytes of the public key's digest, its hexadecimal digits written as a to p. */
export const extensionId = (pem: string): string =>
  idBytes(createPrivateKey(pem))
    .toString('hex')
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** What stands before the length of the signed data, so that a signature is good for nothing else. */
export const CRX_CONTEXT = 'CRX3 SignedData\0';

/** A ZIP as a CRX of version 3, signed with the office's RSA key. */
export function packCrx(zip: Uint8Array, pem: string): Buffer {
  const key = createPrivateKey(pem);
  const signedData = field(1, idBytes(key));
  const message = Buffer.concat([Buffer.from(CRX_CONTEXT), uint32(signedData.length), signedData, zip]);
  const proof = Buffer.concat([field(1, spki(key)), field(2, sign('sha256', message, key))]);
  const header = Buffer.concat([field(2, proof), field(10_000, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip]);
}
