import { crc32, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { OverfullBundleError, openBag, unpackLimit } from '../../utils/bundle/bag-file.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { sampleBundle } from './sample-bundle.ts';

const MEGABYTE = 1024 * 1024;

/** A ZIP whose directory names one deflated file of zeros `names` times and says of its size what it likes. */
function bomb({ megabytes, names, says }: { megabytes: number; names: number; says?: number }): Blob {
  const zeros = Buffer.alloc(megabytes * MEGABYTE);
  const packed = deflateRawSync(zeros, { level: 9 });
  const header = (signature: number, name: string, central: boolean) => {
    const fixed = Buffer.alloc(central ? 46 : 30);
    const at = central ? 2 : 0;
    fixed.writeUInt32LE(signature);
    fixed.writeUInt16LE(20, 4);
    fixed.writeUInt16LE(8, 8 + at);
    fixed.writeUInt32LE(crc32(zeros), 14 + at);
    fixed.writeUInt32LE(packed.length, 18 + at);
    fixed.writeUInt32LE(says ?? zeros.length, 22 + at);
    fixed.writeUInt16LE(name.length, 26 + at);
    return Buffer.concat([fixed, Buffer.from(name)]);
  };
  const local = Buffer.concat([header(0x04034b50, 'bag/data/0', false), packed]);
  const directory = Buffer.concat(
    Array.from({ length: names }, (_, index) => header(0x02014b50, `bag/data/${index}`, true)),
  );
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names, 8);
  end.writeUInt16LE(names, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Blob([local, directory, end]);
}

it.each([
  ['deflates without end', { megabytes: 96, names: 1 }],
  ['has its files lie over each other', { megabytes: 8, names: 12 }],
])('a bundle that %s is read no further than its limit', async (_, shape) => {
  const zip = bomb(shape);
  let read = 0;
  const verdict = await verifyBundle(zip, { onProgress: ({ done }) => (read = done) });
  expect(verdict.ok).toBe(false);
  expect(verdict.checks).toMatchObject([{ name: 'container', state: 'failed' }]);
  expect(read).toBeLessThanOrEqual(unpackLimit(zip.size) + MEGABYTE);
  const bag = await openBag(zip);
  const all = async () => {
    for (const path of bag.files.keys()) await bag.digest(path);
  };
  await expect(all()).rejects.toBeInstanceOf(OverfullBundleError);
});

it('a file that says it is smaller than it is cannot be read, and is read no further', async () => {
  const zip = bomb({ megabytes: 96, names: 1, says: 1000 });
  let read = 0;
  const bag = await openBag(zip);
  expect(await bag.digest('data/0', (bytes) => (read += bytes))).toBeUndefined();
  expect(read).toBeLessThanOrEqual(MEGABYTE);
  expect((await verifyBundle(zip)).checks.find(({ name }) => name === 'container')?.state).toBe('failed');
});

it('a file read again is not counted again', async () => {
  const zip = bomb({ megabytes: 40, names: 1 });
  const bag = await openBag(zip);
  for (let time = 0; time < 3; time += 1) expect((await bag.digest('data/0'))?.size).toBe(40 * MEGABYTE);
});

it('no read of a bundle goes on after it was broken off', async () => {
  const { zip, summary } = await sampleBundle();
  const cancel = new AbortController();
  const bag = await openBag(zip, cancel.signal);
  const path = `data/${summary.name}`;
  cancel.abort();
  for (const read of [bag.digest(path), bag.bytes(path), bag.text('bagit.txt'), bag.blob('bagit.txt', 'text/plain')])
    await expect(read).rejects.toThrow(/abort/i);
  await expect(openBag(zip, cancel.signal)).rejects.toThrow(/abort/i);
});
