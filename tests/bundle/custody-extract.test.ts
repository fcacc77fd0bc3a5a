import { beforeAll, describe, expect, it } from 'vitest';
import { extractLog, walkExtract } from '../../utils/bundle/custody-extract.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { canonicalJson } from '../../utils/evidence/canonical-json.ts';
import { lineDigest, nextLine, type Sha256 } from '../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../utils/evidence/digest.ts';
import type { CustodyLine } from '../../utils/evidence/record.ts';
import { createSigningKey, signBytes } from '../../utils/evidence/seal.ts';
import { rewriteManifests } from './rewrite-manifests.ts';
import { sampleBundle } from './sample-bundle.ts';
import { packFiles, zipFiles } from './unpack.ts';

let sha256: Sha256;
beforeAll(async () => {
  sha256 = await createSha256();
});

const failures = async (zip: Blob) =>
  (await verifyBundle(zip)).checks.filter(({ state }) => state === 'failed').map(({ sentence }) => sentence);

/** The log of the sample, written by someone who has the key and leaves a line of the item out of sight. */
async function withheldOwnLine(act: string) {
  const { lines } = await sampleBundle(1);
  const text = extractLog(lines, { itemIds: new Set(['E20261123-0001']) }, sha256).text;
  const written = text.trimEnd().split('\n');
  return written.filter((line) => !line.startsWith(`{"act":"${act}"`)).join('\n');
}

/** The sample with this log in it, and every manifest and signature made anew: its maker has the key. */
async function resigned(log: string): Promise<Blob> {
  const signer = await createSigningKey('');
  const { zip, summary } = await sampleBundle(1, { signer });
  const files = new Map((await zipFiles(zip)).map(([path, bytes]) => [path.slice(summary.name.length + 1), bytes]));
  files.set('data/custody-log.jsonl', new TextEncoder().encode(`${log}\n`));
  rewriteManifests(files);
  files.set('tagmanifest-sha256.txt.sig', await signBytes(signer, files.get('tagmanifest-sha256.txt')!));
  return packFiles(summary.name, files);
}

describe('an extract of the log', () => {
  it('shows what is said of the items and of nothing else, and walks to the head of the whole log', async () => {
    const { lines } = await sampleBundle(2);
    const { text, head } = extractLog(lines, { itemIds: new Set(['E20261123-0001']) }, sha256);
    expect(text).not.toMatch(/另一案件的秘密|E20261101|E20261123-0002/);
    const walk = walkExtract(text, sha256);
    expect(walk).toMatchObject({ head, unsaid: 0, withheld: lines.length - walk.lines.length });
    expect(walk.lines).toEqual(lines.filter(({ itemId }) => itemId === 'E20261123-0001'));
    expect(walk.brokenAt).toBeUndefined();
  });

  it('breaks where what a line says was changed, or given to another item', async () => {
    const { lines } = await sampleBundle(1);
    const { text } = extractLog(lines, { itemIds: new Set(['E20261123-0001']) }, sha256);
    for (const [from, to] of [
      ['校验一致', '校验不符'],
      ['E20261123-0001', 'E20261123-0009'],
    ] as const)
      expect(walkExtract(text.replace(from, to), sha256).brokenAt).toBeGreaterThan(0);
  });

  it('of 0.1.0 still walks, and says that nothing is known of what it withholds', async () => {
    const { zip } = await sampleBundle(2, { legacyLog: true });
    const { ok, checks } = await verifyBundle(zip);
    expect(ok).toBe(true);
    expect(checks.find(({ name }) => name === 'custody')!.sentence).toContain('由旧版写成');
  });
});

describe('a bundle whose maker', () => {
  it('keeps a line of an item out of sight is found out', async () => {
    const text = await withheldOwnLine('verified');
    expect(walkExtract(text, sha256).brokenAt).toBeUndefined();
    const zip = await resigned(text);
    expect(await failures(zip)).toEqual(['包内证据自己的日志行没有公开。']);
  });

  it('exchanged lines after the seal is found out by the head in the record', async () => {
    const lines: CustodyLine[] = [];
    const entry = {
      act: 'noted',
      at: '2026-11-23T02:00:00.000Z',
      person: '甲',
      detail: '原来的一行',
      salt: '00',
    } as const;
    lines.push(nextLine(undefined, entry, sha256));
    const logHead = { sequence: 1, sha256: lineDigest(lines[0]!, sha256) };
    const honest = await sampleBundle(1, {}, ({ record }) => ({ ...record, logHead }));
    const rest = (first: CustodyLine) => {
      const log = [first];
      for (const { sequence: _place, previous: _before, ...each } of honest.lines)
        log.push(nextLine(log.at(-1), each, sha256));
      return log;
    };
    const change = ({ record }: { record: never }) => ({ ...(record as object), logHead }) as never;
    expect(await failures((await sampleBundle(1, { custodyLines: rest(lines[0]!) }, change as never)).zip)).toEqual([]);
    const other = nextLine(undefined, { ...entry, detail: '换过的一行' }, sha256);
    expect(await failures((await sampleBundle(1, { custodyLines: rest(other) }, change as never)).zip)).toEqual([
      '保管日志不是封存时的那一份：与封存记录所记的链头不符。',
    ]);
  });
});

it('two canonical forms of one line are one digest', async () => {
  const line = nextLine(
    undefined,
    { act: 'noted', at: '2026-11-23T02:00:00.000Z', person: '甲', detail: '', salt: '00' },
    sha256,
  );
  expect(lineDigest(JSON.parse(canonicalJson(line)), sha256)).toBe(lineDigest(line, sha256));
});
