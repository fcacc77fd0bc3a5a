import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttackedWebDav } from '../../utils/pool/attack-webdav.ts';
import { ATTACKS, type AttackedStore, attackAll } from '../../utils/pool/attacks.ts';
import { REAL_SERVERS, realServersHere, startRealServer } from '../pool/real-dav-servers.ts';
import { AttackedFolder } from './attacked-folder.ts';
import type { Outcome } from './outcome.ts';

function attackedAt(where: string): AttackedStore {
  if (!/^https?:\/\//.test(where)) return new AttackedFolder(where);
  const { username, password } = new URL(where);
  return new AttackedWebDav({
    url: where,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  });
}

async function attacked(name: string, where: string): Promise<string[]> {
  const { refused, succeeded } = await attackAll(attackedAt(where));
  return [
    `${name} refused ${refused.length} of ${ATTACKS.length}: ${refused.join(', ') || 'none'}`,
    succeeded.length === 0 ? 'may be called unchangeable' : `not unchangeable: ${succeeded.join(', ')} succeeded`,
  ];
}

/**
 * Attacks a store and says what it refused. A store that lets things be changed is no failure of the product, which calls no
 * such store unchangeable: the run fails only when it cannot be made.
 * @param where a folder or a WebDAV address with its log-in; undefined for a new folder and Debian's servers as they come
 */
export async function poolLock(where: string | undefined): Promise<Outcome> {
  const outcome = { name: 'pool-lock', tried: ATTACKS.length, failures: [] };
  if (where !== undefined) return { ...outcome, notes: await attacked('the store', where) };
  const folder = mkdtempSync(join(tmpdir(), 'pool-lock-'));
  const notes = await attacked('a folder', folder).finally(() => rmSync(folder, { recursive: true }));
  const here = realServersHere({ install: true });
  for (const name of REAL_SERVERS) {
    if (!here.includes(name)) {
      notes.push(`${name} is not here and was left out`);
      continue;
    }
    const server = await startRealServer(name);
    notes.push(...(await attacked(name, server.url).finally(() => server.close())));
  }
  return { ...outcome, tried: ATTACKS.length * (here.length + 1), notes };
}
