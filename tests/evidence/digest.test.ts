import { describe, expect, it } from 'vitest';
import { createDigester, digestBlob, digestBytes } from '../../utils/evidence/digest.ts';

describe('digests', () => {
  it('give the published values for abc (FIPS 180-4, GB/T 32905 A.1)', async () => {
    expect(await digestBytes(new TextEncoder().encode('abc'))).toEqual({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    });
  });

  it('are the same over slices as over the whole, empty included', async () => {
    for (const size of [0, 1, 4 * 1024 * 1024, 4 * 1024 * 1024 + 1, 9_000_000]) {
      const bytes = new Uint8Array(size).map((_, index) => index * 31);
      expect(await digestBlob(new Blob([bytes]))).toEqual(await digestBytes(bytes));
    }
  });

  it('stop when asked to', async () => {
    await expect(digestBlob(new Blob(['x']), AbortSignal.abort())).rejects.toThrow();
  });
});

describe('digesters that are used again', () => {
  it('begin anew, and never share what is under way', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const alone = await digestBytes(bytes('证据'));
    const [one, other] = await Promise.all([createDigester(), createDigester()]);
    one.update(bytes('证'));
    other.update(bytes('别的'));
    one.update(bytes('据'));
    expect(one.digests()).toEqual(alone);
    const again = await createDigester();
    again.update(bytes('证据'));
    expect(again.digests()).toEqual(alone);
    expect(other.digests()).not.toEqual(alone);
  });
});
