import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { CRX_CONTEXT, extensionId, packCrx } from '../../cli/rollout/crx3.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const zip = Buffer.from('PK\u0003\u0004 as good as a ZIP');

/** The fields of a protocol buffer that holds nothing but lengths and bytes. */
function fieldsOf(bytes: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = number();
    const length = number();
    fields.set(tag >>> 3, bytes.subarray(at, at + length));
    at += length;
  }
  return fields;
}

it('signs header and ZIP with the key that the id comes from', () => {
  const crx = packCrx(zip, pem);
  expect(crx.subarray(0, 4).toString()).toBe('Cr24');
  expect(crx.readUInt32LE(4)).toBe(3);
  const end = 12 + crx.readUInt32LE(8);
  const header = fieldsOf(crx.subarray(12, end));
  const signedData = header.get(10_000)!;
  const proof = fieldsOf(header.get(2)!);
  expect(crx.subarray(end)).toEqual(zip);

  const digest = createHash('sha256').update(proof.get(1)!).digest().subarray(0, 16);
  expect(fieldsOf(signedData).get(1)).toEqual(digest);
  expect(extensionId(pem)).toBe(
    [...digest.toString('hex')].map((d) => 'abcdefghijklmnop'[Number.parseInt(d, 16)]).join(''),
  );

  const length = Buffer.alloc(4);
  length.writeUInt32LE(signedData.length);
  const key = createPublicKey({ key: proof.get(1)!, format: 'der', type: 'spki' });
  const holds = (content: Buffer) =>
    verify('sha256', Buffer.concat([Buffer.from(CRX_CONTEXT), length, signedData, content]), key, proof.get(2)!);
  expect(holds(zip)).toBe(true);
  expect(holds(Buffer.concat([zip, Buffer.from('x')]))).toBe(false);
});
