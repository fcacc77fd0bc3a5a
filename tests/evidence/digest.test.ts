import { describe, expect, it, vi } from 'vitest';
import { surveyBlob } from '../../utils/bundle/stored-zip.ts';
import { digestBlob, digestBytes, digestStream } from '../../utils/evidence/digest.ts';

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
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('begin anew, and never share what is under way', async () => {
    const alone = await digestBytes(bytes('证据'));
    const slow = Promise.withResolvers<void>();
    const one = digestStream(async (digester) => {
      digester.update(bytes('证'));
      await slow.promise;
      digester.update(bytes('据'));
    });
    expect(await digestBytes(bytes('别的'))).not.toEqual(alone);
    slow.resolve();
    expect(await one).toEqual(alone);
    expect(await digestBytes(bytes('证据'))).toEqual(alone);
  });

  it('stay a few, whether many files are digested at once or many digests are broken off', async () => {
    const made = vi.spyOn(WebAssembly, 'instantiate');
    await Promise.all(Array.from({ length: 60 }, () => digestBlob(new Blob(['x']))));
    for (let turn = 0; turn < 60; turn += 1)
      await expect(digestBlob(new Blob(['x']), AbortSignal.abort())).rejects.toThrow();
    await Promise.all(Array.from({ length: 60 }, () => surveyBlob(new Blob(['x']))));
    for (let turn = 0; turn < 60; turn += 1)
      await expect(surveyBlob(new Blob(['x']), { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(made.mock.calls.length).toBeLessThanOrEqual(4 * 3);
  });
});
