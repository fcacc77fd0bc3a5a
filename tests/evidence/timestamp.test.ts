import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stampSender } from '../../utils/casework/timestamp-service.ts';
import { requestStamp } from '../../utils/evidence/request-stamp.ts';
import { stampQuery, verifyStamp } from '../../utils/evidence/timestamp.ts';
import { startTsa, type TsaServer } from './tsa-server.ts';

const bytes = new TextEncoder().encode('the tag manifest\n');
const nonce = () => crypto.getRandomValues(new Uint8Array(16));

let tsa: TsaServer;
beforeAll(async () => {
  tsa = await startTsa();
});
afterAll(() => tsa.close());
beforeEach(() => tsa.behave('honest'));

const stamp = (options: { url?: string; timeoutMs?: number; signal?: AbortSignal } = {}) =>
  requestStamp(bytes, {
    send: stampSender(options.url ?? tsa.url, options.timeoutMs),
    nonce: nonce(),
    ...(options.signal ? { signal: options.signal } : {}),
  });

describe('a time stamp', () => {
  it('of an honest service is accepted, by us and by openssl', async () => {
    const exchange = await stamp();
    expect(exchange).toMatchObject({ authority: 'Test TSA', rooted: true });
    expect(exchange.chain).toHaveLength(2);
    expect(Math.abs(Date.parse(exchange.time) - Date.now())).toBeLessThan(60_000);
    writeFileSync(join(tsa.folder, 'data'), bytes);
    writeFileSync(join(tsa.folder, 'mine.tsq'), exchange.query);
    writeFileSync(join(tsa.folder, 'mine.tsr'), exchange.reply);
    for (const over of [
      ['-queryfile', 'mine.tsq'],
      ['-data', 'data'],
    ]) {
      const args = ['ts', '-verify', ...over, '-in', 'mine.tsr', '-CAfile', 'ca.pem'];
      expect(execFileSync('openssl', args, { cwd: tsa.folder, stdio: 'pipe' }).toString()).toContain(
        'Verification: OK',
      );
    }
  });

  it('asks with nonce, SHA-256 imprint and certReq, as openssl reads it', async () => {
    writeFileSync(join(tsa.folder, 'read.tsq'), stampQuery(new Uint8Array(32).fill(7), new Uint8Array(8).fill(0xff)));
    const text = execFileSync('openssl', ['ts', '-query', '-in', 'read.tsq', '-text'], { cwd: tsa.folder }).toString();
    expect(text).toMatch(/Hash Algorithm: sha256/);
    expect(text).toMatch(/Nonce: 0x(FF){8}/);
    expect(text).toMatch(/Certificate required: yes/);
  });

  it.each([[[0, 1]], [[0, 0, 0x80]], [[0, 0xff]], [[0x7f, 0]], [[0, 0]]])(
    'is given for a nonce that begins with %j',
    async (begin) => {
      const drawn = Uint8Array.of(...begin, ...nonce().fill(5, begin.length)).slice(0, 16);
      expect(await requestStamp(bytes, { send: stampSender(tsa.url), nonce: drawn })).toMatchObject({ rooted: true });
    },
  );

  it.each([
    ['other-nonce', 'nonce'],
    ['other-imprint', 'imprint'],
    ['garbage', 'malformed'],
    ['refusing', 'refused'],
  ] as const)('is not accepted from a service that is %s', async (behaviour, fault) => {
    tsa.behave(behaviour);
    await expect(stamp()).rejects.toMatchObject({ name: 'StampError', fault });
  });

  it('never says anything else when bytes of it are changed', async () => {
    const { query, reply, time, serial, authority, chain } = await stamp();
    const said: string[] = [];
    let refused = 0;
    for (let at = 0; at < reply.length; at += 7) {
      const changed = reply.map((byte, index) => (index === at ? byte ^ 4 : byte));
      const outcome = await verifyStamp(changed, bytes, query).catch((error) => error as Error);
      if (outcome instanceof Error) {
        expect(outcome.name).toBe('StampError');
        refused++;
      } else said.push(JSON.stringify([outcome.time, outcome.serial, outcome.authority, [...outcome.chain[0]!]]));
    }
    // What the signature does not cover (wrapping, certificates above the signer's) may vary; what is proved may not.
    expect(new Set(said)).toEqual(new Set([JSON.stringify([time, serial, authority, [...chain[0]!]])]));
    expect(refused).toBeGreaterThan(said.length);
    await expect(verifyStamp(reply, new Uint8Array(32), query)).rejects.toMatchObject({ fault: 'imprint' });
  });

  it('is not accepted from a certificate that has expired, or is not valid yet', async () => {
    for (const validity of [
      { from: '20200101000000Z', until: '20210101000000Z' },
      { from: '20900101000000Z', until: '20910101000000Z' },
    ]) {
      const expired = await startTsa(validity);
      try {
        await expect(stamp({ url: expired.url })).rejects.toMatchObject({ fault: 'expired' });
      } finally {
        await expired.close();
      }
    }
  });
});

describe('a service that cannot be had', () => {
  it.each(['hanging', 'error', 'flood'] as const)('is named: %s', async (behaviour) => {
    tsa.behave(behaviour);
    const host = new URL(tsa.url).host;
    await expect(stamp({ timeoutMs: behaviour === 'hanging' ? 150 : 20_000 })).rejects.toMatchObject({
      name: 'StampUnavailableError',
      values: [host],
    });
  });

  it('is named when nobody listens', async () => {
    await expect(stamp({ url: 'http://127.0.0.1:9/' })).rejects.toMatchObject({ name: 'StampUnavailableError' });
  });

  it('lets go when the officer cancels', async () => {
    tsa.behave('hanging');
    const cancel = new AbortController();
    const asked = stamp({ signal: cancel.signal });
    cancel.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});
