import { BlobReader, BlobWriter, type FileEntry, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedBytes } from '../../utils/bundle/stored-bytes.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { stampSender } from '../../utils/casework/timestamp-service.ts';
import { requestStamp } from '../../utils/evidence/request-stamp.ts';
import { startTsa } from '../evidence/tsa-server.ts';
import { sampleBundle } from './sample-bundle.ts';
import { packFiles, zipFiles } from './unpack.ts';

type Files = Map<string, Uint8Array<ArrayBuffer>>;

let tsa: Awaited<ReturnType<typeof startTsa>>;
let zip: Blob;
let name: string;
let files: Files;

beforeAll(async () => {
  tsa = await startTsa();
  const send = stampSender(tsa.url);
  const sample = await sampleBundle(1, {
    stamp: (bytes) => requestStamp(bytes, { send, nonce: crypto.getRandomValues(new Uint8Array(16)) }),
  });
  ({ zip } = sample);
  ({ name } = sample.summary);
  files = new Map((await zipFiles(zip)).map(([path, bytes]) => [path.slice(name.length + 1), bytes]));
});
afterAll(() => tsa.close());

const ITEM = 'data/E20261123-0001';
const TILE = `${ITEM}/screenshot/tile-0001.png`;
const OTHER = `${ITEM}/screenshot/tile-0002.png`;

/** The layers that do not hold, and what is said of each: `layer: sentence`. */
async function said(bundle: Blob): Promise<string[]> {
  const { checks } = await verifyBundle(bundle);
  return checks.filter(({ state }) => state === 'failed').map(({ name, sentence }) => `${name}: ${sentence}`);
}

/** A bit of a file changed where it lies in the ZIP, as a bad disk or a hex editor does. */
async function flipped(path: string, at = 0): Promise<Blob> {
  const entries = await new ZipReader(new BlobReader(zip)).getEntries();
  const entry = entries.find(({ filename }) => filename === `${name}/${path}`) as FileEntry;
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const before = new Uint8Array(await (await storedBytes(zip, entry))!.arrayBuffer());
  const header = new DataView(bytes.buffer, entry.offset);
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  bytes[start + ((at + before.length) % before.length)]! ^= 1;
  return new Blob([bytes]);
}

/** The files changed and packed anew, so that the ZIP agrees with itself. */
async function repacked(change: (copy: Files) => void): Promise<Blob> {
  const copy = new Map([...files].map(([path, bytes]) => [path, new Uint8Array(bytes)]));
  change(copy);
  return packFiles(name, copy);
}
const flip = (path: string, at = 0) =>
  repacked((copy) => {
    const bytes = copy.get(path)!;
    bytes[(at + bytes.length) % bytes.length]! ^= 1;
  });

const CRC = 'container: 压缩包中有文件与压缩包自己登记的 CRC 不符或无法读出：制作之后被改动或损坏。';
const DIGESTS = ['sha256: SHA-256 校验值有 1 个文件不一致。', 'sm3: 国密 SM3 校验值有 1 个文件不一致。'];
const TAGS = 'tags: 标签文件的校验值有 1 个文件不一致。';
const RECORD_FILE = 'records: 有文件与封存记录所记的校验值不一致。';
const UNREAD_RECORD = 'records: 有封存记录不能读出或不合格式，其文件无从核对。';
const RECORD_SEAL = 'record-signatures: 封存签名与封存记录不符：记录、签名或公钥在封存之后有改动。';
const NOT_LOGGED = 'custody: 保管日志中没有包内这份封存记录：日志里没有它的校验值。';
const LOST = 'completeness: 缺少清单所列的文件。';
const EXTRA = 'completeness: 多出清单未列的文件。';
const OUTER_SEAL = 'signature: 证据包签名与标签清单不符：清单、签名或公钥在签署之后有改动。';

describe('of a bundle in which', () => {
  it('nothing was changed, no layer fails', async () => expect(await said(zip)).toEqual([]));

  it('two bytes of a tile were changed, the archive is not called untouched, nor any file missing', async () => {
    expect(await said(await flipped(TILE))).toEqual([CRC, ...DIGESTS, RECORD_FILE]);
    expect(await said(await flip(TILE))).toEqual([...DIGESTS, RECORD_FILE]);
  });

  it('a byte of a tag file was changed', async () => {
    expect(await said(await flip('README-验证说明.txt', 3))).toEqual([TAGS]);
    expect(await said(await flipped('README-验证说明.txt', 3))).toEqual([CRC, TAGS]);
  });

  it('a byte of a manifest was changed, what cannot be told from it is not told', async () => {
    const sentences = await said(await flipped('manifest-sha256.txt'));
    expect(sentences).toContain('sha256: SHA-256 清单缺失或无法读取，不能核对校验值。');
    expect(sentences).toContain('completeness: 有清单缺失或无法读取，不能核对文件是否齐全。');
    expect(sentences.join()).not.toMatch(/缺少|多出/);
  });

  it('a byte of the record was changed', async () => {
    const at = new TextDecoder().decode(files.get(`${ITEM}/record.json`)).indexOf('HX2026');
    expect(await said(await flip(`${ITEM}/record.json`, at))).toEqual([...DIGESTS, RECORD_SEAL, NOT_LOGGED]);
    expect(await said(await flip(`${ITEM}/record.json`))).toEqual([...DIGESTS, UNREAD_RECORD, RECORD_SEAL, NOT_LOGGED]);
  });

  it('a byte of the log was changed', async () => {
    const log = new TextDecoder().decode(files.get('data/custody-log.jsonl'));
    const bytesBefore = new TextEncoder().encode(log.slice(0, log.indexOf('封存 5'))).length;
    const sentences = await said(await flip('data/custody-log.jsonl', bytesBefore + 7));
    expect(sentences).toEqual([...DIGESTS, 'custody: 保管日志断链。']);
    expect(await said(await flipped('data/custody-log.jsonl', bytesBefore + 7))).toEqual([
      CRC,
      ...DIGESTS,
      'custody: 保管日志缺失或无法读取。',
    ]);
  });

  it('a byte of the signature was changed', async () => {
    expect(await said(await flip('tagmanifest-sha256.txt.sig', -1))).toEqual([OUTER_SEAL]);
    expect(await said(await flip(`${ITEM}/record.json.sig`, -1))).toEqual([...DIGESTS, RECORD_SEAL]);
  });

  it('a byte of the time stamp was changed', async () => {
    expect(await said(await flip('tagmanifest-sha256.txt.tsr', -1))).toEqual([
      expect.stringMatching(/^timestamp: 时间戳不成立。$/),
    ]);
  });

  it('a file is missing, no digest is said to differ', async () => {
    const sentences = await said(await repacked((copy) => copy.delete(TILE)));
    expect(sentences).toEqual([LOST, 'records: 缺少封存记录所列的文件。']);
  });

  it('a file was added', async () => {
    expect(await said(await repacked((copy) => copy.set('data/more.txt', new Uint8Array(1))))).toEqual([EXTRA]);
    expect(await said(await repacked((copy) => copy.set(`${ITEM}/more.txt`, new Uint8Array(1))))).toEqual([
      EXTRA,
      'records: 证据文件夹里有封存记录没有列出的文件。',
    ]);
  });

  it('a file was renamed, one is missing and one too many', async () => {
    const renamed = await repacked((copy) => {
      copy.set(`${ITEM}/screenshot/tile-0009.png`, copy.get(TILE)!);
      copy.delete(TILE);
    });
    expect(await said(renamed)).toEqual([
      `${LOST}多出清单未列的文件。`,
      'records: 缺少封存记录所列的文件。证据文件夹里有封存记录没有列出的文件。',
    ]);
  });

  it('two files were swapped, none is missing', async () => {
    const swapped = await repacked((copy) => {
      const one = copy.get(TILE)!;
      copy.set(TILE, copy.get(OTHER)!).set(OTHER, one);
    });
    expect(await said(swapped)).toEqual([
      'sha256: SHA-256 校验值有 2 个文件不一致。',
      'sm3: 国密 SM3 校验值有 2 个文件不一致。',
      RECORD_FILE,
    ]);
  });

  it('nothing was changed but another program packed it, the ZIP alone is left open', async () => {
    const { ok, checks } = await verifyBundle(await repacked(() => undefined));
    expect(ok).toBe(true);
    expect(checks[0]).toMatchObject({ state: 'absent', sentence: '压缩包由其他程序重新打包，只核对其中的文件。' });
  });

  it('a byte was changed and the ZIP made to agree with itself, the ZIP’s own sentence does not deny it', async () => {
    const copy = new Map(files);
    copy.set(TILE, Uint8Array.of(...copy.get(TILE)!.slice(0, -1), 0x21));
    const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 0, extendedTimestamp: false });
    for (const [path, bytes] of copy) await writer.add(`${name}/${path}`, new BlobReader(new Blob([bytes])));
    const { checks } = await verifyBundle(await writer.close());
    expect(checks.map(({ sentence }) => sentence).join()).not.toMatch(/没有改动/);
  });

  it('the end is cut, nothing but that is said', async () => {
    expect(await said(zip.slice(0, zip.size - 30))).toEqual(['container: 不是可以读取的压缩包，或已截断、严重损坏。']);
  });
});
