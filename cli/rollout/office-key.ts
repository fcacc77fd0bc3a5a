import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * The office's RSA key for its builds, made on first use. Whoever has it can hand out code to every machine of the office, and
 * without it the installed extension, and with it the evidence, can never be updated: it is kept like a seal.
 */
export function officeKey(path: string): { pem: string; made: boolean } {
  if (existsSync(path)) return { pem: readFileSync(path, 'utf8'), made: false };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 4_096 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
  return { pem, made: true };
}
