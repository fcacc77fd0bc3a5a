import { beforeAll, describe, expect, it } from 'vitest';
import { decryptBlob, decryptedBlob, encryptBlob } from '../../utils/evidence/blob-cipher.ts';
import { lockKeys, openLock } from '../../utils/evidence/passphrase-lock.ts';

const MIB = 1024 * 1024;
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

let key: CryptoKey;
beforeAll(async () => {
  key = await newKey();
});

/** Bytes of which no two MiB are alike. */
function sample(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 31 + (at >> 20) * 7) & 0xff;
  return bytes;
}

const encrypted = (length: number) => encryptBlob(new Blob([sample(length)], { type: 'image/png' }), key, random(8));

describe('a file under the store’s key', () => {
  it.each([0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 5])('of %i bytes comes back whole, with its type', async (length) => {
    const kept = await encrypted(length);
    expect(kept.blob.size).toBe(length + 16 * Math.max(1, Math.ceil(length / MIB)));
    const plain = await decryptBlob(kept, key);
    expect(plain.type).toBe('image/png');
    expect(Buffer.compare(Buffer.from(await plain.arrayBuffer()), sample(length))).toBe(0);
  });

  it.each([0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 5])('of %i bytes is decrypted where it is read', async (length) => {
    const plain = decryptedBlob(await encrypted(length), key);
    expect([plain.size, plain.type]).toEqual([length, 'image/png']);
    const bytes = sample(length);
    const ranges: [number?, number?][] = [[], [5], [MIB - 3, MIB + 4], [-30, -10], [20, 10], [2 * MIB], [0, 9e9]];
    for (const range of ranges) {
      const part = Buffer.from(await plain.slice(...range).arrayBuffer());
      expect(part.equals(Buffer.from(await new Blob([bytes]).slice(...range).arrayBuffer()))).toBe(true);
    }
    const streamed = await new Response(plain.slice(3).stream()).arrayBuffer();
    expect(Buffer.from(streamed).equals(Buffer.from(bytes.subarray(3)))).toBe(true);
  });

  it('shows nothing of what it holds', async () => {
    const words = '全国平台通用，当天出证'.repeat(50);
    const kept = await encryptBlob(new Blob([words]), key, random(8));
    expect(await kept.blob.text()).not.toContain('当天出证');
  });

  const pieces = async (length: number) => {
    const kept = await encrypted(length);
    const size = MIB + 16;
    const parts = Array.from({ length: Math.ceil(kept.blob.size / size) }, (_, index) =>
      kept.blob.slice(index * size, (index + 1) * size),
    );
    return { nonce: kept.nonce, parts };
  };
  const changes: [string, (parts: Blob[]) => Blob[]][] = [
    ['loses its last piece', (parts) => parts.slice(0, -1)],
    ['loses its first piece', (parts) => parts.slice(1)],
    ['has two pieces swapped', ([first, second, ...rest]) => [second!, first!, ...rest]],
    ['has a piece twice', (parts) => [...parts, parts.at(-1)!]],
    ['is cut inside a piece', (parts) => [...parts.slice(0, -1), parts.at(-1)!.slice(0, -1)]],
  ];
  it.each(changes)('does not open when it %s', async (_name, change) => {
    const { nonce, parts } = await pieces(3 * MIB);
    const changed = { blob: new Blob(change(parts)), nonce };
    await expect(decryptBlob(changed, key)).rejects.toThrow();
    await expect(decryptedBlob(changed, key).arrayBuffer()).rejects.toThrow();
  });

  it('opens only in the place that it was encrypted for', async () => {
    const place = (name: string) => ({ context: new TextEncoder().encode(name) });
    const kept = await encryptBlob(new Blob(['画面']), key, random(8), place('r1/1'));
    expect(await (await decryptBlob(kept, key, place('r1/1'))).text()).toBe('画面');
    await expect(decryptBlob(kept, key, place('r1/2'))).rejects.toThrow();
    await expect(decryptBlob(kept, key)).rejects.toThrow();
  });

  it('does not open when one bit differs, or with another key', async () => {
    const kept = await encrypted(2 * MIB);
    const bytes = new Uint8Array(await kept.blob.arrayBuffer());
    bytes[MIB + 100]! ^= 1;
    await expect(decryptBlob({ ...kept, blob: new Blob([bytes]) }, key)).rejects.toThrow();
    await expect(decryptBlob(kept, await newKey())).rejects.toThrow();
  });
});

describe('a data key under a passphrase', () => {
  it('opens with that passphrase, however it was typed, and with no other', async () => {
    const dataKey = random(32);
    const lock = await lockKeys([{ bytes: dataKey }], '证据库口令ＡＢＣ123', {
      random,
      now: new Date('2026-11-23T00:00:00Z'),
    });
    expect(await openLock(lock, '证据库口令ABC123')).toEqual([{ bytes: dataKey }]);
    expect(await openLock(lock, '证据库口令ABC124')).toBeNull();
  });
});
