import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBase64 } from '../../utils/evidence/base64.ts';
import { canonicalBytes, canonicalJson, plainCopy } from '../../utils/evidence/canonical-json.ts';
import { fromDer, toDer } from '../../utils/evidence/der-signature.ts';
import { createSigningKey, sealRecord, signBytes, verifySeal, verifySignature } from '../../utils/evidence/seal.ts';
import { sampleRecord } from './sample-record.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('canonical JSON', () => {
  it('follows RFC 8785: sorted members, no spaces, shortest numbers', () => {
    expect(canonicalJson({ b: [1e21, 1.0, 0.1], a: '证\u0007"', A: null })).toBe(
      '{"A":null,"a":"证\\u0007\\"","b":[1e+21,1,0.1]}',
    );
  });

  it('of a plain copy survives being parsed', () => {
    const hostile = plainCopy({ title: '\uDC00a\uD800\uD800\uDC00', none: undefined });
    expect(hostile).toEqual({ title: '\uFFFDa\uFFFD\uD800\uDC00' });
    expect(canonicalJson(JSON.parse(canonicalJson(hostile)))).toBe(canonicalJson(hostile));
  });
});

describe('signatures', () => {
  it('are read by openssl', async () => {
    const key = await createSigningKey('2026-11-23T00:00:00.000Z');
    for (let round = 0; round < 20; round++) {
      const bytes = new TextEncoder().encode(`round ${round}`);
      writeFileSync(join(folder, 'data'), bytes);
      writeFileSync(join(folder, 'key.der'), fromBase64(key.publicKey));
      writeFileSync(join(folder, 'sig'), await signBytes(key, bytes));
      const out = execFileSync(
        'openssl',
        ['dgst', '-sha256', '-keyform', 'DER', '-verify', 'key.der', '-signature', 'sig', 'data'],
        { cwd: folder, encoding: 'utf8' },
      );
      expect(out).toContain('Verified OK');
    }
  });

  it('go to DER and back with leading zeros and high bits', () => {
    const cases: Record<number, number>[] = [{ 31: 1, 63: 1 }, { 0: 0x80, 32: 0xff }, { 1: 0x80, 40: 1 }, {}];
    for (const bytes of cases) {
      const raw = new Uint8Array(64);
      for (const [at, value] of Object.entries(bytes)) raw[Number(at)] = value;
      expect(fromDer(toDer(raw))).toEqual(raw);
    }
  });

  it('that are cut, lengthened or altered do not verify, and do not throw', async () => {
    const key = await createSigningKey('2026-11-23T00:00:00.000Z');
    const spki = fromBase64(key.publicKey);
    const bytes = new TextEncoder().encode('evidence');
    const der = await signBytes(key, bytes);
    expect(await verifySignature(spki, der, bytes)).toBe(true);
    const altered = [der.slice(0, -1), Uint8Array.of(...der, 0), new Uint8Array(0), Uint8Array.of(0x30, 0)];
    for (let at = 0; at < der.length; at++) altered.push(der.map((byte, index) => (index === at ? byte ^ 1 : byte)));
    for (const wrong of altered) expect(await verifySignature(spki, wrong, bytes)).toBe(false);
    expect(await verifySignature(new Uint8Array(91), der, bytes)).toBe(false);
  });
});

describe('the seal of a record', () => {
  it('holds, and breaks with any change of record, digest, key or signature', async () => {
    const record = sampleRecord('E20261123-0001', []);
    const key = await createSigningKey('2026-11-23T00:00:00.000Z');
    const item = { record, ...(await sealRecord(record, key)) };
    expect(await verifySeal(item)).toEqual({ record: true, signature: true });
    expect(await verifySeal({ ...item, record: { ...record, startedAt: 'x' } })).toEqual({
      record: false,
      signature: false,
    });
    expect(await verifySeal({ ...item, digest: { ...item.digest, sm3: '0' } })).toMatchObject({ record: false });
    const other = await createSigningKey('2026-11-23T00:00:00.000Z');
    const swapped = { ...item.signature, publicKey: other.publicKey };
    expect(await verifySeal({ ...item, signature: swapped })).toEqual({ record: true, signature: false });
    expect(canonicalBytes(record).length).toBeGreaterThan(500);
  });
});
