import { createPrivateKey, createPublicKey, generateKeyPairSync, webcrypto } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { keyFingerprint, type SigningKey } from '../../utils/evidence/seal.ts';

/** The key under which the fleet speaks in the pool, made on first use: colleagues confirm it once, so it is kept. */
export async function fleetKey(path: string): Promise<SigningKey> {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  const key = createPrivateKey(readFileSync(path));
  const spki = new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }));
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  return {
    privateKey: await webcrypto.subtle.importKey('pkcs8', pkcs8, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'sign',
    ]),
    publicKey: Buffer.from(spki).toString('base64'),
    fingerprint: await keyFingerprint(spki),
    createdAt: new Date().toISOString(),
  };
}
