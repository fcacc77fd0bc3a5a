import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttackedWebDav } from '../../utils/pool/attack-webdav.ts';
import { ATTACKS, attackAll } from '../../utils/pool/attacks.ts';
import { AttackedFolder } from './attacked-folder.ts';
import type { Outcome } from './outcome.ts';

/**
 * Attacks a store and says what it refused. A store that lets things be changed is no failure of the product, which calls no
 * such store unchangeable: the run fails only when it cannot be made.
 * @param where a folder or a WebDAV address with its log-in; undefined for a new folder, which refuses nothing
 */
export async function poolLock(where: string | undefined): Promise<Outcome> {
  const own = where === undefined ? mkdtempSync(join(tmpdir(), 'pool-lock-')) : null;
  const target = where ?? own!;
  try {
    const url = /^https?:\/\//.test(target) ? new URL(target) : null;
    const store = url
      ? new AttackedWebDav({
          url: target,
          user: decodeURIComponent(url.username),
          password: decodeURIComponent(url.password),
        })
      : new AttackedFolder(target);
    const { refused, succeeded } = await attackAll(store);
    const notes = [
      `refused ${refused.length} of ${ATTACKS.length}: ${refused.join(', ') || 'none'}`,
      `succeeded: ${succeeded.join(', ') || 'none'}`,
      succeeded.length === 0 ? 'may be called unchangeable' : 'may not be called unchangeable',
    ];
    return { name: 'pool-lock', tried: ATTACKS.length, failures: [], notes };
  } finally {
    if (own) rmSync(own, { recursive: true });
  }
}
