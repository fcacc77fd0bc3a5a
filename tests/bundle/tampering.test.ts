import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckName } from '../../utils/bundle/bundle-verdict.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { createSigningKey } from '../../utils/evidence/seal.ts';
import { rewriteManifests } from './rewrite-manifests.ts';
import { type SampleBundle, sampleBundle } from './sample-bundle.ts';
import { packFiles, zipFiles } from './unpack.ts';

let sample: SampleBundle;
let files: Map<string, Uint8Array<ArrayBuffer>>;
beforeAll(async () => {
  sample = await sampleBundle(2);
  files = new Map(
    (await zipFiles(sample.zip)).map(([name, bytes]) => [name.slice(sample.summary.name.length + 1), bytes]),
  );
});

/** Packs files as another program would: deflated, other dates. */
const failed = async (zip: Blob): Promise<CheckName[]> =>
  (await verifyBundle(zip)).checks.filter((check) => check.state === 'failed').map((check) => check.name);

const text = (value: string) => new TextEncoder().encode(value);
const read = (path: string) => new TextDecoder().decode(files.get(path));
const changedBy = (change: (copy: Map<string, Uint8Array<ArrayBuffer>>) => void) => {
  const copy = new Map(files);
  change(copy);
  return packFiles(sample.summary.name, copy);
};

describe('an untouched bundle', () => {
  it('passes every layer', async () => {
    const verdict = await verifyBundle(sample.zip);
    expect(verdict.checks.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'container ok',
      'structure ok',
      'completeness ok',
      'sha256 ok',
      'sm3 ok',
      'tags ok',
      'records ok',
      'record-signatures ok',
      'custody ok',
      'addenda absent',
      'signature ok',
      'timestamp absent',
    ]);
    expect(verdict).toMatchObject({ ok: true, name: sample.summary.name, items: sample.items.map((item) => item.id) });
  });

  it('still passes when somebody packs its files anew', async () => {
    const verdict = await verifyBundle(await packFiles(sample.summary.name, files));
    expect(verdict.ok).toBe(true);
    expect(verdict.checks[0]).toMatchObject({ name: 'container', state: 'absent' });
  });
});

describe('a changed bundle', () => {
  it('fails for each flipped bit, wherever it lies', { timeout: 120_000 }, async () => {
    const bytes = new Uint8Array(await sample.zip.arrayBuffer());
    const passed: number[] = [];
    for (let round = 0; round < 60; round++) {
      // A fixed sequence over the whole file, so that a failure can be repeated.
      const at = Math.floor((round * 0.6180339887498949 * bytes.length) % bytes.length);
      const bit = 1 << (round % 8);
      bytes[at]! ^= bit;
      if ((await verifyBundle(new Blob([bytes]))).ok) passed.push(at);
      bytes[at]! ^= bit;
    }
    expect(passed).toEqual([]);
  });

  it('fails when bytes are put before or after it, or it is cut', async () => {
    expect(await failed(new Blob([sample.zip, 'x']))).toContain('container');
    for (const cut of [1, 22, 100, Math.floor(sample.zip.size / 2), sample.zip.size - 1]) {
      expect(await failed(sample.zip.slice(0, sample.zip.size - cut))).toContain('container');
    }
    expect(await failed(new Blob(['no zip at all']))).toEqual(['container']);
    expect(await failed(new Blob([]))).toEqual(['container']);
  });

  it.each(['data/E20261123-0001/page.mhtml', 'data/report.html', 'bag-info.txt', 'manifest-sm3.txt', 'bagit.txt'])(
    'fails without %s',
    async (path) => {
      expect(await failed(await changedBy((copy) => copy.delete(path)))).not.toEqual([]);
    },
  );

  it('fails with a file too many, also in the root and in the folder of an item', async () => {
    for (const path of ['data/extra.txt', 'data/E20261123-0001/extra.txt', 'extra.txt', 'data/documents/more.docx']) {
      expect(await failed(await changedBy((copy) => copy.set(path, text('more'))))).toContain('completeness');
    }
  });

  it('fails when files are renamed or swapped', async () => {
    const one = 'data/E20261123-0001/screenshot/tile-0001.png';
    const other = 'data/E20261123-0001/screenshot/tile-0002.png';
    const renamed = await changedBy((copy) => {
      copy.set('data/E20261123-0001/screenshot/tile-0003.png', copy.get(one)!);
      copy.delete(one);
    });
    expect(await failed(renamed)).toEqual(expect.arrayContaining(['completeness', 'records']));
    const swapped = await changedBy((copy) => {
      copy.set(one, files.get(other)!);
      copy.set(other, files.get(one)!);
    });
    expect(await failed(swapped)).toEqual(expect.arrayContaining(['sha256', 'sm3', 'records']));
  });

  it('fails when the log is cut, even with every manifest made to agree again', async () => {
    const cut = await changedBy((copy) => {
      const lines = read('data/custody-log.jsonl').trimEnd().split('\n');
      copy.set('data/custody-log.jsonl', text(`${lines.slice(0, -1).join('\n')}\n`));
      rewriteManifests(copy);
    });
    expect(await failed(cut)).toEqual(['custody', 'signature']);
  });

  it('fails by its seals alone when a picture is exchanged and the manifests are made to agree', async () => {
    const forged = await changedBy((copy) => {
      copy.set('data/E20261123-0002/screenshot/tile-0001.png', text('another picture'));
      rewriteManifests(copy);
    });
    expect(await failed(forged)).toEqual(['records', 'signature']);
  });

  it('fails when the record is rewritten to fit and signed by nobody', async () => {
    const path = 'data/E20261123-0001/record.json';
    const forged = await changedBy((copy) => {
      copy.set(path, text(read(path).replace('当天出证', '当日出证')));
      rewriteManifests(copy);
    });
    expect(await failed(forged)).toEqual(['record-signatures', 'custody', 'signature']);
  });

  it('fails when the key is exchanged', async () => {
    const other = await sampleBundle(1, {
      signer: await createSigningKey(''),
    });
    const keys = new Map(await zipFiles(other.zip));
    const key = keys.get(`${other.summary.name}/signer-public-key.pem`)!;
    expect(await failed(await changedBy((copy) => copy.set('signer-public-key.pem', key)))).toEqual(['signature']);
  });
});

describe('hostile bundles', () => {
  it.each(['../evil.txt', 'data/../../evil.txt', 'data/CON.txt', 'data/a\u202Etxt.exe', 'data/a\\b.txt'])(
    'with the name %j fail',
    async (path) => {
      const zip = await changedBy((copy) => copy.set(path, text('x')));
      // The ZIP reader refuses names that leave the folder outright; the others fail by the bag's own rules.
      expect(await failed(zip)).toContain(path.includes('..') ? 'container' : 'structure');
    },
  );

  it('whose record unpacks to far more than a record ever has are refused without filling the memory', async () => {
    const bomb = new Uint8Array(65 * 1024 * 1024).fill(0x20);
    const zip = await changedBy((copy) => copy.set('data/E20261123-0001/record.json', bomb));
    expect(zip.size).toBeLessThan(1_000_000);
    expect(await failed(zip)).toContain('records');
  });
});
