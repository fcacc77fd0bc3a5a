import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { stampSender } from '../../utils/casework/timestamp-service.ts';
import { canonicalBytes } from '../../utils/evidence/canonical-json.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { requestStamp } from '../../utils/evidence/request-stamp.ts';
import { startTsa } from '../evidence/tsa-server.ts';
import { sampleBundle } from './sample-bundle.ts';
import { unpack } from './unpack.ts';

it('a stamped bundle verifies with ours and with openssl, and fails with the stamp of another', async () => {
  const tsa = await startTsa();
  const folder = mkdtempSync(join(tmpdir(), 'stamped-'));
  try {
    const send = stampSender(tsa.url);
    const nonce = () => crypto.getRandomValues(new Uint8Array(16));
    const stamped = await sampleBundle(1, {
      stamp: (bytes, signal) => requestStamp(bytes, { send, nonce: nonce(), ...(signal ? { signal } : {}) }),
    });
    expect(stamped.summary.stamped).toBe(true);
    const verdict = await verifyBundle(stamped.zip);
    expect(verdict).toMatchObject({ ok: true, stampedAt: expect.stringMatching(/^20/) });
    const sentenceOf = async (roots: readonly string[]) => {
      const stampRoots = roots.map((fingerprint) => ({ fingerprint }));
      const { checks } = await verifyBundle(stamped.zip, { stampRoots });
      return checks.find(({ name }) => name === 'timestamp')!.sentence;
    };
    // Anybody can make a service for himself: until the office registers its certificate it is not called trusted.
    const open = await sentenceOf(['0'.repeat(64)]);
    expect(open).toMatch(/^有时间戳，签发者未登记/);
    expect(open).not.toContain('可信时间戳有效');
    const [root] = /[0-9a-f]{64}/.exec(open)!;
    expect(await sentenceOf([root])).toMatch(/^可信时间戳有效，签发者已登记/);

    writeFileSync(join(folder, 'bundle.zip'), new Uint8Array(await stamped.zip.arrayBuffer()));
    const bag = await unpack(join(folder, 'bundle.zip'), folder);
    const name = 'tagmanifest-sha256.txt';
    for (const over of [
      ['-queryfile', `${name}.tsq`],
      ['-data', name],
    ]) {
      const args = ['ts', '-verify', ...over, '-in', `${name}.tsr`, '-CAfile', 'tsa-chain.pem'];
      expect(execFileSync('openssl', args, { cwd: bag, stdio: 'pipe' }).toString()).toContain('Verification: OK');
    }

    // A token of before the seal that it is over: one of the clocks was wrong, and that is said.
    const early = ({ record }: EvidenceItem) => ({ ...record, sealedAt: '2035-11-23T02:15:09.871Z' });
    const [item] = (await sampleBundle(1, {}, early)).items;
    const exchange = await requestStamp(canonicalBytes(item!.record), { send, nonce: nonce() });
    const ahead = await sampleBundle(1, { itemStamps: new Map([[item!.id, exchange]]) }, early);
    const said = (await verifyBundle(ahead.zip)).checks.find(({ name }) => name === 'timestamp')!;
    expect(said).toMatchObject({ state: 'ok', sentence: expect.stringContaining('早于记录所写的封存时间 2035') });
    expect(open).not.toContain('早于');

    const foreign = await sampleBundle(1, {
      stamp: () => requestStamp(new TextEncoder().encode('something else'), { send, nonce: nonce() }),
    });
    const checks = (await verifyBundle(foreign.zip)).checks.filter((check) => check.state === 'failed');
    expect(checks).toMatchObject([{ name: 'timestamp', details: [expect.stringContaining('imprint')] }]);
  } finally {
    await tsa.close();
    rmSync(folder, { recursive: true });
  }
});
