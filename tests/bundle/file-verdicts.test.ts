import { describe, expect, it } from 'vitest';
import type { FileState } from '../../utils/bundle/file-verdict.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { sampleBundle } from './sample-bundle.ts';
import { packFiles, zipFiles } from './unpack.ts';

const PICTURE = 'data/E20261123-0001/screenshot/tile-0001.png';

/** The states of all files after `change` to the files of a sample. */
async function statesAfter(change: (files: Map<string, Uint8Array<ArrayBuffer>>) => void) {
  const { zip, summary } = await sampleBundle(1);
  const files = new Map((await zipFiles(zip)).map(([name, bytes]) => [name.slice(summary.name.length + 1), bytes]));
  change(files);
  const { files: verdicts } = await verifyBundle(await packFiles(summary.name, files));
  return new Map<string, FileState>(verdicts.map(({ path, state }) => [path, state]));
}

describe('the verdict file by file', () => {
  it('holds for each listed file of an untouched bundle, and says which ones no manifest lists', async () => {
    const { zip, items } = await sampleBundle(1);
    const { files, sealers } = await verifyBundle(zip);
    expect(files.filter(({ state }) => state === 'unlisted').map(({ path }) => path)).toEqual([
      'signer-public-key.pem',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha256.txt.sig',
    ]);
    expect(files.filter(({ state }) => state !== 'ok' && state !== 'unlisted')).toEqual([]);
    expect(files.find(({ path }) => path === PICTURE)?.size).toBe(items[0]!.record.artefacts[0]!.size);
    expect(sealers).toEqual([{ itemId: items[0]!.id, keyFingerprint: items[0]!.signature!.keyFingerprint }]);
  });

  it('names what differs, what is missing and what is extra, first', async () => {
    const states = await statesAfter((files) => {
      files.set(PICTURE, new TextEncoder().encode('another picture'));
      files.delete(`data/E20261123-0001/text.txt`);
      files.set(`data/added.txt`, new TextEncoder().encode('x'));
    });
    expect([...states].slice(0, 3)).toEqual([
      [PICTURE, 'differs'],
      ['data/E20261123-0001/text.txt', 'missing'],
      ['data/added.txt', 'extra'],
    ]);
  });
});
